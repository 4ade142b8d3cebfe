package dev.dovetail.config.railway;

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

class RailwayReaderTest {

    @TempDir Path root;
    private UnitsFolder shop;

    @BeforeEach
    void shop() throws IOException {
        shop = new UnitsFolder(root, new RailwayReader());
        shop.write("package.json", "{\"name\": \"@acme/shop\", \"scripts\": {\"start\": \"node server.js\"}}");
        shop.write("server.js", "");
        shop.write("worker.js", "");
    }

    @Test
    void a_service_is_a_unit() throws IOException {
        shop.write(
                "railway.json",
                """
                {
                  "build": {"builder": "RAILPACK"},
                  "deploy": {
                    "startCommand": "node worker.js",
                    "numReplicas": 2,
                    "healthcheckPath": "/health",
                    "drainingSeconds": "10",
                    "sleepApplication": true,
                    "requiredMountPath": "/data"
                  },
                  "environments": {"production": {"deploy": {"numReplicas": 3}}, "staging": {"deploy": {"numReplicas": 1}}}
                }
                """);
        DeploymentUnit unit = shop.unit("shop");
        assertThat(unit.host()).isEqualTo("railway");
        assertThat(file(unit)).isEqualTo("worker.js");
        assertThat(triggers(unit)).containsExactly(Trigger.Kind.HTTP);
        assertThat(setting(unit, "replicas")).isEqualTo("3");
        assertThat(setting(unit, "min-replicas")).isEqualTo("0");
        assertThat(setting(unit, "health-check-path")).isEqualTo("/health");
        assertThat(setting(unit, "grace-period")).isEqualTo("10000.0");
        assertThat(setting(unit, "system-packages")).isEqualTo("?");
        assertThat(variable(unit, "PORT")).isEqualTo("?");
        assertThat(unit.mounts()).hasSize(1);
    }

    @Test
    void replicas_of_regions_add_up() throws IOException {
        shop.write("railway.toml", "[deploy.multiRegionConfig.us-west2]\nnumReplicas = 2\n[deploy.multiRegionConfig.europe]\nnumReplicas = 1\n");
        assertThat(setting(shop.unit("shop"), "replicas")).isEqualTo("3");
        assertThat(file(shop.unit("shop"))).isEqualTo("server.js");
    }

    @Test
    void nixpacks_says_what_is_installed_and_started() throws IOException {
        shop.write("railway.toml", "[deploy]\ncronSchedule = \"*/5 * * * *\"\n");
        shop.write("nixpacks.toml", "[start]\ncmd = 'node worker.js'\n[phases.setup]\naptPkgs = ['...', 'ffmpeg']\nnixPkgs = ['imagemagick']\n[variables]\nMODE = 'shop'\nNIXPACKS_NODE_VERSION = '20'\n");
        DeploymentUnit unit = shop.unit("shop");
        assertThat(file(unit)).isEqualTo("worker.js");
        assertThat(triggers(unit)).containsExactly(Trigger.Kind.SCHEDULE);
        assertThat(setting(unit, "system-packages").split(" ")).contains("ffmpeg", "convert");
        assertThat(setting(unit, "runtime")).isEqualTo("nodejs20");
        assertThat(variable(unit, "MODE")).isEqualTo("shop");
    }

    @Test
    void nixpacks_alone_is_a_service_too() throws IOException {
        shop.write("nixpacks.toml", "[start]\ncmd = 'node worker.js'\n");
        assertThat(file(shop.unit("shop"))).isEqualTo("worker.js");
    }

    @Test
    void a_dockerfile_is_built_unless_another_builder_is_named() throws IOException {
        shop.write("Dockerfile", "FROM node:22\nWORKDIR /app\nCOPY . .\nCMD [\"node\", \"worker.js\"]\n");
        shop.write("railway.json", "{\"deploy\": {}}");
        assertThat(file(shop.unit("shop"))).isEqualTo("worker.js");
        shop.write("railway.json", "{\"build\": {\"builder\": \"nixpacks\"}}");
        assertThat(file(shop.unit("shop"))).isEqualTo("server.js");
    }

    @Test
    void broken_input_is_a_notification_or_unknown_and_loses_nothing() throws IOException {
        shop.write("railway.json", "{\"deploy\": ");
        assertThat(shop.units()).isEmpty();
        assertThat(shop.notifications()).isNotEmpty();
        shop.write("railway.json", "{\"deploy\": [1], \"build\": \"x\", \"environments\": 4}");
        assertThat(file(shop.unit("shop"))).isEqualTo("server.js");
        shop.write("railway.json", "{\"deploy\": {\"startCommand\": null, \"numReplicas\": {}, \"multiRegionConfig\": {\"a\": 3}}, \"build\": {\"dockerfilePath\": \"../../x\"}}");
        assertThat(setting(shop.unit("shop"), "replicas")).isEqualTo("1");
        shop.write("nixpacks.toml", "[start\n");
        assertThat(file(shop.unit("shop"))).isEqualTo("server.js");
    }
}
