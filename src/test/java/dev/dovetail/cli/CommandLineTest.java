package dev.dovetail.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** Runs the whole program on a folder of the test's own. */
abstract class CommandLineTest {

    /** A day on which the runtimes of the tests are still looked after. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    @TempDir Path folder;

    /** What the last run printed. */
    String printed = "";

    /** What it said on standard error. */
    String failed = "";

    int run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console =
                new Console(
                        new PrintStream(out, false, StandardCharsets.UTF_8),
                        new PrintStream(err, false, StandardCharsets.UTF_8),
                        false,
                        Map.of(),
                        folder,
                        TODAY);
        int status =
                new Dovetail(() -> new BuiltInEngine(TODAY::toString), console).run(arguments);
        printed = out.toString(StandardCharsets.UTF_8);
        failed = err.toString(StandardCharsets.UTF_8);
        return status;
    }

    String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
