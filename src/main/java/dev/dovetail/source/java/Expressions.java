package dev.dovetail.source.java;

import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.PatternExpr;
import com.github.javaparser.ast.expr.RecordPatternExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import dev.dovetail.source.Access;
import dev.dovetail.source.Binding;
import dev.dovetail.source.Expr;
import dev.dovetail.source.Frame;
import dev.dovetail.source.Use;
import java.util.ArrayList;
import java.util.List;

/** Expressions: what they do is noted as uses, writes and accesses; what they are is returned. */
final class Expressions {

    private final Walk walk;
    private final Names names;
    private final Assignments assignments;

    Expressions(Walk walk) {
        this.walk = walk;
        this.names = new Names(walk);
        this.assignments = new Assignments(walk);
    }

    Expr value(Expression expression, Frame frame, Use.Outcome outcome) {
        return value(expression, frame, outcome, Access.Role.READ);
    }

    /**
     * The value of an expression.
     *
     * @param role how a field is used when the expression names one
     */
    Expr value(Expression expression, Frame frame, Use.Outcome outcome, Access.Role role) {
        if (!walk.enter()) {
            return new Expr.Unknown("it nests too deeply");
        }
        try {
            return follow(expression, frame, outcome, role);
        } finally {
            walk.leave();
        }
    }

    private Expr follow(
            Expression expression, Frame frame, Use.Outcome outcome, Access.Role role) {
        if (expression instanceof LiteralExpr literal) {
            return Literals.of(literal);
        }
        if (expression instanceof NameExpr name) {
            return names.name(name, frame, role);
        }
        if (expression instanceof MethodCallExpr call) {
            return walk.calls.method(call, frame, outcome);
        }
        if (expression instanceof FieldAccessExpr access) {
            return names.field(access, frame, outcome, role);
        }
        if (expression instanceof ObjectCreationExpr creation) {
            return walk.calls.construct(creation, frame, outcome);
        }
        if (expression instanceof EnclosedExpr enclosed) {
            return value(enclosed.getInner(), frame, outcome, role);
        }
        if (expression instanceof BinaryExpr binary) {
            return binary(binary, frame);
        }
        if (expression instanceof AssignExpr assign) {
            return assignments.assign(assign, frame);
        }
        if (expression instanceof LambdaExpr lambda) {
            return walk.calls.lambda(lambda, frame);
        }
        if (expression instanceof ThisExpr self) {
            return names.self(self, frame);
        }
        if (expression instanceof SuperExpr) {
            return new Expr.Super(frame.self());
        }
        return further(expression, frame, outcome);
    }

    private Expr further(Expression expression, Frame frame, Use.Outcome outcome) {
        if (expression instanceof UnaryExpr unary) {
            return assignments.unary(unary, frame);
        }
        if (expression instanceof ConditionalExpr conditional) {
            return conditional(conditional, frame, outcome);
        }
        if (expression instanceof CastExpr cast) {
            Expr inner = value(cast.getExpression(), frame, outcome);
            Expr type = walk.types.of(cast.getType());
            if (type == null || type instanceof Expr.Unknown || inner instanceof Expr.Function) {
                return inner;
            }
            return new Expr.Instance(type);
        }
        if (expression instanceof MethodReferenceExpr reference) {
            Expr scope = value(reference.getScope(), frame, Use.Outcome.KEPT);
            return reference.getIdentifier().equals("new")
                    ? scope
                    : new Expr.Member(scope, reference.getIdentifier());
        }
        if (expression instanceof TypeExpr type) {
            Expr named = walk.types.of(type.getType());
            return named == null ? new Expr.Unknown("a primitive type") : named;
        }
        if (expression instanceof ClassExpr literal) {
            Expr named = walk.types.of(literal.getType());
            return named == null ? new Expr.Unknown("a primitive type") : named;
        }
        if (expression instanceof ArrayAccessExpr access) {
            Expr array =
                    value(
                            access.getName(),
                            frame,
                            Use.Outcome.CHAINED,
                            Access.Role.ELEMENT_READ);
            return new Expr.Index(array, value(access.getIndex(), frame, Use.Outcome.KEPT));
        }
        if (expression instanceof ArrayCreationExpr creation) {
            creation.getLevels()
                    .forEach(
                            level ->
                                    level.getDimension()
                                            .ifPresent(
                                                    size ->
                                                            value(size, frame, Use.Outcome.KEPT)));
            return creation.getInitializer()
                    .<Expr>map(initializer -> list(initializer, frame))
                    .orElseGet(() -> new Expr.Unknown("a new array"));
        }
        if (expression instanceof ArrayInitializerExpr initializer) {
            return list(initializer, frame);
        }
        if (expression instanceof InstanceOfExpr test) {
            Expr tested =
                    value(test.getExpression(), frame, Use.Outcome.KEPT, Access.Role.TESTED);
            test.getPattern()
                    .ifPresent(
                            pattern -> {
                                boolean plain = pattern instanceof TypePatternExpr;
                                walk.summary.syntax(
                                        plain ? "instanceof-pattern" : "record-pattern",
                                        Regions.of(pattern));
                                pattern(pattern, frame);
                            });
            Expr type = walk.types.of(test.getType());
            Expr named = type == null ? new Expr.Unknown("a type") : type;
            return new Expr.Operation("instanceof", List.of(tested, named));
        }
        if (expression instanceof SwitchExpr choice) {
            walk.summary.syntax("switch-expression", Regions.of(choice.getSelector()));
            List<Expr> results =
                    walk.statements.entries(choice.getSelector(), choice.getEntries(), frame);
            return either(results);
        }
        if (expression instanceof VariableDeclarationExpr declaration) {
            walk.statements.variables(declaration, frame);
        }
        return new Expr.Unknown("it is not described");
    }

    /** One of several values, under a condition that is not looked at. */
    private static Expr either(List<Expr> values) {
        Expr any = null;
        for (Expr value : values) {
            any =
                    any == null
                            ? value
                            : new Expr.Conditional(new Expr.Unknown("a switch"), any, value);
        }
        return any == null ? new Expr.Unknown("a switch") : any;
    }

    private Expr list(ArrayInitializerExpr initializer, Frame frame) {
        List<Expr> elements = new ArrayList<>();
        initializer
                .getValues()
                .forEach(each -> elements.add(value(each, frame, Use.Outcome.KEPT)));
        return new Expr.ListOf(elements);
    }

    private Expr conditional(ConditionalExpr conditional, Frame frame, Use.Outcome outcome) {
        Expr test = value(conditional.getCondition(), frame, Use.Outcome.KEPT);
        Frame whenTrue = walk.statements.guarded(frame, test, true);
        Expr then = value(conditional.getThenExpr(), whenTrue, outcome);
        Frame whenFalse = walk.statements.guarded(frame, test, false);
        Expr otherwise = value(conditional.getElseExpr(), whenFalse, outcome);
        return new Expr.Conditional(test, then, otherwise);
    }

    /** Operators in a row are taken in turn: a sum of a thousand texts must not fill the stack. */
    private Expr binary(BinaryExpr binary, Frame frame) {
        List<BinaryExpr> row = new ArrayList<>();
        Expression at = binary;
        while (at instanceof BinaryExpr inner) {
            row.add(inner);
            at = inner.getLeft();
        }
        Frame inside = frame;
        Expr left = value(at, inside, Use.Outcome.KEPT, roleBeside(row.get(row.size() - 1)));
        for (int i = row.size() - 1; i >= 0; i--) {
            BinaryExpr operation = row.get(i);
            BinaryExpr.Operator operator = operation.getOperator();
            if (operator == BinaryExpr.Operator.AND || operator == BinaryExpr.Operator.OR) {
                inside =
                        walk.statements.guarded(
                                inside, left, operator == BinaryExpr.Operator.AND);
            }
            Expr right =
                    value(operation.getRight(), inside, Use.Outcome.KEPT, roleBeside(operation));
            left = combined(operation, left, right);
        }
        return left;
    }

    private static Access.Role roleBeside(BinaryExpr operation) {
        boolean againstNull =
                operation.getLeft().isNullLiteralExpr() || operation.getRight().isNullLiteralExpr();
        return againstNull ? Access.Role.TESTED : Access.Role.READ;
    }

    private static Expr combined(BinaryExpr operation, Expr left, Expr right) {
        BinaryExpr.Operator operator = operation.getOperator();
        if (operator == BinaryExpr.Operator.PLUS && (isText(left) || isText(right))) {
            List<Expr> parts = new ArrayList<>();
            if (left instanceof Expr.Concat concat) {
                parts.addAll(concat.parts());
            } else {
                parts.add(left);
            }
            parts.add(right);
            return new Expr.Concat(parts);
        }
        String written =
                switch (operator) {
                    case EQUALS -> "===";
                    case NOT_EQUALS -> "!==";
                    default -> operator.asString();
                };
        return new Expr.Operation(written, List.of(left, right));
    }

    private static boolean isText(Expr expr) {
        return expr instanceof Expr.Concat
                || expr instanceof Expr.Literal literal && literal.value() instanceof String;
    }

    /** A label of a switch: a constant, a type, a pattern. */
    Expr label(Expression label, Frame frame) {
        if (label instanceof PatternExpr pattern) {
            walk.summary.syntax("switch-pattern", Regions.of(pattern));
            pattern(pattern, frame);
            return new Expr.Unknown("a pattern");
        }
        if (label instanceof NameExpr name && frame.scope().find(name.getNameAsString()) < 0) {
            // A constant of the selector's enum.
            return new Expr.Literal(name.getNameAsString());
        }
        return value(label, frame, Use.Outcome.KEPT);
    }

    private void pattern(PatternExpr pattern, Frame frame) {
        if (pattern instanceof TypePatternExpr typed) {
            walk.declare(frame, Binding.Kind.VARIABLE, typed.getName(), typed.getType());
        } else if (pattern instanceof RecordPatternExpr record && walk.enter()) {
            record.getPatternList()
                    .forEach(
                            each -> {
                                if (each instanceof PatternExpr inner) {
                                    pattern(inner, frame);
                                }
                            });
            walk.leave();
        }
    }
}
