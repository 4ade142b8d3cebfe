package dev.dovetail.cli;

import dev.dovetail.cache.Build;
import dev.dovetail.cache.CacheFolder;
import dev.dovetail.cli.replay.Run;
import dev.dovetail.engine.KeptSummaries;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Where a command line says that things may be remembered. It is asked before options are parsed, for
 * an answer that is known already needs no parser.
 */
final class Memory {

    private static final String NONE = "--no-cache";
    private static final String FOLDER = "--cache-dir";

    /** Commands that only read, and say the same of the same files. */
    private static final Set<String> REPEATABLE = Set.of("check", "units");

    /** Options that see or change more than the disk tells when it is asked again. */
    private static final Set<String> NOT_REPEATABLE = Set.of("--fix", "--since");

    /** What output looks like depends on them; see {@link Console#style}. */
    private static final List<String> VARIABLES = List.of("NO_COLOR", "FORCE_COLOR", "TERM");

    /** How names of files and numbers are written depends on them. */
    private static final List<String> PROPERTIES =
            List.of("java.runtime.version", "sun.jnu.encoding", "file.encoding");

    private Memory() {}

    static void addTo(CommandSpec spec) {
        spec.addOption(
                        Options.text(
                                FOLDER,
                                "FOLDER",
                                "Remember there what was found in files; in the user's folder for"
                                        + " caches when missing."))
                .addOption(Options.flag(NONE, "Remember nothing, and use nothing remembered."));
    }

    /** The folder of the cache, which need not exist; empty when nothing is to be remembered. */
    static Optional<Path> folder(List<String> arguments, Console console) {
        if (arguments.contains(NONE)) {
            return Optional.empty();
        }
        Optional<String> given = given(arguments);
        try {
            return given.isPresent()
                    ? Optional.of(console.folder().resolve(given.get()))
                    : CacheFolder.of(
                            console.environment(), System.getProperty("os.name", ""));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> given(List<String> arguments) {
        int at = arguments.lastIndexOf(FOLDER);
        if (at >= 0 && at + 1 < arguments.size()) {
            return Optional.of(arguments.get(at + 1));
        }
        String assigned = FOLDER + "=";
        return arguments.stream()
                .filter(argument -> argument.startsWith(assigned))
                .map(argument -> argument.substring(assigned.length()))
                .findFirst();
    }

    /** What is remembered of the files of a workspace. */
    static KeptSummaries summaries(List<String> arguments, Path root, Console console) {
        return folder(arguments, console)
                .map(folder -> KeptSummaries.in(folder, root))
                .orElseGet(KeptSummaries::none);
    }

    /** Remembers what was summarized, and that a run cannot be repeated which gave a file up. */
    static void keep(KeptSummaries summaries, List<String> arguments, Console console) {
        if (summaries.dependOnTime()) {
            console.disk().cannotBeRepeated();
        }
        keep(summaries::keep, arguments, console);
    }

    /** Something that is remembered. */
    interface Thing {
        void keep() throws IOException;
    }

    /** Remembers something, or not: nothing depends on it. */
    static void keep(Thing thing, List<String> arguments, Console console) {
        // Nobody has to wait for it.
        console.out().flush();
        try {
            thing.keep();
        } catch (IOException e) {
            if (arguments.contains("--verbose")) {
                console.screen().print("dovetail: this run is not remembered: " + e + "\n");
            }
        }
    }

    /** The run of a command line that may have been made before. */
    static Optional<Run> run(Console console, String... words) {
        List<String> arguments = Arrays.asList(words);
        if (arguments.isEmpty()
                || !REPEATABLE.contains(arguments.get(0))
                || arguments.stream().anyMatch(Memory::forbids)) {
            return Optional.empty();
        }
        Optional<Path> folder = folder(arguments, console);
        Optional<String> build = folder.isPresent() ? Build.id() : Optional.empty();
        return build.map(
                id -> new Run(folder.get(), key(id, arguments, console), console.out(), console.err()));
    }

    /** Also where picocli would read further arguments from a file. */
    private static boolean forbids(String argument) {
        int equals = argument.indexOf('=');
        return argument.startsWith("@")
                || NOT_REPEATABLE.contains(equals < 0 ? argument : argument.substring(0, equals));
    }

    private static byte[] key(String build, List<String> arguments, Console console) {
        List<String> parts = new ArrayList<>();
        parts.add(build);
        parts.add(console.today().toString());
        parts.add(console.folder().toString());
        parts.add(String.valueOf(console.isTerminal()));
        parts.add(String.valueOf(console.columns()));
        VARIABLES.forEach(name -> parts.add(console.environment().getOrDefault(name, "")));
        PROPERTIES.forEach(name -> parts.add(System.getProperty(name, "")));
        parts.add(Locale.getDefault().toString());
        parts.addAll(arguments);
        // No argument, path or variable holds it.
        return String.join("\0", parts).getBytes(StandardCharsets.UTF_8);
    }
}
