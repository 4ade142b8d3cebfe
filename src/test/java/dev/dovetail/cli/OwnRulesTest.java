package dev.dovetail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules of a user's own, from the file to the finding: the example of the documentation. */
class OwnRulesTest extends CommandLineTest {

    private static final Path EXAMPLE = Path.of("test-fixtures/own-rules");
    private static final String RULE = "dovetail-rules/features/legacy-queue-client.yaml";
    private static final String CASE =
            "dovetail-rules/fixtures/legacy-queue-client/on-lambda/src/place.js";

    @BeforeEach
    void the_example() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(EXAMPLE)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            write(EXAMPLE.relativize(file).toString(), Files.readString(file));
        }
    }

    @Test
    void its_fixtures_pass() {
        assertThat(run("test")).isEqualTo(0);
        assertThat(printed).contains("ok   legacy-queue-client/on-lambda", "4 passed, 0 failed");
    }

    @Test
    void a_line_that_is_not_as_expected_fails_and_is_named() throws IOException {
        write(CASE, read(CASE).replace(" // expect: legacy-queue-client", ""));

        assertThat(run("test")).isEqualTo(1);
        assertThat(printed)
                .contains(
                        "FAIL legacy-queue-client/on-lambda\n",
                        "found, not expected: src/place.js:3 legacy-queue-client\n",
                        "3 passed, 1 failed");
    }

    @Test
    void a_rule_file_with_an_error_is_named_with_its_line() throws IOException {
        write(RULE, read(RULE).replace("level: error", "level: fatal"));

        assertThat(run("test")).isEqualTo(2);
        assertThat(failed)
                .contains("dovetail-rules/features/legacy-queue-client.yaml:4:8: level: ");
    }

    @Test
    void a_platform_that_there_is_not_is_named_with_its_line() throws IOException {
        write(RULE, read(RULE).replace("  aws-lambda:\n", "  aws-lamda:\n"));

        assertThat(run("test")).isEqualTo(2);
        assertThat(failed).contains("there is no platform aws-lamda");
    }

    @Test
    void a_check_uses_the_rule_and_leaves_its_fixtures_alone() throws IOException {
        assertThat(run("check")).isEqualTo(0);
        write("serverless.yml", read(CASE.replace("src/place.js", "serverless.yml")));
        write("src/place.js", read(CASE));

        assertThat(run("check")).isEqualTo(1);
        assertThat(printed)
                .contains("src/place.js:3:15: error: place connects to orders with @acme/queue")
                .doesNotContain("dovetail-rules/");
    }

    @Test
    void without_rules_there_is_nothing_to_test() throws IOException {
        write("dovetail.yaml", "rules: {}\n");

        assertThat(run("test")).isEqualTo(2);
        assertThat(failed).contains("name their folder with `own-rules`");
    }
}
