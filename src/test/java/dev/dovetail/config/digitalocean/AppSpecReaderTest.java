package dev.dovetail.config.digitalocean;

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

class AppSpecReaderTest {

    @TempDir Path root;
    private UnitsFolder shop;

    @BeforeEach
    void shop() throws IOException {
        shop = new UnitsFolder(root, new AppSpecReader());
        shop.write("api/package.json", "{\"scripts\": {\"start\": \"node server.js\"}}");
        shop.write("api/server.js", "");
        shop.write("api/worker.js", "");
    }

    @Test
    void components_that_run_code_are_units() throws IOException {
        shop.write(
                ".do/app.yaml",
                """
                name: shop
                envs:
                  - {key: REGION, value: eu}
                services:
                  - name: api
                    source_dir: /api
                    http_port: 3000
                    instance_count: 2
                    instance_size_slug: basic-xs
                    health_check: {http_path: /health}
                    envs:
                      - {key: MODE, value: shop}
                      - {key: SECRET, value: x, type: SECRET}
                      - {key: DATABASE_URL, value: "${db.DATABASE_URL}"}
                      - {key: TOKEN, value: y, scope: BUILD_TIME}
                  - name: cache
                    image: {registry_type: DOCKER_HUB, repository: redis}
                workers:
                  - name: mails
                    source_dir: api
                    run_command: node worker.js
                    autoscaling: {min_instance_count: 1, max_instance_count: 4}
                jobs:
                  - name: nightly
                    kind: SCHEDULED
                    schedule: {cron: "0 3 * * *"}
                    source_dir: api
                    run_command: node worker.js
                  - {name: migrate, kind: PRE_DEPLOY, source_dir: api, run_command: node worker.js}
                static_sites:
                  - name: site
                """);
        assertThat(shop.names()).containsExactly("api", "mails", "nightly");
        DeploymentUnit api = shop.unit("api");
        assertThat(api.host()).isEqualTo("digitalocean-app-platform");
        assertThat(file(api)).isEqualTo("api/server.js");
        assertThat(triggers(api)).containsExactly(Trigger.Kind.HTTP);
        assertThat(setting(api, "port")).isEqualTo("3000");
        assertThat(setting(api, "replicas")).isEqualTo("2");
        assertThat(setting(api, "health-check-path")).isEqualTo("/health");
        assertThat(variable(api, "PORT")).isEqualTo("3000");
        assertThat(variable(api, "REGION")).isEqualTo("eu");
        assertThat(variable(api, "MODE")).isEqualTo("shop");
        assertThat(variable(api, "SECRET")).isEqualTo("?");
        assertThat(variable(api, "DATABASE_URL")).isEqualTo("?");
        assertThat(variable(api, "TOKEN")).isEmpty();
        assertThat(triggers(shop.unit("mails"))).containsExactly(Trigger.Kind.NONE);
        assertThat(setting(shop.unit("mails"), "max-replicas")).isEqualTo("4");
        assertThat(triggers(shop.unit("nightly"))).containsExactly(Trigger.Kind.SCHEDULE);
    }

    @Test
    void an_image_is_built_from_the_dockerfile_that_a_component_names() throws IOException {
        shop.write("api/Dockerfile", "FROM node:22\nWORKDIR /app\nCOPY . .\nCMD [\"node\", \"server.js\"]\n");
        shop.write(".do/deploy.template.yaml", "spec:\n  services:\n    - {name: api, source_dir: api, dockerfile_path: api/Dockerfile}\n");
        assertThat(file(shop.unit("api"))).isEqualTo("api/server.js");
        assertThat(setting(shop.unit("api"), "port")).isEqualTo("8080");
    }

    @Test
    void broken_input_is_a_notification_or_unknown_and_loses_nothing() throws IOException {
        shop.write(".do/app.yaml", "services: {\n");
        assertThat(shop.units()).isEmpty();
        assertThat(shop.notifications()).isNotEmpty();
        shop.write(
                ".do/app.yaml",
                """
                envs: 4
                services:
                  - text
                  - name: [a]
                  - {name: out, source_dir: ../../x}
                  - {name: api, source_dir: api, http_port: {}, instance_count: [1], envs: [1, {value: x}], autoscaling: no}
                workers: {name: mails}
                """);
        assertThat(shop.names()).containsExactly("api");
        assertThat(setting(shop.unit("api"), "port")).isEqualTo("8080");
    }
}
