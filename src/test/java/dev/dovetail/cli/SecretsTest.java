package dev.dovetail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A build's log is read by more people than the repository: no value of a secret stands in it. */
class SecretsTest extends CommandLineTest {

    private ProjectWithSecrets project;

    @BeforeEach
    void write() throws IOException {
        project = ProjectWithSecrets.in(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "sarif", "json", "github", "junit", "gitlab", "markdown", "slack"})
    void a_check_shows_none(String format) {
        run("check", "--format", format, "--verbose", "--show-discharged", "--no-cache");

        assertThat(printed).contains("websocket-server");
        assertNothingLeaks();
    }

    @Test
    void a_check_quotes_the_lines_that_they_stand_in() {
        run("check", "--show-discharged", "--no-cache");

        assertThat(printed).contains("AWS_ACCESS_KEY_ID: ****", "API_KEY: ****");
        assertNothingLeaks();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json"})
    void units_show_what_can_be_none_and_no_other(String format) {
        run("units", "--format", format, "--no-cache");

        assertThat(printed).contains("DB_PASSWORD", "set, not shown", "8080", "debug");
        assertThat(project.values()).hasSizeGreaterThan(5).noneMatch(printed::contains);
        assertNothingLeaks();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "html", "markdown"})
    void a_table_of_hosts_shows_none(String format) {
        run("fit", "--format", format);

        assertThat(printed).contains("aws-lambda");
        assertNothingLeaks();
    }

    @Test
    void settings_that_are_proposed_hold_none() throws IOException {
        run("init");

        printed = read("dovetail.yaml");
        assertThat(printed).isNotBlank();
        assertNothingLeaks();
    }

    @Test
    void the_project_holds_what_is_looked_for() {
        assertThat(project.secrets()).hasSizeGreaterThan(60);
    }

    private void assertNothingLeaks() {
        List<String> lines = (printed + "\n" + failed).lines().toList();
        assertThat(lines)
                .filteredOn(line -> project.secrets().stream().anyMatch(line::contains))
                .isEmpty();
        assertThat(printed + failed).doesNotContain("mistake in Dovetail");
    }
}
