package dev.dovetail.config.apprunner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.TestFolder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppRunnerReaderTest {

    @TempDir Path root;

    @Test
    void a_service_has_its_command_port_and_variables() {
        DeploymentUnit unit =
                new TestFolder(root)
                        .write("api/app.py", "")
                        .write(
                                "api/apprunner.yaml",
                                """
                                version: 1.0
                                runtime: python3
                                run:
                                  runtime-version: 3.11.4
                                  command: gunicorn app:app
                                  network: {port: 8000, env: APP_PORT}
                                  env:
                                  - {name: MODE, value: live}
                                  secrets:
                                  - {name: KEY, value-from: arn}
                                """)
                        .units(new AppRunnerReader())
                        .get(0);
        assertThat(unit.name()).isEqualTo("api");
        assertThat(unit.host()).isEqualTo("aws-app-runner");
        assertThat(TestFolder.entry(unit)).isEqualTo("api/app.py app");
        assertThat(TestFolder.setting(unit, "port")).isEqualTo("8000");
        assertThat(TestFolder.setting(unit, "runtime")).isEqualTo("python3.11");
        assertThat(TestFolder.setting(unit, "most-processes")).isEqualTo("25");
        assertThat(TestFolder.variable(unit, "APP_PORT")).isEqualTo("8000");
        assertThat(TestFolder.variable(unit, "MODE")).isEqualTo("live");
        assertThat(TestFolder.variable(unit, "KEY")).isEqualTo("unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "run: npm start", "run: {command: [npm, start]}", "- run", "run: {command: ", "a: &a [*a]"})
    void what_starts_nothing_is_no_unit(String text) {
        assertThat(new TestFolder(root).write("apprunner.yaml", text).units(new AppRunnerReader())).isEmpty();
    }
}
