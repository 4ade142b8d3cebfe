package dev.dovetail.source.python;

import static dev.dovetail.source.tree.SyntaxTree.NONE;

import dev.dovetail.source.Expr;
import dev.dovetail.source.Frame;
import dev.dovetail.source.Use;
import dev.dovetail.source.tree.SyntaxTree;
import java.util.Set;
import java.util.regex.Pattern;

/** Annotations of parameters, variables and returns, as far as they name a class. */
final class Types {

    /** Types that stand for what they hold. */
    private static final Set<String> TRANSPARENT =
            Set.of("Optional", "Annotated", "Final", "ClassVar", "Awaitable", "Required", "NotRequired");

    private static final Pattern DOTTED_NAME = Pattern.compile("[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)*");
    private static final int DEPTH = 8;
    private static final Expr UNKNOWN = new Expr.Unknown("type");

    private final Walk walk;
    private final SyntaxTree tree;

    /** Whether annotations are kept as texts, so that none is evaluated. */
    boolean deferred;

    Types(Walk walk) {
        this.walk = walk;
        this.tree = walk.tree;
    }

    /** The class that an annotation names; its calls, such as {@code Depends(f)}, are uses. */
    Expr annotation(int node, Frame frame) {
        calls(node, frame, 0);
        return named(node, frame, 0);
    }

    /** Notes {@code A | B} in an annotation that is evaluated where it stands. */
    void evaluated(int node, Frame frame) {
        if (!deferred && frame.guard() < 0 && hasUnion(node, 0)) {
            walk.summary.syntax("union-type", tree.region(node));
        }
    }

    private boolean hasUnion(int node, int level) {
        if (level > DEPTH) {
            return false;
        }
        for (int child = tree.firstChild(node); child != NONE; child = tree.next(child)) {
            boolean union =
                    tree.is(child, "union_type")
                            || tree.is(child, "binary_operator") && tree.hasToken(child, "|");
            if (union || !tree.is(child, "string") && hasUnion(child, level + 1)) {
                return true;
            }
        }
        return false;
    }

    private void calls(int node, Frame frame, int level) {
        if (level > DEPTH) {
            return;
        }
        for (int child = tree.firstChild(node); child != NONE; child = tree.next(child)) {
            if (tree.is(child, "call")) {
                walk.expressions.value(child, frame, Use.Outcome.KEPT);
            } else if (tree.firstChild(child) != NONE) {
                calls(child, frame, level + 1);
            }
        }
    }

    private Expr named(int node, Frame frame, int level) {
        if (node == NONE || level > DEPTH) {
            return UNKNOWN;
        }
        return switch (tree.kind(node)) {
            case "type", "parenthesized_expression" ->
                    named(tree.firstNamed(node), frame, level + 1);
            case "identifier" -> walk.name(frame, tree.text(node));
            case "attribute", "member_type" -> path(tree.text(node), frame);
            case "string" -> text(Literals.plain(tree, node), frame, level);
            case "subscript" ->
                    generic(
                            tree.child(node, "value"),
                            tree.child(node, "subscript"),
                            frame,
                            level);
            case "generic_type" -> {
                int name = tree.firstNamed(node);
                int arguments = tree.childOfKind(node, "type_parameter");
                yield generic(
                        name,
                        arguments == NONE ? NONE : tree.firstNamed(arguments),
                        frame,
                        level);
            }
            case "binary_operator" ->
                    either(
                            tree.child(node, "left"),
                            tree.child(node, "right"),
                            frame,
                            level);
            case "union_type" -> {
                int left = tree.firstNamed(node);
                yield either(left, left == NONE ? NONE : lastNamed(node), frame, level);
            }
            default -> UNKNOWN;
        };
    }

    private Expr generic(int name, int first, Frame frame, int level) {
        if (name == NONE) {
            return UNKNOWN;
        }
        String text = tree.text(name);
        String simple = text.substring(text.lastIndexOf('.') + 1);
        if (TRANSPARENT.contains(simple)) {
            return named(first, frame, level + 1);
        }
        return simple.equals("Union") ? UNKNOWN : named(name, frame, level + 1);
    }

    /** {@code T | None}: the one part that is a type of something. */
    private Expr either(int left, int right, Frame frame, int level) {
        if (isNone(right)) {
            return named(left, frame, level + 1);
        }
        return isNone(left) ? named(right, frame, level + 1) : UNKNOWN;
    }

    private boolean isNone(int node) {
        return node != NONE && tree.text(node).equals("None");
    }

    private int lastNamed(int node) {
        int last = NONE;
        for (int child = tree.firstChild(node); child != NONE; child = tree.next(child)) {
            last = tree.isNamed(child) ? child : last;
        }
        return last;
    }

    /** A type written as text: {@code "Session"}, {@code "Optional[Session]"}. */
    private Expr text(String written, Frame frame, int level) {
        String text = written.strip();
        if (level > DEPTH) {
            return UNKNOWN;
        }
        if (text.endsWith("| None")) {
            return text(text.substring(0, text.length() - 6), frame, level + 1);
        }
        if (DOTTED_NAME.matcher(text).matches()) {
            return path(text, frame);
        }
        int open = text.indexOf('[');
        if (open > 0 && text.endsWith("]")) {
            String name = text.substring(0, open);
            String simple = name.substring(name.lastIndexOf('.') + 1);
            return TRANSPARENT.contains(simple)
                    ? text(text.substring(open + 1, text.length() - 1), frame, level + 1)
                    : text(name, frame, level + 1);
        }
        return UNKNOWN;
    }

    private Expr path(String dotted, Frame frame) {
        String[] parts = dotted.split("\\s*\\.\\s*");
        Expr path = walk.name(frame, parts[0]);
        for (int i = 1; i < parts.length; i++) {
            path = new Expr.Member(path, parts[i]);
        }
        return path;
    }
}
