package dev.dovetail.source.python;

import static dev.dovetail.source.tree.SyntaxTree.NONE;

import dev.dovetail.source.Access;
import dev.dovetail.source.Binding;
import dev.dovetail.source.Expr;
import dev.dovetail.source.Frame;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.source.SummaryBuilder;
import dev.dovetail.source.Use;
import dev.dovetail.source.tree.SyntaxTree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Assignments in all their forms, and deletions. */
final class Assignments {

    private final Walk walk;
    private final SyntaxTree tree;

    Assignments(Walk walk) {
        this.walk = walk;
        this.tree = walk.tree;
    }

    Expr assign(int node, Frame frame) {
        int left = tree.child(node, "left");
        int right = tree.child(node, "right");
        int typeNode = tree.child(node, "type");
        Expr type = typeNode == NONE ? null : walk.types.annotation(typeNode, frame);
        if (typeNode != NONE && frame.definition() == SourceSummary.MODULE) {
            walk.types.evaluated(typeNode, frame);
        }
        Expr value = right == NONE ? null : walk.expressions.value(right, frame, Use.Outcome.KEPT);
        give(left, value, type, node, frame);
        return value == null ? new Expr.Unknown("no value") : value;
    }

    Expr named(int node, Frame frame) {
        walk.summary.syntax("named-expression", tree.region(node));
        Expr value =
                walk.expressions.value(tree.child(node, "value"), frame, Use.Outcome.KEPT);
        give(tree.child(node, "name"), value, null, node, frame);
        return value;
    }

    Expr augment(int node, Frame frame) {
        int left = tree.child(node, "left");
        String operator = tree.text(tree.child(node, "operator"));
        Expr value =
                walk.expressions.value(tree.child(node, "right"), frame, Use.Outcome.KEPT);
        Expr target =
                walk.expressions.value(left, frame, Use.Outcome.KEPT, Access.Role.ASSIGNED);
        String plain = operator.substring(0, Math.max(0, operator.length() - 1));
        Expr result = new Expr.Operation(plain, List.of(target, value));
        if (target instanceof Expr.Ref ref) {
            SummaryBuilder.OpenBinding binding = walk.summary.binding(ref.binding());
            binding.reassigned = true;
            if (binding.kind() != Binding.Kind.IMPORT) {
                binding.values.add(new Expr.Unknown("changes"));
            }
        }
        walk.summary.write(target, result, operator, tree.region(node), frame);
        return result;
    }

    void delete(int node, Frame frame) {
        for (int child = tree.firstChild(node); child != NONE; child = tree.next(child)) {
            if (!tree.isNamed(child)) {
                continue;
            }
            if (tree.is(child, "expression_list") || tree.is(child, "tuple")) {
                delete(child, frame);
            } else if (tree.is(child, "subscript") || tree.is(child, "attribute")) {
                Expr target =
                        walk.expressions.value(
                                child, frame, Use.Outcome.KEPT, Access.Role.ELEMENT_WRITTEN);
                walk.summary.write(target, Expr.Literal.NOTHING, "delete", tree.region(node), frame);
            }
        }
    }

    void give(int target, Expr value, Frame frame) {
        if (target != NONE) {
            give(target, value, null, target, frame);
        }
    }

    /** Gives what stands on the left of a value what it takes of it. */
    private void give(
            int left, @Nullable Expr value, @Nullable Expr type, int node, Frame frame) {
        if (left == NONE || !walk.enter()) {
            return;
        }
        switch (tree.kind(left)) {
            case "identifier" -> name(left, value, type, node, frame);
            case "attribute", "subscript" -> part(left, value, type, node, frame);
            case "pattern_list", "tuple_pattern", "list_pattern", "tuple", "list" ->
                    elements(left, value, node, frame);
            case "parenthesized_expression" ->
                    give(tree.firstNamed(left), value, type, node, frame);
            case "list_splat_pattern" ->
                    give(
                            tree.firstNamed(left),
                            new Expr.Unknown("rest of a list"),
                            null,
                            node,
                            frame);
            default -> {}
        }
        walk.leave();
    }

    private void name(
            int left, @Nullable Expr value, @Nullable Expr type, int node, Frame frame) {
        int id = frame.scope().find(tree.text(left));
        if (id < 0) {
            return;
        }
        SummaryBuilder.OpenBinding binding = walk.summary.binding(id);
        if (type != null) {
            binding.type = type;
        }
        if (value == null) {
            return;
        }
        boolean elsewhere =
                binding.kind() == Binding.Kind.VARIABLE
                        && binding.definition() != frame.definition();
        boolean first = binding.values.isEmpty();
        binding.values.add(value);
        if (!first || elsewhere) {
            binding.reassigned = true;
            Expr target =
                    walk.expressions.value(left, frame, Use.Outcome.KEPT, Access.Role.ASSIGNED);
            walk.summary.write(target, value, "=", tree.region(node), frame);
        }
    }

    private void part(
            int left, @Nullable Expr value, @Nullable Expr type, int node, Frame frame) {
        Expr target =
                walk.expressions.value(left, frame, Use.Outcome.KEPT, Access.Role.ASSIGNED);
        if (target instanceof Expr.Member member && tree.is(left, "attribute")) {
            int owner = Classes.ownerOf(member.object());
            if (owner >= 0) {
                boolean isStatic = member.object() instanceof Expr.Function;
                int field =
                        walk.fields.declare(
                                owner, member.name(), tree.region(left), isStatic);
                if (!isStatic) {
                    walk.summary.binding(field).ofInstances();
                }
                if (value != null) {
                    walk.summary.binding(field).values.add(value);
                }
                if (type != null) {
                    walk.summary.binding(field).type = type;
                }
            }
        }
        if (value != null) {
            walk.summary.write(target, value, "=", tree.region(node), frame);
        }
    }

    private void elements(int pattern, @Nullable Expr value, int node, Frame frame) {
        Expr list = value == null ? new Expr.Unknown("no value") : value;
        int position = 0;
        for (int child = tree.firstChild(pattern); child != NONE; child = tree.next(child)) {
            if (tree.is(child, ",")) {
                position++;
            } else if (tree.isNamed(child) && !tree.is(child, "comment")) {
                Expr element =
                        list instanceof Expr.ListOf known && position < known.elements().size()
                                ? known.elements().get(position)
                                : new Expr.Index(list, new Expr.Literal((long) position));
                give(child, element, null, node, frame);
            }
        }
    }
}
