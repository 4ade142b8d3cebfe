package dev.dovetail.config.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes a tree of a shell's text; what it does not understand it skips, so that it always ends. */
final class ShellParser {

    private static final int DEEPEST = 100;
    private static final int LONGEST = 200_000;
    private static final Set<String> CLOSERS =
            Set.of("then", "else", "elif", "fi", "do", "done", "esac", "}");

    private final List<ShellLexer.Token> tokens;
    private int at;
    private int depth;

    private ShellParser(List<ShellLexer.Token> tokens) {
        this.tokens = tokens;
    }

    static Shell.Sequence parse(String text) {
        if (text.length() > LONGEST) {
            return new Shell.Sequence(List.of());
        }
        ShellParser parser = new ShellParser(ShellLexer.tokens(text));
        List<Shell.Item> items = new ArrayList<>();
        while (parser.at < parser.tokens.size()) {
            items.addAll(parser.sequence().items());
            // A closing word that nothing opened.
            parser.at++;
        }
        return new Shell.Sequence(items);
    }

    private Shell.Sequence sequence() {
        List<Shell.Item> items = new ArrayList<>();
        if (depth > DEEPEST) {
            at = tokens.size();
            return new Shell.Sequence(items);
        }
        depth++;
        while (at < tokens.size()) {
            if (isOperator("\n") || isOperator(";") || isOperator("&")) {
                at++;
                continue;
            }
            if (isOperator(")") || isOperator(";;") || CLOSERS.contains(keyword())) {
                break;
            }
            int before = at;
            Shell command = chain();
            items.add(new Shell.Item(command, isOperator("&")));
            if (at == before) {
                at++;
            }
        }
        depth--;
        return new Shell.Sequence(items);
    }

    private Shell chain() {
        Shell first = pipeline();
        List<Shell.Link> rest = new ArrayList<>();
        while (isOperator("&&") || isOperator("||")) {
            boolean or = isOperator("||");
            at++;
            skipLines();
            rest.add(new Shell.Link(or, pipeline()));
        }
        return rest.isEmpty() ? first : new Shell.Chain(first, rest);
    }

    private Shell pipeline() {
        List<Shell> commands = new ArrayList<>();
        commands.add(command());
        while (isOperator("|") || isOperator("|&")) {
            at++;
            skipLines();
            commands.add(command());
        }
        return commands.size() == 1 ? commands.get(0) : new Shell.Pipeline(commands);
    }

    private Shell command() {
        if (depth > DEEPEST) {
            at = tokens.size();
            return new Shell.Sequence(List.of());
        }
        depth++;
        Shell command = anyCommand();
        depth--;
        return command;
    }

    private Shell anyCommand() {
        if (isOperator("(")) {
            at++;
            Shell.Sequence body = sequence();
            accept(")");
            redirections();
            return new Shell.Group(body);
        }
        switch (keyword()) {
            case "!" -> {
                at++;
                return new Shell.Not(command());
            }
            case "{" -> {
                at++;
                Shell.Sequence body = sequence();
                acceptWord("}");
                redirections();
                return new Shell.Group(body);
            }
            case "if" -> {
                at++;
                Shell found = conditional();
                redirections();
                return found;
            }
            case "while", "until" -> {
                at++;
                sequence();
                acceptWord("do");
                Shell.Sequence body = sequence();
                acceptWord("done");
                redirections();
                return new Shell.Loop(body);
            }
            case "for", "select" -> {
                return forLoop();
            }
            case "case" -> {
                return caseOf();
            }
            case "function" -> {
                at++;
                return function();
            }
            default -> {
                return isFunction() ? function() : simple();
            }
        }
    }

    private Shell conditional() {
        if (depth > DEEPEST) {
            at = tokens.size();
            return new Shell.Sequence(List.of());
        }
        depth++;
        Shell found = branches();
        depth--;
        return found;
    }

    private Shell branches() {
        Shell.Sequence condition = sequence();
        acceptWord("then");
        Shell.Sequence then = sequence();
        Optional<Shell.Sequence> otherwise = Optional.empty();
        if (keyword().equals("elif")) {
            at++;
            otherwise =
                    Optional.of(
                            new Shell.Sequence(List.of(new Shell.Item(conditional(), false))));
            return new Shell.If(condition, then, otherwise);
        }
        if (keyword().equals("else")) {
            at++;
            otherwise = Optional.of(sequence());
        }
        acceptWord("fi");
        return new Shell.If(condition, then, otherwise);
    }

    private Shell forLoop() {
        while (at < tokens.size() && !keyword().equals("do")) {
            at++;
        }
        acceptWord("do");
        Shell.Sequence body = sequence();
        acceptWord("done");
        redirections();
        return new Shell.Loop(body);
    }

    private Shell caseOf() {
        at++;
        Word subject = at < tokens.size() ? tokens.get(at++).word() : Word.of("");
        skipLines();
        acceptWord("in");
        List<Shell.Arm> arms = new ArrayList<>();
        skipLines();
        while (at < tokens.size() && !keyword().equals("esac")) {
            int before = at;
            accept("(");
            List<Word> patterns = new ArrayList<>();
            while (at < tokens.size() && !isOperator(")")) {
                if (!tokens.get(at).isOperator()) {
                    patterns.add(tokens.get(at).word());
                }
                at++;
            }
            accept(")");
            Shell.Sequence body = sequence();
            accept(";;");
            arms.add(new Shell.Arm(patterns, body));
            skipLines();
            if (at == before) {
                at++;
            }
        }
        acceptWord("esac");
        redirections();
        return new Shell.Case(subject, arms);
    }

    private boolean isFunction() {
        return !keyword().isEmpty() && isOperatorAt(at + 1, "(") && isOperatorAt(at + 2, ")");
    }

    private Shell function() {
        String name = keyword();
        at++;
        accept("(");
        accept(")");
        skipLines();
        return new Shell.Function(name, command());
    }

    private Shell simple() {
        List<Shell.Assignment> assignments = new ArrayList<>();
        List<Word> words = new ArrayList<>();
        int line = at < tokens.size() ? tokens.get(at).word().line() : 1;
        while (at < tokens.size()) {
            if (isRedirection()) {
                redirections();
                continue;
            }
            if (tokens.get(at).isOperator()) {
                break;
            }
            Word word = tokens.get(at++).word();
            Optional<Shell.Assignment> assignment =
                    words.isEmpty() ? assignment(word) : Optional.empty();
            if (assignment.isPresent()) {
                assignments.add(assignment.get());
            } else {
                words.add(word);
            }
        }
        return new Shell.Simple(assignments, words, line);
    }

    /** {@code NAME=value}, when a word is one. */
    static Optional<Shell.Assignment> assignment(Word word) {
        if (word.parts().isEmpty() || !(word.parts().get(0) instanceof Word.Text first)) {
            return Optional.empty();
        }
        int equals = first.text().indexOf('=');
        if (equals <= 0 || !first.text().substring(0, equals).matches("[A-Za-z_][A-Za-z0-9_]*")) {
            return Optional.empty();
        }
        List<Word.Part> value = new ArrayList<>();
        value.add(new Word.Text(first.text().substring(equals + 1), true));
        value.addAll(word.parts().subList(1, word.parts().size()));
        return Optional.of(
                new Shell.Assignment(
                        first.text().substring(0, equals), new Word(value, word.line())));
    }

    private boolean isRedirection() {
        if (at >= tokens.size()) {
            return false;
        }
        return switch (tokens.get(at).operator()) {
            case ">", "<", ">>", ">&", "<&", "&>", ">|" -> true;
            default -> false;
        };
    }

    private void redirections() {
        while (isRedirection()) {
            at++;
            if (at < tokens.size() && !tokens.get(at).isOperator()) {
                at++;
            }
        }
    }

    private String keyword() {
        return at < tokens.size() && !tokens.get(at).isOperator()
                ? tokens.get(at).word().keyword()
                : "";
    }

    private boolean isOperator(String operator) {
        return isOperatorAt(at, operator);
    }

    private boolean isOperatorAt(int index, String operator) {
        return index < tokens.size() && tokens.get(index).operator().equals(operator);
    }

    private void skipLines() {
        while (isOperator("\n")) {
            at++;
        }
    }

    private void accept(String operator) {
        if (isOperator(operator)) {
            at++;
        }
    }

    private void acceptWord(String word) {
        skipLines();
        if (keyword().equals(word)) {
            at++;
        }
    }
}
