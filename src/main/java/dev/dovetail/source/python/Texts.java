package dev.dovetail.source.python;

import static dev.dovetail.source.tree.SyntaxTree.NONE;

import dev.dovetail.source.Expr;
import dev.dovetail.source.Frame;
import dev.dovetail.source.Use;
import dev.dovetail.source.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text, and the ways of filling it in: f-strings, {@code %} and {@code format}. */
final class Texts {

    private static final Pattern PERCENT = Pattern.compile("%(%|[-#0 +]*\\d*(\\.\\d+)?[a-zA-Z])");
    private static final Pattern BRACES =
            Pattern.compile("\\{\\{|\\}\\}|\\{(\\w*)([^{}:!]*)([:!][^{}]*)?\\}");

    private final SyntaxTree tree;
    private final Expressions expressions;

    Texts(Walk walk, Expressions expressions) {
        this.tree = walk.tree;
        this.expressions = expressions;
    }

    Expr string(int node, Frame frame) {
        if (!Literals.isFormatted(tree, node)) {
            return new Expr.Literal(Literals.plain(tree, node));
        }
        List<Expr> parts = new ArrayList<>();
        addFormatted(node, frame, parts);
        return joined(parts);
    }

    Expr concatenated(int node, Frame frame) {
        List<Expr> parts = new ArrayList<>();
        for (int child = tree.firstChild(node); child != NONE; child = tree.next(child)) {
            if (tree.is(child, "string")) {
                if (Literals.isFormatted(tree, child)) {
                    addFormatted(child, frame, parts);
                } else {
                    parts.add(new Expr.Literal(Literals.plain(tree, child)));
                }
            }
        }
        return joined(parts);
    }

    private void addFormatted(int node, Frame frame, List<Expr> parts) {
        int start = tree.childOfKind(node, "string_start");
        int end = tree.childOfKind(node, "string_end");
        if (start == NONE || end == NONE) {
            return;
        }
        boolean raw = Literals.isRaw(tree, node);
        int at = tree.end(start);
        for (int child = tree.firstChild(node); child != NONE; child = tree.next(child)) {
            if (!tree.is(child, "interpolation")) {
                continue;
            }
            addText(parts, at, tree.start(child), raw);
            int inner = tree.child(child, "expression");
            parts.add(
                    expressions.value(
                            inner == NONE ? tree.firstNamed(child) : inner,
                            frame,
                            Use.Outcome.KEPT));
            at = tree.end(child);
        }
        addText(parts, at, tree.start(end), raw);
    }

    private void addText(List<Expr> parts, int start, int end, boolean raw) {
        if (end > start) {
            String text = tree.slice(start, end).replace("{{", "{").replace("}}", "}");
            parts.add(new Expr.Literal(raw ? text : Literals.unescape(text)));
        }
    }

    /** Neighbouring literals as one; a single one as itself. */
    private static Expr joined(List<Expr> parts) {
        List<Expr> merged = new ArrayList<>();
        for (Expr part : parts) {
            if (part.equals(new Expr.Literal(""))) {
                continue;
            }
            int last = merged.size() - 1;
            if (last >= 0
                    && isText(part)
                    && merged.get(last) instanceof Expr.Literal before
                    && before.value() instanceof String text) {
                merged.set(last, new Expr.Literal(text + ((Expr.Literal) part).value()));
            } else {
                merged.add(part);
            }
        }
        if (merged.isEmpty()) {
            return new Expr.Literal("");
        }
        return merged.size() == 1 && isText(merged.get(0))
                ? merged.get(0)
                : new Expr.Concat(merged);
    }

    static boolean isText(Expr expr) {
        return expr instanceof Expr.Literal literal && literal.value() instanceof String;
    }

    /** {@code "/tmp/%s" % name}: by position only. */
    Expr filled(Expr template, Expr values) {
        List<Expr> given =
                values instanceof Expr.ListOf list ? list.elements() : List.of(values);
        Object written = ((Expr.Literal) template).value();
        String text = written instanceof String literal ? literal : "";
        List<Expr> parts = new ArrayList<>();
        Matcher found = PERCENT.matcher(text);
        int at = 0;
        int next = 0;
        while (found.find()) {
            parts.add(new Expr.Literal(found.group().equals("%%")
                    ? text.substring(at, found.start()) + "%"
                    : text.substring(at, found.start())));
            if (!found.group().equals("%%")) {
                parts.add(
                        next < given.size() ? given.get(next) : new Expr.Unknown("filled in"));
                next++;
            }
            at = found.end();
        }
        if (text != null && text.indexOf("%(", 0) >= 0) {
            // By name: only what comes before the first one is known.
            return new Expr.Concat(
                    List.of(
                            new Expr.Literal(text.substring(0, text.indexOf("%("))),
                            new Expr.Unknown("filled in")));
        }
        parts.add(new Expr.Literal(text == null ? "" : text.substring(at)));
        return joined(parts);
    }

    /** {@code "/tmp/{}".format(name)}, by position and by name. */
    static Expr formatted(Expr template, List<Use.Argument> arguments) {
        String text = (String) ((Expr.Literal) template).value();
        List<Expr> parts = new ArrayList<>();
        Matcher found = BRACES.matcher(text == null ? "" : text);
        int at = 0;
        int next = 0;
        while (text != null && found.find()) {
            parts.add(new Expr.Literal(text.substring(at, found.start())));
            at = found.end();
            if (found.group(1) == null) {
                parts.add(new Expr.Literal(found.group().substring(1)));
                continue;
            }
            String name = found.group(1).isEmpty() ? String.valueOf(next++) : found.group(1);
            boolean plain = found.group(2).isEmpty();
            parts.add(plain ? argument(name, arguments) : new Expr.Unknown("filled in"));
        }
        parts.add(new Expr.Literal(text == null ? "" : text.substring(at)));
        return joined(parts);
    }

    private static Expr argument(String name, List<Use.Argument> arguments) {
        boolean positional = name.chars().allMatch(Character::isDigit) && name.length() < 4;
        int wanted = positional ? Integer.parseInt(name) : -1;
        for (int i = 0; i < arguments.size(); i++) {
            Use.Argument argument = arguments.get(i);
            if (argument.spread()) {
                break;
            }
            if (positional ? i == wanted && argument.name() == null : name.equals(argument.name())) {
                return argument.value();
            }
        }
        return new Expr.Unknown("filled in");
    }
}
