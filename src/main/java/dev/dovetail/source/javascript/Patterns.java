package dev.dovetail.source.javascript;

import static dev.dovetail.source.tree.SyntaxTree.NONE;

import dev.dovetail.source.Binding;
import dev.dovetail.source.Expr;
import dev.dovetail.source.Frame;
import dev.dovetail.source.SummaryBuilder;
import dev.dovetail.source.Use;
import dev.dovetail.source.tree.SyntaxTree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names and destructuring patterns, on the left of a value. */
final class Patterns {

    private final Walk walk;
    private final SyntaxTree tree;

    Patterns(Walk walk) {
        this.walk = walk;
        this.tree = walk.tree;
    }

    /** Binds all names of a pattern, still without values. */
    void declare(int pattern, Frame frame, Binding.Kind kind) {
        if (pattern == NONE || !walk.enter()) {
            return;
        }
        switch (tree.kind(pattern)) {
            case "identifier", "shorthand_property_identifier_pattern" -> {
                if (frame.scope().own(tree.text(pattern)) < 0) {
                    walk.declare(frame, kind, pattern);
                }
            }
            case "pair_pattern" -> declare(tree.child(pattern, "value"), frame, kind);
            case "assignment_pattern", "object_assignment_pattern" ->
                    declare(tree.child(pattern, "left"), frame, kind);
            case "object_pattern", "array_pattern", "rest_pattern" -> {
                for (int child = tree.firstChild(pattern);
                        child != NONE;
                        child = tree.next(child)) {
                    if (tree.isNamed(child)) {
                        declare(child, frame, kind);
                    }
                }
            }
            default -> {}
        }
        walk.leave();
    }

    /** Gives the names of a pattern, declared before, what they take of a value. */
    void bind(int pattern, @Nullable Expr value, @Nullable Expr type, Frame frame) {
        if (pattern == NONE || !walk.enter()) {
            return;
        }
        switch (tree.kind(pattern)) {
            case "identifier", "shorthand_property_identifier_pattern" ->
                    give(pattern, value, type, frame);
            case "object_pattern" -> {
                for (int child = tree.firstChild(pattern);
                        child != NONE;
                        child = tree.next(child)) {
                    if (tree.isNamed(child)) {
                        bindProperty(child, orUnknown(value), frame);
                    }
                }
            }
            case "array_pattern" -> bindElements(pattern, orUnknown(value), frame);
            case "assignment_pattern" -> {
                Expr otherwise =
                        walk.expressions.value(
                                tree.child(pattern, "right"), frame, Use.Outcome.KEPT);
                bind(tree.child(pattern, "left"), either(value, otherwise), type, frame);
            }
            default -> {}
        }
        walk.leave();
    }

    private void bindProperty(int node, Expr object, Frame frame) {
        switch (tree.kind(node)) {
            case "shorthand_property_identifier_pattern" ->
                    bind(node, member(node, object, tree.text(node), frame), null, frame);
            case "pair_pattern" -> {
                int key = tree.child(node, "key");
                Expr taken =
                        tree.is(key, "computed_property_name")
                                ? new Expr.Unknown("computed key")
                                : member(key, object, walk.expressions.keyOf(key), frame);
                bind(tree.child(node, "value"), taken, null, frame);
            }
            case "object_assignment_pattern" -> {
                int left = tree.child(node, "left");
                Expr otherwise =
                        walk.expressions.value(
                                tree.child(node, "right"), frame, Use.Outcome.KEPT);
                Expr taken = member(left, object, tree.text(left), frame);
                bind(left, either(taken, otherwise), null, frame);
            }
            default -> {}
        }
    }

    private Expr member(int node, Expr object, String name, Frame frame) {
        Expr.Member member = new Expr.Member(object, name);
        walk.expressions.read(member, tree.region(node), frame);
        return member;
    }

    private void bindElements(int pattern, Expr list, Frame frame) {
        int position = 0;
        for (int child = tree.firstChild(pattern); child != NONE; child = tree.next(child)) {
            if (tree.is(child, ",")) {
                position++;
            } else if (tree.isNamed(child)) {
                Expr element =
                        list instanceof Expr.ListOf known && position < known.elements().size()
                                ? known.elements().get(position)
                                : new Expr.Index(list, new Expr.Literal((long) position));
                bind(child, element, null, frame);
            }
        }
    }

    private void give(int name, @Nullable Expr value, @Nullable Expr type, Frame frame) {
        int id = frame.scope().find(tree.text(name));
        if (id < 0) {
            return;
        }
        SummaryBuilder.OpenBinding binding = walk.summary.binding(id);
        if (value != null) {
            binding.values.add(value);
        }
        if (type != null) {
            binding.type = type;
        }
    }

    private static Expr orUnknown(@Nullable Expr value) {
        return value == null ? new Expr.Unknown("no value") : value;
    }

    private static Expr either(@Nullable Expr value, Expr otherwise) {
        return value == null ? otherwise : new Expr.Operation("??", List.of(value, otherwise));
    }
}
