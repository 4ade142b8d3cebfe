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
     * @param arguments the folder to check
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
        Dovetail dovetail = Main.dovetail(console);
        for (String format : new String[] {"text", "sarif", "json"}) {
            dovetail.run("check", arguments[0], "--format", format, "--show-discharged");
        }
        dovetail.run("units", arguments[0]);
        dovetail.run("rules");
    }
}
