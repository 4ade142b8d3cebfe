package dev.dovetail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MendingTest extends CommandLineTest {

    private static final String CONFIG =
            """
            service: orders
            provider: {name: aws, runtime: nodejs16.x}
            functions:
              list: {handler: src/Orders.list}
              add:
                handler: "src/orders.Add"
            """;

    @BeforeEach
    void handlers_that_are_misspelled() throws IOException {
        write("serverless.yml", CONFIG);
        write("src/orders.js", "exports.list = async () => [];\nexports.add = async () => 1;\n");
    }

    @Test
    void a_diff_is_a_patch_and_changes_nothing() throws IOException {
        assertThat(run("check", "--diff")).isEqualTo(1);

        assertThat(printed)
                .startsWith("--- a/serverless.yml\n+++ b/serverless.yml\n@@ -1,6 +1,6 @@\n")
                .contains("-  list: {handler: src/Orders.list}\n+  list: {handler: src/orders.list}\n")
                .contains("-    handler: \"src/orders.Add\"\n+    handler: \"src/orders.add\"\n")
                .doesNotContain("+provider");
        assertThat(read("serverless.yml")).isEqualTo(CONFIG);
    }

    @Test
    void a_fix_changes_the_file_and_the_rest_is_reported() throws IOException {
        assertThat(run("check", "--fix")).isEqualTo(0);

        assertThat(failed).isEqualTo("dovetail: 2 findings mended in 1 files.\n");
        assertThat(printed).contains("[runtime-deprecated]").doesNotContain("[handler-exists]");
        assertThat(read("serverless.yml"))
                .isEqualTo(
                        CONFIG.replace("src/Orders.list", "src/orders.list")
                                .replace("src/orders.Add", "src/orders.add"));
        assertThat(run("check", "--diff")).isEqualTo(0);
        assertThat(printed).isEmpty();
    }

    @Test
    void what_somebody_should_look_at_is_mended_only_when_asked() throws IOException {
        run("check", "--fix", "--unsafe-fixes");

        assertThat(read("serverless.yml")).contains("runtime: nodejs24.x");
        assertThat(run("check", "--diff", "--unsafe-fixes")).isEqualTo(0);
    }

    @Test
    void a_file_whose_bytes_would_change_elsewhere_is_left_alone() throws IOException {
        byte[] marked = ("\uFEFF" + CONFIG).getBytes(StandardCharsets.UTF_8);
        Files.write(folder.resolve("serverless.yml"), marked);

        run("check", "--fix");

        assertThat(Files.readAllBytes(folder.resolve("serverless.yml"))).isEqualTo(marked);
    }

    @Test
    void a_finding_that_is_suppressed_is_not_mended() throws IOException {
        write("dovetail.yaml", "rules: {handler-exists: off}\n");

        run("check", "--fix");

        assertThat(read("serverless.yml")).isEqualTo(CONFIG);
    }

    @Test
    void ports_addresses_and_shells_of_a_container_are_mended() throws IOException {
        Files.delete(folder.resolve("serverless.yml"));
        write("server.js", "require('express')().listen(3000, 'localhost');\nprocess.on('SIGTERM', () => process.exit());\n");
        write("package.json", "{\"dependencies\": {\"express\": \"5\"}}\n");
        write("Dockerfile", "FROM node:22\nCOPY . .\nEXPOSE 8080\nCMD node server.js\n");

        run("check", "--fix");

        assertThat(failed).isEqualTo("dovetail: 3 findings mended in 2 files.\n");
        assertThat(read("Dockerfile")).endsWith("EXPOSE 3000\nCMD [\"node\", \"server.js\"]\n");
        assertThat(read("server.js")).startsWith("require('express')().listen(3000, '0.0.0.0');\n");
        assertThat(run("check", "--fail-on", "note")).isEqualTo(0);
    }

    @Test
    void a_command_that_needs_its_shell_keeps_it() throws IOException {
        Files.delete(folder.resolve("serverless.yml"));
        write("server.js", "require('express')().listen(3000);\n");
        write("package.json", "{\"dependencies\": {\"express\": \"5\"}}\n");
        write("Dockerfile", "FROM node:22\nCOPY . .\nEXPOSE 3000\nCMD node server.js \"$MODE\"\n");

        assertThat(run("check", "--diff")).isEqualTo(0);
    }
}
