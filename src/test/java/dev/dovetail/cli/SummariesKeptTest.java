package dev.dovetail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that did not change are not summarized again, and what is found of them is the same. */
class SummariesKeptTest extends CommandLineTest {

    @TempDir Path caches;

    private int check(Path workspace) {
        return run(
                "check",
                workspace.toString(),
                "--format",
                "json",
                "--show-discharged",
                "--cache-dir",
                caches.toString());
    }

    /** Only summaries are left: the run itself is made anew. */
    private void forgetRuns() throws IOException {
        try (Stream<Path> runs = Files.list(caches.resolve("runs"))) {
            for (Path run : runs.toList()) {
                Files.delete(run);
            }
        }
    }

    private List<Path> packs() throws IOException {
        Path folder = caches.resolve("summaries");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> packs = Files.list(folder)) {
            return packs.toList();
        }
    }

    @Test
    void all_fixtures_as_one_workspace() throws IOException {
        Path fixtures = Path.of("test-fixtures").toAbsolutePath();
        assertThat(check(fixtures)).isEqualTo(1);
        String said = printed;
        assertThat(packs()).hasSize(1);

        forgetRuns();
        check(fixtures);
        assertThat(printed).isEqualTo(said);

        Path pack = packs().get(0);
        byte[] bytes = Files.readAllBytes(pack);
        bytes[bytes.length / 2] ^= 1;
        Files.write(pack, bytes);
        forgetRuns();
        check(fixtures);
        assertThat(printed).isEqualTo(said);
    }

    @Test
    void a_file_that_changed_is_summarized_anew() throws IOException {
        write(
                "serverless.yml",
                """
                service: orders
                provider: {name: aws, runtime: nodejs22.x}
                functions:
                  orders: {handler: app.handler, events: [httpApi: '*']}
                """);
        String large = "exports.texts = [\n" + "  'a line of text that says little',\n".repeat(9000) + "];\n";
        write("texts.js", large);
        String app = "require('./texts');\nrequire('fs').writeFileSync('NAME', 'x');\n";
        write("app.js", app.replace("NAME", "first.txt") + "exports.handler = async () => 1;\n");
        check(folder);
        assertThat(packs()).hasSize(1);
        assertThat(printed).contains("first.txt");

        write("app.js", app.replace("NAME", "other.txt") + "exports.handler = async () => 1;\n");
        check(folder);
        assertThat(printed).contains("other.txt").doesNotContain("first.txt");
    }

    @Test
    void little_is_not_worth_keeping() throws IOException {
        write("serverless.yml", "service: a\nprovider: {name: aws}\nfunctions: {f: {handler: a.f}}\n");
        write("a.js", "exports.f = async () => 1;\n");
        check(folder);

        assertThat(packs()).isEmpty();
    }
}
