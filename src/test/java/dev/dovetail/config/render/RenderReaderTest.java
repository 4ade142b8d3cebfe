package dev.dovetail.config.render;

import static dev.dovetail.config.paas.UnitsFolder.file;
import static dev.dovetail.config.paas.UnitsFolder.setting;
import static dev.dovetail.config.paas.UnitsFolder.triggers;
import static dev.dovetail.config.paas.UnitsFolder.variable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.paas.UnitsFolder;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderReaderTest {

    @TempDir Path root;
    private UnitsFolder shop;

    @BeforeEach
    void shop() throws IOException {
        shop = new UnitsFolder(root, new RenderReader());
        shop.write("api/package.json", "{\"scripts\": {\"start\": \"node server.js\"}, \"engines\": {\"node\": \"20\"}}");
        shop.write("api/server.js", "");
        shop.write("api/digest.js", "");
    }

    @Test
    void services_that_run_code_are_units() throws IOException {
        shop.write(
                "render.yaml",
                """
                envVarGroups:
                  - name: shared
                    envVars:
                      - key: REGION
                        value: eu
                services:
                  - type: web
                    name: shop
                    runtime: node
                    rootDir: api
                    plan: Starter
                    startCommand: npm start
                    healthCheckPath: /health
                    numInstances: 2
                    maxShutdownDelaySeconds: 60
                    disk:
                      name: uploads
                      mountPath: /opt/render/project/src/api/uploads
                    envVars:
                      - fromGroup: shared
                      - key: MODE
                        value: shop
                      - key: SECRET
                        generateValue: true
                      - key: TOKEN
                        sync: false
                      - key: NODE_VERSION
                        value: 22.4.1
                  - type: worker
                    name: mails
                    runtime: node
                    rootDir: ./api
                    startCommand: node digest.js
                    scaling: {minInstances: 1, maxInstances: 3}
                  - type: cron
                    name: nightly
                    runtime: node
                    rootDir: api
                    schedule: "0 3 * * *"
                    startCommand: node digest.js
                  - type: web
                    name: site
                    runtime: static
                  - type: keyvalue
                    name: cache
                  - type: web
                    name: other
                    runtime: image
                    image: {url: docker.io/library/redis}
                """);
        assertThat(shop.names()).containsExactly("shop", "mails", "nightly");
        DeploymentUnit web = shop.unit("shop");
        assertThat(web.host()).isEqualTo("render");
        assertThat(web.folder()).isEqualTo("api");
        assertThat(file(web)).isEqualTo("api/server.js");
        assertThat(triggers(web)).containsExactly(Trigger.Kind.HTTP);
        assertThat(setting(web, "replicas")).isEqualTo("2");
        assertThat(setting(web, "plan")).isEqualTo("starter");
        assertThat(setting(web, "memory")).isEqualTo("512");
        assertThat(setting(web, "health-check-path")).isEqualTo("/health");
        assertThat(setting(web, "grace-period")).isEqualTo("60000.0");
        assertThat(setting(web, "update-strategy")).isEqualTo("recreate");
        assertThat(setting(web, "working-folder")).isEqualTo("/opt/render/project/src/api");
        assertThat(setting(web, "runtime")).isEqualTo("nodejs22");
        assertThat(web.mounts()).hasSize(1);
        assertThat(variable(web, "REGION")).isEqualTo("eu");
        assertThat(variable(web, "MODE")).isEqualTo("shop");
        assertThat(variable(web, "SECRET")).isEqualTo("?");
        assertThat(variable(web, "TOKEN")).isEqualTo("?");
        assertThat(variable(web, "PORT")).isEqualTo("10000");
        assertThat(web.environmentKnown()).isFalse();
        DeploymentUnit worker = shop.unit("mails");
        assertThat(triggers(worker)).containsExactly(Trigger.Kind.NONE);
        assertThat(setting(worker, "max-replicas")).isEqualTo("3");
        assertThat(setting(worker, "most-processes")).isEqualTo("3");
        assertThat(setting(worker, "runtime")).isEqualTo("nodejs20");
        DeploymentUnit cron = shop.unit("nightly");
        assertThat(triggers(cron)).containsExactly(Trigger.Kind.SCHEDULE);
        assertThat(cron.triggers().get(0).settings().get("schedule").value().text()).contains("0 3 * * *");
    }

    @Test
    void an_image_is_built_from_the_context_that_the_service_names() throws IOException {
        shop.write("api/Dockerfile.prod", "FROM node:22\nWORKDIR /app\nCOPY . .\nCMD [\"node\", \"server.js\"]\n");
        shop.write(
                "render.yaml",
                """
                services:
                  - type: web
                    name: shop
                    runtime: docker
                    dockerfilePath: ./api/Dockerfile.prod
                    dockerContext: ./api
                  - type: worker
                    name: mails
                    env: docker
                    rootDir: api
                    dockerfilePath: ./Dockerfile.prod
                    dockerCommand: node digest.js
                  - type: web
                    name: gone
                    runtime: docker
                    dockerfilePath: ./none/Dockerfile
                """);
        assertThat(shop.names()).containsExactly("shop", "mails");
        assertThat(file(shop.unit("shop"))).isEqualTo("api/server.js");
        assertThat(file(shop.unit("mails"))).isEqualTo("api/digest.js");
        assertThat(shop.unit("shop").way()).anyMatch(place -> place.file().equals("api/Dockerfile.prod"));
    }

    @Test
    void a_blueprint_in_a_folder_may_be_written_as_if_that_were_the_root() throws IOException {
        shop.write("api/render.yaml", "services:\n  - {type: web, name: shop, env: node, startCommand: npm start}\n");
        assertThat(file(shop.unit("shop"))).isEqualTo("api/server.js");
    }

    @Test
    void services_of_projects_are_read_too() throws IOException {
        shop.write(
                "render.yaml",
                """
                projects:
                  - name: shop
                    environments:
                      - name: production
                        services:
                          - {type: pserv, name: inner, runtime: node, rootDir: api, startCommand: npm start}
                ungrouped:
                  services:
                    - {type: web, name: outer, runtime: node, rootDir: api, startCommand: npm start}
                """);
        assertThat(shop.names()).containsExactly("outer", "inner");
        assertThat(shop.unit("inner").triggersKnown()).isFalse();
    }

    @Test
    void broken_input_is_a_notification_or_unknown_and_loses_nothing() throws IOException {
        shop.write("render.yaml", "services: [\n");
        assertThat(shop.units()).isEmpty();
        assertThat(shop.notifications()).isNotEmpty();
        shop.write(
                "render.yaml",
                """
                services:
                  - 1
                  - type: [web]
                  - type: web
                    name: {a: b}
                    rootDir: ../outside
                    startCommand: npm start
                  - type: web
                    name: nothing
                    runtime: node
                  - type: web
                    name: shop
                    runtime: node
                    rootDir: api
                    numInstances: [2]
                    scaling: 3
                    disk: big
                    plan: {}
                    envVars: {MODE: shop}
                    startCommand: npm start
                envVarGroups: x
                projects: {a: b}
                """);
        assertThat(shop.names()).containsExactly("shop");
        assertThat(setting(shop.unit("shop"), "replicas")).isEqualTo("?");
        shop.write("render.yaml", "just a text\n");
        assertThat(shop.units()).isEmpty();
    }
}
