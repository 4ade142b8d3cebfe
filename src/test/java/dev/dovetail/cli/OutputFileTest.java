package dev.dovetail.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A report is there whole or not at all, and nothing else is written to. */
class OutputFileTest {

    @TempDir Path folder;

    @Test
    void what_was_there_is_replaced_and_nothing_is_left_beside_it() throws IOException {
        Path report = Files.writeString(folder.resolve("report.json"), "old");

        OutputFile.write(report, out -> out.write(bytes("new")));

        assertThat(report).hasContent("new");
        assertThat(names()).containsExactly("report.json");
    }

    @Test
    void what_was_there_stays_when_writing_fails() throws IOException {
        Path report = Files.writeString(folder.resolve("report.json"), "old");

        assertThatThrownBy(
                        () ->
                                OutputFile.write(
                                        report,
                                        out -> {
                                            out.write(bytes("half"));
                                            throw new IOException("the disk is full");
                                        }))
                .hasMessage("the disk is full");

        assertThat(report).hasContent("old");
        assertThat(names()).containsExactly("report.json");
    }

    @Test
    void a_link_that_was_laid_for_the_file_beside_it_is_not_followed() throws IOException {
        Path precious = Files.writeString(folder.resolve("precious"), "mine");
        Path laid = Files.createSymbolicLink(folder.resolve(".report.json.1"), precious);
        Path dangling =
                Files.createSymbolicLink(
                        folder.resolve(".report.json.2"), folder.resolve("not-there"));

        for (Path aside : List.of(laid, dangling)) {
            assertThatThrownBy(
                            () ->
                                    OutputFile.writeAside(
                                            aside,
                                            folder.resolve("report.json"),
                                            out -> out.write(bytes("new"))))
                    .isInstanceOf(FileAlreadyExistsException.class);
        }

        assertThat(precious).hasContent("mine");
        assertThat(names())
                .containsExactly(".report.json.1", ".report.json.2", "precious");
    }

    @Test
    @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_process_that_is_ended_half_way_leaves_what_was_there() throws Exception {
        Path report = Files.writeString(folder.resolve("report.json"), "old");
        Process writing =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                WritesForever.class.getName(),
                                report.toString())
                        .start();
        try {
            assumeTrue(writing.supportsNormalTermination(), "processes here are ended by force alone");
            assertThat(writing.getInputStream().read()).isEqualTo('.');
            assertThat(names()).hasSize(2).contains("report.json");

            writing.destroy();

            assertThat(writing.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(report).hasContent("old");
            assertThat(names()).containsExactly("report.json");
        } finally {
            writing.destroyForcibly();
        }
    }

    /** Says a point once there is half a file, and goes on writing. */
    static final class WritesForever {

        private WritesForever() {}

        public static void main(String[] arguments) throws IOException {
            OutputFile.write(
                    Path.of(arguments[0]),
                    out -> {
                        out.write(new byte[100_000]);
                        System.out.print('.');
                        System.out.flush();
                        while (true) {
                            out.write('x');
                            pause();
                        }
                    });
        }

        private static void pause() throws IOException {
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
