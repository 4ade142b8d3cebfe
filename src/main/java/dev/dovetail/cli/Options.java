package dev.dovetail.cli;

import dev.dovetail.knowledge.Knowledge;
import dev.dovetail.knowledge.Platform;
import dev.dovetail.report.Style;
import dev.dovetail.workspace.DirectoryWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** Options that several commands share, and how to read them. */
final class Options {

    private Options() {}

    static OptionSpec flag(String name, String description) {
        return OptionSpec.builder(name)
                .type(boolean.class)
                .arity("0")
                .description(description)
                .build();
    }

    static OptionSpec text(String name, String label, String description) {
        return OptionSpec.builder(name)
                .type(String.class)
                .paramLabel(label)
                .description(description)
                .build();
    }

    /** An option whose values are separated by commas, and which may be given again. */
    static OptionSpec list(String name, String label, String description) {
        return OptionSpec.builder(name)
                .type(String[].class)
                .arity("1")
                .splitRegex(",")
                .paramLabel(label)
                .description(description)
                .build();
    }

    static OptionSpec colour() {
        return text("--color", "WHEN", "auto, always or never; auto honours NO_COLOR.");
    }

    static PositionalParamSpec path() {
        return optionalWord("PATH", "Folder to check; the current one when missing.");
    }

    /** A word after the command that may be missing. */
    static PositionalParamSpec optionalWord(String label, String description) {
        return word(label, description, "0..1", false);
    }

    /** A word after the command that must be there. */
    static PositionalParamSpec word(String label, String description) {
        return word(label, description, "1", true);
    }

    private static PositionalParamSpec word(
            String label, String description, String arity, boolean required) {
        return PositionalParamSpec.builder()
                .type(String.class)
                .arity(arity)
                .required(required)
                .index("0")
                .paramLabel(label)
                .description(description)
                .build();
    }

    static boolean isSet(ParseResult arguments, String name) {
        return arguments.matchedOptionValue(name, false);
    }

    static List<String> all(ParseResult arguments, String name) {
        String[] none = {};
        return List.of(arguments.matchedOptionValue(name, none));
    }

    /** The value of an option that only takes some words. */
    static String oneOf(ParseResult arguments, String name, List<String> words, String otherwise) {
        String given = arguments.matchedOptionValue(name, otherwise);
        return Nearest.require("value for " + name, given, words);
    }

    static Style style(ParseResult arguments, Console console) {
        return console.style(
                oneOf(arguments, "--color", List.of("auto", "always", "never"), "auto"));
    }

    /** The workspace at PATH. */
    static DirectoryWorkspace workspace(ParseResult arguments, Console console) throws IOException {
        String given = arguments.matchedPositionalValue(0, ".");
        Path folder = path(given, console);
        if (!console.disk().isFolder(folder)) {
            throw new UsageException(
                    Files.exists(folder)
                            ? "'%s' is a file; name a folder to check, and its files with --focus."
                                    .formatted(given)
                            : "There is no folder '%s'.".formatted(given));
        }
        return console.disk().workspace(folder);
    }

    static Path path(String given, Console console) {
        try {
            return console.folder().resolve(given);
        } catch (InvalidPathException e) {
            throw new UsageException("'%s' is no path.".formatted(given));
        }
    }

    /** Ids of the platforms that run a unit's process. */
    static Set<String> hosts(Knowledge knowledge) {
        return knowledge.platforms().entrySet().stream()
                .filter(entry -> entry.getValue().kind() == Platform.Kind.HOST)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
