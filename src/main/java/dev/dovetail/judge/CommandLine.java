package dev.dovetail.judge;

import dev.dovetail.link.Folded;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.link.Values;
import dev.dovetail.source.Binding;
import dev.dovetail.source.Expr;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.source.Use;
import java.util.List;
import java.util.Optional;

/** The program that a command starts: its first word, or the first element of its list of words. */
final class CommandLine {

    /** {@code NAME=value} before the program sets a variable for it. */
    private static final String VARIABLE = "[A-Za-z_][A-Za-z0-9_]*=.*";

    /** {@code cd folder &&} before the program. */
    private static final String CHANGE_FOLDER = "^\\s*cd\\s[^&;]*(&&|;)";

    private static final int LONGEST_CHAIN = 8;

    private CommandLine() {}

    static Folded program(LinkedUnit unit, Values.Found command) {
        if (!(command instanceof Values.Found.There there)) {
            return Subject.fold(unit, command);
        }
        SourceSummary file = there.written().file();
        Expr value = followed(file, there.written().value());
        if (value instanceof Expr.ListOf list) {
            return list.elements().isEmpty()
                    ? Folded.UNKNOWN
                    : unit.folder().fold(file, list.elements().get(0));
        }
        Optional<Expr> first = firstOfList(unit, file, value);
        return first.map(word -> unit.folder().fold(file, word))
                .orElseGet(() -> firstWord(unit.folder().fold(file, value)));
    }

    /** The first argument of a call that makes a list of its arguments: {@code List.of("git")}. */
    private static Optional<Expr> firstOfList(LinkedUnit unit, SourceSummary file, Expr value) {
        if (!(value instanceof Expr.Result result)) {
            return Optional.empty();
        }
        Use use = file.uses().get(result.use());
        boolean list =
                unit.resolver()
                        .facts()
                        .isCallThatFolds(unit.resolver().paths(file, use.target()), "list");
        return list
                ? use.arguments().stream().findFirst().map(Use.Argument::value)
                : Optional.empty();
    }

    private static Expr followed(SourceSummary file, Expr written) {
        Expr value = written;
        for (int i = 0; i < LONGEST_CHAIN && value instanceof Expr.Ref ref; i++) {
            Binding binding = file.bindings().get(ref.binding());
            boolean single =
                    binding.values().size() == 1 && binding.kind() != Binding.Kind.PARAMETER;
            if (!single) {
                return value;
            }
            value = binding.values().get(0);
        }
        return value;
    }

    private static Folded firstWord(Folded line) {
        if (line instanceof Folded.Partial partial) {
            String prefix = partial.prefix().stripLeading();
            boolean whole = prefix.chars().anyMatch(Character::isWhitespace);
            return whole ? firstWord(prefix) : line;
        }
        if (line instanceof Folded.Structure) {
            return Folded.UNKNOWN;
        }
        return line.text().map(CommandLine::firstWord).orElse(line);
    }

    private static Folded firstWord(String line) {
        for (String word : List.of(line.replaceFirst(CHANGE_FOLDER, "").strip().split("\\s+"))) {
            if (!word.matches(VARIABLE)) {
                return new Folded.Known(word.replaceAll("^[\"']|[\"']$", ""));
            }
        }
        return Folded.UNKNOWN;
    }
}
