package dev.dovetail.config.kubernetes.helm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a tree of a template's text; what it does not understand prints nothing that is known. */
final class TemplateParser {

    private static final int DEEPEST = 60;

    /** A text or the inside of an action, in order. */
    private record Piece(boolean action, String text, int line) {}

    /**
     * A template with those that are defined in it.
     *
     * @param nodes what it prints itself
     */
    record Parsed(List<Node> nodes, Map<String, List<Node>> defined) {}

    private final List<Piece> pieces = new ArrayList<>();
    private final Map<String, List<Node>> defined = new HashMap<>();
    private int at;
    private int depth;

    private TemplateParser() {}

    static Parsed parse(String text) {
        TemplateParser parser = new TemplateParser();
        parser.split(text.replace("\r\n", "\n"));
        List<Node> nodes = new ArrayList<>();
        while (parser.at < parser.pieces.size()) {
            nodes.addAll(parser.body());
            // An end that ends nothing.
            parser.at++;
        }
        return new Parsed(nodes, parser.defined);
    }

    private void split(String text) {
        int start = 0;
        int line = 1;
        boolean trims = false;
        while (start < text.length()) {
            int open = text.indexOf("{{", start);
            int end = open < 0 ? text.length() : open;
            boolean trimsBefore = open >= 0 && text.startsWith("{{-", open);
            String plain = text.substring(start, end);
            addText(plain, line, trims, trimsBefore);
            line += lines(plain);
            if (open < 0) {
                return;
            }
            int close = closing(text, open + 2);
            String inside = text.substring(Math.min(open + 2, close), close);
            trims = inside.endsWith("-") && (inside.length() == 1 || Character.isWhitespace(inside.charAt(inside.length() - 2)) || inside.endsWith("*/-"));
            String action = inside.substring(trimsBefore ? 1 : 0, Math.max(trimsBefore ? 1 : 0, inside.length() - (trims ? 1 : 0)));
            pieces.add(new Piece(true, action.strip(), line));
            line += lines(inside);
            start = Math.min(close + 2, text.length());
        }
    }

    private void addText(String plain, int line, boolean trimsStart, boolean trimsEnd) {
        String text = trimsEnd ? plain.stripTrailing() : plain;
        int begins = line;
        if (trimsStart) {
            String stripped = text.stripLeading();
            begins += lines(text.substring(0, text.length() - stripped.length()));
            text = stripped;
        }
        if (!text.isEmpty()) {
            pieces.add(new Piece(false, text, begins));
        }
    }

    private static int lines(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    /** Where an action ends; quotes and comments may hold braces. */
    private static int closing(String text, int from) {
        int start = text.startsWith("-", from) ? from + 1 : from;
        int word = start;
        while (word < text.length() && Character.isWhitespace(text.charAt(word))) {
            word++;
        }
        if (text.startsWith("/*", word)) {
            int end = text.indexOf("*/", word + 2);
            int close = end < 0 ? -1 : text.indexOf("}}", end);
            return close < 0 ? text.length() : close;
        }
        char quote = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                if (c == '\\' && quote != '`') {
                    i++;
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == '"' || c == '`') {
                quote = c;
            } else if (c == '}' && text.startsWith("}}", i)) {
                return i;
            }
        }
        return text.length();
    }

    /** Nodes up to an {@code end} or {@code else}, which is not taken. */
    private List<Node> body() {
        List<Node> nodes = new ArrayList<>();
        if (depth > DEEPEST) {
            at = pieces.size();
            return nodes;
        }
        depth++;
        while (at < pieces.size()) {
            Piece piece = pieces.get(at);
            if (piece.action() && (isWord(piece, "end") || isWord(piece, "else"))) {
                break;
            }
            at++;
            if (piece.action()) {
                action(piece, nodes);
            } else {
                nodes.add(new Node.Text(piece.text(), piece.line()));
            }
        }
        depth--;
        return nodes;
    }

    private static boolean isWord(Piece piece, String word) {
        return piece.text().equals(word) || piece.text().startsWith(word + " ");
    }

    private void action(Piece piece, List<Node> nodes) {
        if (piece.text().isEmpty() || piece.text().startsWith("/*")) {
            return;
        }
        List<ActionLexer.Token> tokens = ActionLexer.tokens(piece.text());
        if (tokens.isEmpty()) {
            return;
        }
        List<ActionLexer.Token> rest = tokens.subList(1, tokens.size());
        switch (tokens.get(0).text()) {
            case "if" -> nodes.add(conditional(rest));
            case "with" -> {
                boolean named = isAssignment(rest);
                Optional<String> name = named ? Optional.of(rest.get(0).text().substring(1)) : Optional.empty();
                Expr value = expression(named ? rest.subList(2, rest.size()) : rest);
                List<Node> then = body();
                nodes.add(new Node.With(name, value, then, otherwise()));
            }
            case "range" -> nodes.add(range(rest));
            case "define" -> {
                List<Node> body = body();
                end();
                rest.stream().findFirst().ifPresent(name -> defined.put(name.text(), body));
            }
            case "block" -> {
                List<Node> body = body();
                end();
                if (!rest.isEmpty()) {
                    defined.putIfAbsent(rest.get(0).text(), body);
                    nodes.add(new Node.Template(rest.get(0).text(), expression(rest.subList(1, rest.size())), piece.line()));
                }
            }
            case "template" -> {
                if (!rest.isEmpty()) {
                    Expr dot = rest.size() > 1 ? expression(rest.subList(1, rest.size())) : new Expr.Literal(Nil.NIL);
                    nodes.add(new Node.Template(rest.get(0).text(), dot, piece.line()));
                }
            }
            case "break", "continue" -> {}
            default -> {
                if (isAssignment(tokens)) {
                    nodes.add(
                            new Node.Assign(
                                    tokens.get(0).text().substring(1),
                                    tokens.get(1).text().equals(":="),
                                    expression(tokens.subList(2, tokens.size()))));
                } else {
                    nodes.add(new Node.Print(expression(tokens), piece.line()));
                }
            }
        }
    }

    private static boolean isAssignment(List<ActionLexer.Token> tokens) {
        return tokens.size() > 2
                && tokens.get(0).text().startsWith("$")
                && (tokens.get(1).text().equals(":=") || tokens.get(1).text().equals("="));
    }

    private Node conditional(List<ActionLexer.Token> condition) {
        boolean named = isAssignment(condition);
        Expr value = expression(named ? condition.subList(2, condition.size()) : condition);
        List<Node> then = body();
        return new Node.If(value, then, otherwise());
    }

    private Node range(List<ActionLexer.Token> tokens) {
        List<String> names = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < Math.min(4, tokens.size()); i++) {
            if (tokens.get(i).text().equals(":=") || tokens.get(i).text().equals("=")) {
                for (ActionLexer.Token token : tokens.subList(0, i)) {
                    if (token.text().startsWith("$")) {
                        names.add(token.text().substring(1));
                    }
                }
                start = i + 1;
                break;
            }
        }
        Expr over = expression(tokens.subList(start, tokens.size()));
        List<Node> then = body();
        return new Node.Range(names, over, then, otherwise());
    }

    /** The other branch, if there is one, and the end. */
    private List<Node> otherwise() {
        if (at >= pieces.size() || !isWord(pieces.get(at), "else")) {
            end();
            return List.of();
        }
        Piece piece = pieces.get(at++);
        List<ActionLexer.Token> tokens = ActionLexer.tokens(piece.text());
        if (tokens.size() > 1 && depth < DEEPEST) {
            // else if and else with share the end.
            depth++;
            List<Node> nodes = new ArrayList<>();
            List<ActionLexer.Token> rest = tokens.subList(2, tokens.size());
            if (tokens.get(1).text().equals("with")) {
                Expr value = expression(rest);
                List<Node> then = body();
                nodes.add(new Node.With(Optional.empty(), value, then, otherwise()));
            } else {
                nodes.add(conditional(rest));
            }
            depth--;
            return nodes;
        }
        List<Node> nodes = body();
        end();
        return nodes;
    }

    private void end() {
        if (at < pieces.size() && isWord(pieces.get(at), "end")) {
            at++;
        }
    }

    private static Expr expression(List<ActionLexer.Token> tokens) {
        return new ActionParser(tokens).pipeline();
    }
}
