package dev.dovetail.source.javascript;

import static dev.dovetail.source.tree.SyntaxTree.NONE;

import dev.dovetail.source.Access;
import dev.dovetail.source.Binding;
import dev.dovetail.source.Expr;
import dev.dovetail.source.Frame;
import dev.dovetail.source.SummaryBuilder;
import dev.dovetail.source.Use;
import dev.dovetail.source.tree.SyntaxTree;
import java.util.List;

/** Assignments in all their forms, those to a module's exports among them. */
final class Assignments {

    private final Walk walk;
    private final SyntaxTree tree;
    private final Expressions expressions;

    Assignments(Walk walk, Expressions expressions) {
        this.walk = walk;
        this.tree = walk.tree;
        this.expressions = expressions;
    }

    Expr assign(int node, Frame frame) {
        int left = tree.child(node, "left");
        int right = tree.child(node, "right");
        String name = nameOf(left);
        Expr value = expressions.value(right, frame, Use.Outcome.KEPT, name);
        if (walk.modules.exportByAssignment(left, value, frame)) {
            return value;
        }
        if (tree.is(left, "object_pattern") || tree.is(left, "array_pattern")) {
            walk.patterns.bind(left, value, null, frame);
            return value;
        }
        Expr target = expressions.value(left, frame, Use.Outcome.KEPT, Access.Role.ASSIGNED);
        keep(target, value, left);
        walk.summary.write(target, value, "=", tree.region(node), frame);
        return value;
    }

    Expr augment(int node, Frame frame) {
        int left = tree.child(node, "left");
        String operator = tree.text(tree.child(node, "operator"));
        if (operator.equals("??=") || operator.equals("||=") || operator.equals("&&=")) {
            walk.summary.syntax("logical-assignment", tree.region(node));
        }
        Expr value =
                expressions.value(tree.child(node, "right"), frame, Use.Outcome.KEPT);
        boolean fills = operator.equals("??=") || operator.equals("||=");
        Expr target =
                expressions.value(
                        left,
                        frame,
                        Use.Outcome.KEPT,
                        fills ? Access.Role.TESTED : Access.Role.ASSIGNED);
        Expr result =
                new Expr.Operation(
                        operator.substring(0, operator.length() - 1), List.of(target, value));
        if (fills) {
            keep(target, value, left);
            Frame under = frame.under(walk.summary.guard(target, false, frame.guard()));
            walk.summary.write(target, value, operator, tree.region(node), under);
        } else {
            reassigned(target);
            walk.summary.write(target, result, operator, tree.region(node), frame);
        }
        return result;
    }

    Expr update(int node, Frame frame) {
        String operator = tree.text(tree.child(node, "operator"));
        Expr target =
                expressions.value(
                        tree.child(node, "argument"),
                        frame,
                        Use.Outcome.KEPT,
                        Access.Role.ASSIGNED);
        reassigned(target);
        Expr result = new Expr.Operation(operator, List.of(target));
        walk.summary.write(target, result, operator, tree.region(node), frame);
        return result;
    }

    Expr delete(int node, int argument, Frame frame) {
        Expr target =
                expressions.value(argument, frame, Use.Outcome.KEPT, Access.Role.ELEMENT_WRITTEN);
        walk.summary.write(target, Expr.Literal.NOTHING, "delete", tree.region(node), frame);
        return new Expr.Literal(true);
    }

    private void keep(Expr target, Expr value, int left) {
        if (target instanceof Expr.Ref ref) {
            SummaryBuilder.OpenBinding binding = walk.summary.binding(ref.binding());
            binding.values.add(value);
            binding.reassigned = true;
        } else if (target instanceof Expr.Member member
                && member.object() instanceof Expr.This self) {
            int field =
                    walk.fields.declare(
                            self.definition(), member.name(), tree.region(left), false);
            walk.summary.binding(field).values.add(value);
        }
    }

    private void reassigned(Expr target) {
        if (target instanceof Expr.Ref ref) {
            SummaryBuilder.OpenBinding binding = walk.summary.binding(ref.binding());
            binding.reassigned = true;
            if (binding.kind() != Binding.Kind.IMPORT) {
                binding.values.add(new Expr.Unknown("changes"));
            }
        }
    }

    private String nameOf(int left) {
        if (tree.is(left, "identifier")) {
            return tree.text(left);
        }
        int property = tree.is(left, "member_expression") ? tree.child(left, "property") : NONE;
        return property == NONE ? "" : tree.text(property);
    }
}
