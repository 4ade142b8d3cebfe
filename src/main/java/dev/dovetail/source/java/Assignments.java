package dev.dovetail.source.java;

import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.dovetail.source.Access;
import dev.dovetail.source.Expr;
import dev.dovetail.source.Frame;
import dev.dovetail.source.SummaryBuilder;
import dev.dovetail.source.Use;
import java.util.List;

/** Assignments and counting. */
final class Assignments {

    private final Walk walk;

    Assignments(Walk walk) {
        this.walk = walk;
    }

    Expr assign(AssignExpr assign, Frame frame) {
        Expr target = target(assign.getTarget(), frame);
        Expr value = walk.expressions.value(assign.getValue(), frame, Use.Outcome.KEPT);
        String operator = assign.getOperator().asString();
        Expr written =
                operator.equals("=")
                        ? value
                        : new Expr.Operation(
                                operator.substring(0, operator.length() - 1),
                                List.of(target, value));
        write(target, written, operator, assign, frame);
        return value;
    }

    Expr unary(UnaryExpr unary, Frame frame) {
        UnaryExpr.Operator operator = unary.getOperator();
        boolean counts =
                switch (operator) {
                    case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
                            true;
                    default -> false;
                };
        if (counts) {
            Expr target = target(unary.getExpression(), frame);
            Expr counted = new Expr.Operation(operator.asString(), List.of(target));
            write(target, counted, operator.asString(), unary, frame);
            return counted;
        }
        Expr operand = walk.expressions.value(unary.getExpression(), frame, Use.Outcome.KEPT);
        return switch (operator) {
            case LOGICAL_COMPLEMENT -> new Expr.Operation("!", List.of(operand));
            case MINUS -> new Expr.Operation("neg", List.of(operand));
            case PLUS -> operand;
            default -> new Expr.Unknown("a bitwise operation");
        };
    }

    private Expr target(Expression target, Frame frame) {
        if (target instanceof ArrayAccessExpr access) {
            Expr array =
                    walk.expressions.value(
                            access.getName(),
                            frame,
                            Use.Outcome.CHAINED,
                            Access.Role.ELEMENT_WRITTEN);
            return new Expr.Index(
                    array, walk.expressions.value(access.getIndex(), frame, Use.Outcome.KEPT));
        }
        return walk.expressions.value(
                target, frame, Use.Outcome.CHAINED, Access.Role.ASSIGNED);
    }

    private void write(
            Expr target, Expr value, String operator, Expression whole, Frame frame) {
        if (target instanceof Expr.Ref ref) {
            SummaryBuilder.OpenBinding binding = walk.summary.binding(ref.binding());
            binding.reassigned = true;
            if (operator.equals("=")) {
                binding.values.add(value);
            }
        }
        walk.summary.write(target, value, operator, Regions.of(whole), frame);
    }
}
