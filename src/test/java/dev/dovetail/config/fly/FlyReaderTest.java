package dev.dovetail.config.fly;

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

class FlyReaderTest {

    @TempDir Path root;
    private UnitsFolder shop;

    @BeforeEach
    void shop() throws IOException {
        shop = new UnitsFolder(root, new FlyReader());
        shop.write("package.json", "{\"scripts\": {\"start\": \"node server.js\"}}");
        shop.write("server.js", "");
        shop.write("worker.js", "");
        shop.write("Dockerfile", "FROM node:22\nWORKDIR /app\nCOPY . .\nCMD [\"node\", \"server.js\"]\n");
    }

    @Test
    void the_first_deploy_makes_two_machines_for_a_service() throws IOException {
        shop.write(
                "fly.toml",
                """
                app = "shop"
                kill_timeout = "2m"
                [env]
                  PORT = 3000
                  MODE = "shop"
                [http_service]
                  internal_port = 3000
                  [http_service.concurrency]
                    hard_limit = 25
                  [[http_service.checks]]
                    path = "/health"
                [[vm]]
                  memory = "1gb"
                """);
        DeploymentUnit unit = shop.unit("shop");
        assertThat(unit.host()).isEqualTo("fly");
        assertThat(file(unit)).isEqualTo("server.js");
        assertThat(triggers(unit)).containsExactly(Trigger.Kind.HTTP);
        assertThat(setting(unit, "replicas")).isEqualTo("2");
        assertThat(setting(unit, "port")).isEqualTo("3000");
        assertThat(setting(unit, "concurrency")).isEqualTo("25");
        assertThat(setting(unit, "health-check-path")).isEqualTo("/health");
        assertThat(setting(unit, "memory")).isEqualTo("1024");
        assertThat(setting(unit, "grace-period")).isEqualTo("120000");
        assertThat(variable(unit, "PORT")).isEqualTo("3000");
        assertThat(variable(unit, "MODE")).isEqualTo("shop");
        assertThat(unit.way()).anyMatch(place -> place.file().equals("Dockerfile"));
    }

    @Test
    void idle_machines_are_stopped_where_the_file_says_so_and_a_volume_has_one_machine() throws IOException {
        shop.write("fly.toml", "app = 'shop'\n[http_service]\nauto_stop_machines = 'stop'\nmin_machines_running = 0\n");
        DeploymentUnit stopping = shop.unit("shop");
        assertThat(setting(stopping, "min-replicas")).isEqualTo("0");
        assertThat(setting(stopping, "replicas")).isEqualTo("1");
        assertThat(setting(stopping, "max-replicas")).isEqualTo("2");
        assertThat(setting(stopping, "port")).isEqualTo("8080");
        shop.write("fly.toml", "app = 'shop'\n[http_service]\nauto_stop_machines = false\n[mounts]\nsource = 'data'\ndestination = '/data'\n");
        DeploymentUnit one = shop.unit("shop");
        assertThat(setting(one, "replicas")).isEqualTo("1");
        assertThat(setting(one, "min-replicas")).isEmpty();
        assertThat(one.mounts()).hasSize(1);
        shop.write("fly.toml", "app = 'shop'\n[http_service]\nauto_stop_machines = true\nmin_machines_running = 3\n");
        assertThat(setting(shop.unit("shop"), "replicas")).isEqualTo("3");
    }

    @Test
    void a_group_of_processes_is_a_unit_with_its_own_services_and_volumes() throws IOException {
        shop.write(
                "fly.toml",
                """
                app = "shop"
                [processes]
                  web = "node server.js"
                  worker = "node worker.js"
                [[services]]
                  processes = ["web"]
                  internal_port = 8080
                  protocol = "tcp"
                  [[services.ports]]
                    handlers = ["tls", "http"]
                    port = 443
                [[mounts]]
                  source = "jobs"
                  destination = "/jobs"
                  processes = ["worker"]
                """);
        assertThat(shop.names()).containsExactly("shop/web", "shop/worker");
        assertThat(triggers(shop.unit("shop/web"))).containsExactly(Trigger.Kind.HTTP);
        assertThat(shop.unit("shop/web").mounts()).isEmpty();
        DeploymentUnit worker = shop.unit("shop/worker");
        assertThat(file(worker)).isEqualTo("worker.js");
        assertThat(triggers(worker)).containsExactly(Trigger.Kind.NONE);
        assertThat(worker.mounts()).hasSize(1);
        assertThat(setting(worker, "replicas")).isEqualTo("1");
    }

    @Test
    void a_service_that_speaks_no_http_has_ways_in_that_are_not_known() throws IOException {
        shop.write("fly.toml", "app = 'shop'\n[[services]]\ninternal_port = 5432\nprotocol = 'tcp'\n");
        assertThat(shop.unit("shop").triggers()).isEmpty();
        assertThat(shop.unit("shop").triggersKnown()).isFalse();
    }

    @Test
    void buildpacks_start_the_procfiles_web_and_images_of_others_are_no_units() throws IOException {
        shop.write("Procfile", "web: node worker.js\n");
        shop.write("fly.toml", "app = 'shop'\n[build]\nbuilder = 'paketobuildpacks/builder:base'\n");
        assertThat(file(shop.unit("shop"))).isEqualTo("worker.js");
        shop.write("fly.toml", "app = 'shop'\n[build]\nimage = 'redis:7'\n");
        assertThat(shop.units()).isEmpty();
    }

    @Test
    void broken_input_is_a_notification_or_unknown_and_loses_nothing() throws IOException {
        shop.write("fly.toml", "app = \n[[");
        assertThat(shop.units()).isEmpty();
        assertThat(shop.notifications()).isNotEmpty();
        shop.write("fly.toml", "app = 3\nkill_timeout = 'soon'\nenv = 1\nprocesses = ['a']\nmounts = 'x'\nhttp_service = true\nvm = 5\n");
        assertThat(shop.names()).containsExactly("3");
        assertThat(setting(shop.unit("3"), "grace-period")).isEqualTo("5000");
        shop.write("fly.toml", "app = 'shop'\n[build]\ndockerfile = '../../etc/passwd'\n");
        assertThat(shop.units()).isEmpty();
        shop.write("fly.toml", "[tool]\nname = 'other'\n");
        assertThat(shop.units()).isEmpty();
    }
}
