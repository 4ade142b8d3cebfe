package dev.dovetail.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are odd on disk, or more than anybody writes: the rest is analysed all the same. */
class OddFilesTest extends SoundServiceTest {

    @ParameterizedTest
    @CsvSource({"UTF-16LE, FFFE", "UTF-16BE, FEFF"})
    void text_of_two_bytes_a_letter_is_read(String charset, String mark) throws IOException {
        byte[] text = "require('fs').mkdirSync('photos');\n".getBytes(charset);
        byte[] whole = new byte[text.length + 2];
        whole[0] = (byte) Integer.parseInt(mark.substring(0, 2), 16);
        whole[1] = (byte) Integer.parseInt(mark.substring(2), 16);
        System.arraycopy(text, 0, whole, 2, text.length);
        Files.write(folder.resolve("src/other.js"), whole);

        assertThat(check()).isEqualTo(1);
        assertThat(printed).contains(SOUND, "src/other.js:1:15: error: orders writes photos");
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_pipe_is_not_waited_for() throws Exception {
        Files.delete(folder.resolve("src/other.js"));
        Process made =
                new ProcessBuilder("mkfifo", folder.resolve("src/other.js").toString()).start();
        assumeTrue(made.waitFor(10, TimeUnit.SECONDS) && made.exitValue() == 0, "mkfifo is missing");

        assertThat(check()).isEqualTo(1);
        assertThat(printed).contains(SOUND);
    }

    @Test
    void a_link_to_a_device_is_not_read() throws IOException {
        Path zero = Path.of("/dev/zero");
        assumeTrue(Files.exists(zero), "there is no /dev/zero");
        Files.delete(folder.resolve("src/other.js"));
        Files.createSymbolicLink(folder.resolve("src/other.js"), zero);

        assertThat(check()).isEqualTo(1);
        assertThat(printed).contains(SOUND);
    }

    @Test
    void a_folder_and_a_file_that_may_not_be_read_are_named() throws IOException {
        write("secret/notes.js", "x\n");
        boolean closed =
                folder.resolve("secret").toFile().setReadable(false)
                        && folder.resolve("src/other.js").toFile().setReadable(false)
                        && !Files.isReadable(folder.resolve("src/other.js"));
        try {
            assumeTrue(closed, "this user may read everything");

            assertThat(check()).isEqualTo(1);
            assertThat(printed).contains(SOUND, "secret:1:1: ", "src/other.js:1:1: not analysed");
        } finally {
            assertThat(folder.resolve("secret").toFile().setReadable(true)).isTrue();
        }
    }

    @Test
    void a_source_of_two_hundred_thousand_lines_is_read() throws IOException {
        write("src/other.js", "exports.a = 1;\n".repeat(200_000));

        assertThat(check()).isEqualTo(1);
        assertThat(printed).contains(SOUND).doesNotContain("mistake in Dovetail");
    }

    @Test
    void a_folder_of_twenty_thousand_files_is_listed() throws IOException {
        Path many = Files.createDirectories(folder.resolve("data"));
        for (int i = 0; i < 20_000; i++) {
            Files.write(many.resolve("row" + i + ".json"), "{}".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(check()).isEqualTo(1);
        assertThat(printed).contains(SOUND);
    }

    @Test
    void manifests_that_lead_to_each_other_end() throws IOException {
        write("tsconfig.json", "{\"extends\": \"./b/tsconfig.json\"}");
        write("b/tsconfig.json", "{\"extends\": \"../tsconfig.json\", \"compilerOptions\": {\"paths\": {\"@/*\": [\"./*\"]}}}");
        write("package.json", "{\"name\": \"a\", \"main\": \"./lib\", \"imports\": {\"#x\": \"#y\", \"#y\": \"#x\"}, \"workspaces\": [\".\", \"lib\"]}");
        write("lib/package.json", "{\"name\": \"a\", \"main\": \"../\", \"exports\": \"./index.js\"}");
        write("src/other.js", "require('#x'); require('a'); require('../lib'); require('@/lib');\n");

        assertThat(check()).isEqualTo(1);
        assertThat(printed).contains(SOUND).doesNotContain("mistake in Dovetail");
    }
}
