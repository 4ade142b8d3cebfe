package dev.dovetail.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * SARIF in the eyes of Microsoft's validator, with its rules for GitHub. Where the program is, is
 * said by the variable {@code SARIF_MULTITOOL}; {@code .ci/run} installs it from npm.
 */
class SarifMultitoolTest {

    @TempDir Path temporary;

    private String validator = "";

    @BeforeEach
    void the_validator() {
        validator = System.getenv().getOrDefault("SARIF_MULTITOOL", "");
        assumeTrue(!validator.isEmpty(), "SARIF_MULTITOOL does not say where the validator is");
    }

    @Test
    void the_showcase_has_nothing_to_warn_of() throws IOException {
        Programs.writeLauncher(temporary);
        Path sarif = temporary.resolve("dovetail.sarif");
        Programs.Result check =
                Programs.run(
                        Path.of("").toAbsolutePath(),
                        Map.of(),
                        temporary.resolve("dovetail").toString(),
                        "check",
                        "test-fixtures/showcase",
                        "--show-discharged",
                        "--format",
                        "sarif",
                        "--output",
                        sarif.toString());
        assertThat(check.status()).as(check.output()).isEqualTo(1);

        assertThat(validate(sarif)).isEmpty();
    }

    @Test
    void the_validator_does_warn_of_what_github_refuses() throws IOException {
        Path sarif = temporary.resolve("poor.sarif");
        Files.writeString(
                sarif,
                """
                {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
                 "runs": [{"tool": {"driver": {"name": "poor"}},
                           "results": [{"ruleId": "A1", "message": {"text": "no place"}}]}]}
                """);

        assertThat(validate(sarif)).isNotEmpty();
    }

    /** What it says at the level of a warning or above. */
    private List<String> validate(Path sarif) throws IOException {
        Path result = temporary.resolve("validated.sarif");
        Programs.run(
                temporary,
                Map.of(),
                validator,
                "validate",
                sarif.toString(),
                "--rule-kind",
                "Sarif;Ghas",
                "--output",
                result.toString(),
                "--log",
                "ForceOverwrite");
        List<String> said = new ArrayList<>();
        for (JsonNode each : new ObjectMapper().readTree(result.toFile()).at("/runs/0/results")) {
            String level = each.path("level").asText("warning");
            if (!level.equals("note") && !level.equals("none")) {
                said.add(each.path("ruleId").asText() + " " + each.path("message"));
            }
        }
        return said;
    }
}
