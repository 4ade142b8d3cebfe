package dev.dovetail.cli;

import dev.dovetail.cli.replay.Disk;
import dev.dovetail.report.Style;
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
        // Whatever a library prints must not come between what is ours.
        System.setOut(err);
        Console console =
                new Console(
                        System.in,
                        out,
                        err,
                        err,
                        isTerminal(),
                        Integer.getInteger("dovetail.columns", Style.USUAL_WIDTH),
                        System.getenv(),
                        Path.of("").toAbsolutePath(),
                        today(),
                        Disk.forgetful());
        System.exit(dovetail(console).run(arguments));
    }

    /** The program; {@link Training} takes this way too, so that the archive holds all that it needs. */
    static Dovetail dovetail(Console console) {
        return new Dovetail(Main::engine, console);
    }

    /** All that lies beneath the commands. */
    private static Engine engine() {
        return new BuiltInEngine(() -> today().toString());
    }

    /** The day in UTC: asking for the machine's time zone would read all zones of the world. */
    static LocalDate today() {
        return LocalDate.ofEpochDay(System.currentTimeMillis() / (24 * 60 * 60 * 1000));
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
