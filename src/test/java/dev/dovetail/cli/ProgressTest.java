package dev.dovetail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.workspace.DirectoryWorkspace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressTest {

    @TempDir Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void what_is_quick_says_nothing() throws IOException {
        try (Progress progress = progress()) {
            assertThat(progress.observed().read("a.js")).contains("1;\n");
        }

        assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void what_takes_long_says_how_far_it_is_and_takes_the_line_away() throws Exception {
        try (Progress progress = progress()) {
            progress.observed().read("a.js");
            while (said.size() == 0) {
                Thread.sleep(20);
            }
        }

        assertThat(said.toString(StandardCharsets.UTF_8))
                .startsWith("\rdovetail: 1 of 1 files read ")
                .endsWith("\r\u001B[K");
    }

    private Progress progress() throws IOException {
        Files.writeString(folder.resolve("a.js"), "1;\n");
        return new Progress(
                DirectoryWorkspace.open(folder),
                new PrintStream(said, true, StandardCharsets.UTF_8));
    }
}
