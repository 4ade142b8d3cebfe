package dev.dovetail.config.commands;

import java.util.List;

/** A command as config writes it. */
public sealed interface CommandLine {

    /** A program and its arguments, started with no shell between. */
    record Exec(List<String> arguments) implements CommandLine {
        public Exec {
            arguments = List.copyOf(arguments);
        }
    }

    /** A text that {@code /bin/sh -c} runs. */
    record ShellText(String text) implements CommandLine {}

    /** A text that is split into words as a shell would, and started with no shell between. */
    record Words(String text) implements CommandLine {}
}
