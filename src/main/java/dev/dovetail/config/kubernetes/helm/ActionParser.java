package dev.dovetail.config.kubernetes.helm;

import java.util.ArrayList;
import java.util.List;

/** Makes expressions of the tokens of an action: https://pkg.go.dev/text/template#hdr-Pipelines. */
final class ActionParser {

    private static final int DEEPEST = 60;

    private final List<ActionLexer.Token> tokens;
    private int at;
    private int depth;

    ActionParser(List<ActionLexer.Token> tokens) {
        this.tokens = tokens;
    }

    /** Commands with bars between, each given the value of the one before as its last argument. */
    Expr pipeline() {
        Expr value = command();
        while (isSign("|")) {
            at++;
            Expr next = command();
            List<Expr> arguments = new ArrayList<>();
            if (next instanceof Expr.Call call) {
                arguments.addAll(call.arguments());
                arguments.add(value);
                value = new Expr.Call(call.name(), arguments);
            } else if (next instanceof Expr.Method method) {
                arguments.addAll(method.arguments());
                arguments.add(value);
                value = new Expr.Method(method.target(), arguments);
            } else {
                value = new Expr.Method(next, List.of(value));
            }
        }
        return value;
    }

    private Expr command() {
        if (depth > DEEPEST || at >= tokens.size()) {
            at = tokens.size();
            return new Expr.Literal(Nil.NIL);
        }
        ActionLexer.Token first = tokens.get(at);
        boolean function =
                first.kind() == ActionLexer.Kind.WORD && !first.text().matches("true|false|nil");
        Expr head = function ? new Expr.Call(first.text(), List.of()) : operand();
        if (function) {
            at++;
        }
        List<Expr> arguments = new ArrayList<>();
        while (at < tokens.size() && !isSign("|") && !isSign(")") && !isSign(",") && !isSign(":=") && !isSign("=")) {
            int before = at;
            arguments.add(operand());
            if (at == before) {
                at++;
            }
        }
        if (function) {
            return new Expr.Call(first.text(), arguments);
        }
        return arguments.isEmpty() ? head : new Expr.Method(head, arguments);
    }

    private Expr operand() {
        ActionLexer.Token token = tokens.get(at);
        switch (token.kind()) {
            case TEXT -> {
                at++;
                return new Expr.Literal(token.text());
            }
            case NUMBER -> {
                at++;
                return new Expr.Literal(number(token.text()));
            }
            case WORD -> {
                at++;
                return switch (token.text()) {
                    case "true" -> new Expr.Literal(true);
                    case "false" -> new Expr.Literal(false);
                    case "nil" -> new Expr.Literal(Nil.NIL);
                    default -> new Expr.Call(token.text(), List.of());
                };
            }
            case PATH -> {
                at++;
                return path(token.text());
            }
            case SIGN -> {
                if (!token.text().equals("(")) {
                    at++;
                    return new Expr.Literal(Nil.NIL);
                }
                at++;
                depth++;
                Expr inner = pipeline();
                depth--;
                if (isSign(")")) {
                    at++;
                }
                boolean chained =
                        at < tokens.size() && tokens.get(at).joined() && tokens.get(at).text().startsWith(".");
                return chained ? new Expr.Chain(inner, fields(tokens.get(at++).text())) : inner;
            }
        }
        throw new IllegalStateException();
    }

    private static Expr path(String text) {
        if (text.startsWith("$")) {
            int dot = text.indexOf('.');
            String name = dot < 0 ? text.substring(1) : text.substring(1, dot);
            return new Expr.Variable(name, dot < 0 ? List.of() : fields(text.substring(dot)));
        }
        return new Expr.Dot(fields(text));
    }

    private static List<String> fields(String path) {
        List<String> fields = new ArrayList<>(List.of(path.split("\\.")));
        fields.removeIf(String::isEmpty);
        return fields;
    }

    private static Object number(String text) {
        try {
            return text.contains(".") ? (Object) Double.valueOf(text) : (Object) Long.valueOf(text.replace("_", ""));
        } catch (NumberFormatException e) {
            return new Unknown("the number " + text);
        }
    }

    private boolean isSign(String sign) {
        return at < tokens.size()
                && tokens.get(at).kind() == ActionLexer.Kind.SIGN
                && tokens.get(at).text().equals(sign);
    }
}
