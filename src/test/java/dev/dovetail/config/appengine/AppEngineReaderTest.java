package dev.dovetail.config.appengine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.TestFolder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppEngineReaderTest {

    @TempDir Path root;
    private TestFolder folder;

    @BeforeEach
    void a_folder() {
        folder = new TestFolder(root);
    }

    private List<DeploymentUnit> units(String appYaml) {
        return folder.write("app.yaml", appYaml).units(new AppEngineReader());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'runtime: nodejs24' | google-app-engine-standard",
                "'runtime: python312\nservice: worker' | google-app-engine-standard",
                "'runtime: nodejs\nenv: flex' | google-app-engine-flexible",
                "'runtime: custom\nenv: flexible' | google-app-engine-flexible",
                "'runtime: python27\napi_version: 1\nthreadsafe: true\napplication: shop\nversion: 1' | google-app-engine-standard",
                "'runtime: nodejs24\nkind: Function' | none",
                "'version: 1.0\nruntime: nodejs22\nrun: {command: npm start}' | none",
                "'runtime: docker' | none",
                "'runtime: [nodejs24]' | none",
                "'runtime: nodejs24: broken' | none",
                "'services: {web: {runtime: runc}}' | none",
            })
    void an_app_yaml_is_told_by_what_it_holds(String text, String host) {
        assertThat(units(text).stream().map(DeploymentUnit::host).findFirst().orElse("none")).isEqualTo(host);
    }

    @Test
    void the_entry_point_is_what_it_names_or_what_the_runtime_takes() {
        folder.write("package.json", "{\"scripts\": {\"start\": \"node shop.js\"}}").write("shop.js", "").write("main.py", "").write("api.py", "");
        assertThat(TestFolder.entry(units("runtime: nodejs24\n").get(0))).isEqualTo("shop.js");
        assertThat(TestFolder.entry(units("runtime: python312\n").get(0))).isEqualTo("main.py app");
        assertThat(TestFolder.entry(units("runtime: python312\nentrypoint: gunicorn -b :$PORT api:server\n").get(0)))
                .isEqualTo("api.py server");
        assertThat(TestFolder.entry(units("runtime: python27\nthreadsafe: true\nhandlers:\n- {url: /.*, script: api.app}\n").get(0)))
                .isEqualTo("api.py app");
    }

    @Test
    void scripts_of_the_first_generation_are_not_imported() {
        folder.write("main.py", "");
        assertThat(TestFolder.entry(units("runtime: python\napi_version: 1\nhandlers:\n- {url: .*, script: main.py}\n").get(0)))
                .isEqualTo("Unknown");
    }

    @Test
    void a_java_project_keeps_its_file_beside_its_source() {
        folder.write("pom.xml", "<project/>").write("src/main/appengine/app.yaml", "runtime: java21\n");
        assertThat(TestFolder.entry(folder.units(new AppEngineReader()).get(0))).isEqualTo("main class in ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 1 | 20 | 0 | none",
                "'automatic_scaling: {min_instances: 2, max_instances: 5}' | 2 | 5 | 2 | none",
                "'basic_scaling: {max_instances: 3}' | 1 | 3 | 0 | 86400000",
                "'manual_scaling: {instances: 1}' | 1 | 1 | 1 | 86400000",
                "'automatic_scaling: {max_instances: $MAX}' | 1 | unknown | 0 | none",
            })
    void standard_scaling(String scaling, String least, String most, String fewest, String timeout) {
        DeploymentUnit unit = units("runtime: nodejs24\n" + scaling + "\n").get(0);
        assertThat(TestFolder.setting(unit, "processes")).isEqualTo(least);
        assertThat(TestFolder.setting(unit, "most-processes")).isEqualTo(most);
        assertThat(TestFolder.setting(unit, "min-replicas")).isEqualTo(fewest);
        assertThat(TestFolder.setting(unit, "timeout")).isEqualTo(timeout);
    }

    @Test
    void the_flexible_environment_starts_two_and_can_be_sticky() {
        DeploymentUnit unit =
                units(
                                """
                                runtime: python
                                env: flex
                                runtime_config: {runtime_version: "3.12"}
                                network: {session_affinity: true}
                                resources: {memory_gb: 2}
                                liveness_check: {path: /alive}
                                env_variables: {MODE: live}
                                """)
                        .get(0);
        assertThat(TestFolder.setting(unit, "processes")).isEqualTo("2");
        assertThat(TestFolder.setting(unit, "most-processes")).isEqualTo("20");
        assertThat(TestFolder.setting(unit, "session-affinity")).isEqualTo("true");
        assertThat(TestFolder.setting(unit, "memory")).isEqualTo("2048.0");
        assertThat(TestFolder.setting(unit, "liveness-path")).isEqualTo("/alive");
        assertThat(TestFolder.setting(unit, "runtime")).isEqualTo("python3.12");
        assertThat(TestFolder.variable(unit, "PORT")).isEqualTo("8080");
        assertThat(TestFolder.variable(unit, "MODE")).isEqualTo("live");
    }

    @Test
    void a_site_of_files_alone_is_no_unit() {
        assertThat(units("runtime: python312\nhandlers:\n- {url: /, static_files: www/index.html, upload: www/index.html}\n- {url: /(.*), static_files: www/\\1, upload: www/(.*)}\n"))
                .isEmpty();
    }
}
