package dev.dovetail.cli;

import dev.dovetail.cli.replay.Disk;
import dev.dovetail.cli.replay.Run;
import dev.dovetail.report.Style;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;

/**
 * What surrounds a command.
 *
 * @param in read by the one command that speaks a protocol
 * @param out takes UTF-8
 * @param screen takes what is taken away again, such as progress
 * @param isTerminal whether {@code out} is one
 * @param columns of the terminal
 * @param folder where relative paths of arguments start
 * @param disk where commands look for themselves
 */
record Console(
        InputStream in,
        PrintStream out,
        PrintStream err,
        PrintStream screen,
        boolean isTerminal,
        int columns,
        Map<String, String> environment,
        Path folder,
        LocalDate today,
        Disk disk) {

    /** Surroundings with nothing to read, where nobody says how wide the terminal is. */
    Console(
            PrintStream out,
            PrintStream err,
            boolean isTerminal,
            Map<String, String> environment,
            Path folder,
            LocalDate today) {
        this(
                InputStream.nullInputStream(),
                out,
                err,
                err,
                isTerminal,
                Style.USUAL_WIDTH,
                environment,
                folder,
                today,
                Disk.forgetful());
    }

    /** The same surroundings, with somebody who listens and remembers. */
    Console heardBy(Run run) {
        return new Console(
                in,
                run.out(),
                run.err(),
                screen,
                isTerminal,
                columns,
                environment,
                folder,
                today,
                run.disk());
    }

    /**
     * How output to {@link #out} looks.
     *
     * @param colour {@code auto}, {@code always} or {@code never}
     */
    Style style(String colour) {
        return switch (colour) {
            case "always" -> new Style(true, columns);
            case "never" -> new Style(false, columns);
            default -> new Style(wantsColour(), columns);
        };
    }

    private boolean wantsColour() {
        if (isSet("NO_COLOR")) {
            return false;
        }
        return isSet("FORCE_COLOR") || isTerminal && !"dumb".equals(environment.get("TERM"));
    }

    private boolean isSet(String variable) {
        return !environment.getOrDefault(variable, "").isEmpty();
    }
}
