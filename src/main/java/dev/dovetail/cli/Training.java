package dev.dovetail.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * Runs what users run most, in one process that prints nothing: the launcher makes the class-data
 * archive from the classes that it loads.
 */
public final class Training {

    private Training() {}

    /**
     * Runs it.
     *
     * @param arguments the folder to check, one for what is remembered of it, and others to check
     */
    public static void main(String... arguments) {
        PrintStream nowhere =
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Console console =
                new Console(
                        nowhere,
                        nowhere,
                        true,
                        Map.of(),
                        Path.of("").toAbsolutePath(),
                        Main.today());
        for (String format : new String[] {"text", "sarif", "json"}) {
            // The second time, what was remembered.
            for (int time = 0; time < 2; time++) {
                Main.dovetail(console)
                        .run(
                                "check",
                                arguments[0],
                                "--format",
                                format,
                                "--show-discharged",
                                "--cache-dir",
                                arguments[1]);
            }
        }
        for (int i = 2; i < arguments.length; i++) {
            Main.dovetail(console).run("check", arguments[i], "--format", "json", "--no-cache");
        }
        Main.dovetail(console).run("units", arguments[0], "--no-cache");
        Main.dovetail(console).run("rules");
    }
}
