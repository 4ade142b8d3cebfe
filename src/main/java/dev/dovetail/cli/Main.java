package dev.dovetail.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;

/** Where the process starts, and its parts are put together. */
public final class Main {

    private Main() {}

    public static void main(String... arguments) {
        // The platform's own streams write in the locale's charset; ours are UTF-8 everywhere.
        PrintStream out = stream(FileDescriptor.out);
        PrintStream err = stream(FileDescriptor.err);
        Console console =
                new Console(
                        out,
                        err,
                        isTerminal(),
                        System.getenv(),
                        Path.of("").toAbsolutePath(),
                        LocalDate.now());
        System.exit(new Dovetail(Main::engine, console).run(arguments));
    }

    /** All that lies beneath the commands. */
    static Engine engine() {
        return new BuiltInEngine(() -> LocalDate.now().toString());
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(descriptor), 1 << 16),
                false,
                StandardCharsets.UTF_8);
    }

    /** The launcher knows; java itself cannot say it, and from 22 on has a console without one. */
    private static boolean isTerminal() {
        return "true".equals(System.getProperty("dovetail.terminal"));
    }
}
