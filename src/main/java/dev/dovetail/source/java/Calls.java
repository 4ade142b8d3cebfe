package dev.dovetail.source.java;

import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MemberValuePair;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SingleMemberAnnotationExpr;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import dev.dovetail.source.Access;
import dev.dovetail.source.Binding;
import dev.dovetail.source.Definition;
import dev.dovetail.source.Expr;
import dev.dovetail.source.Frame;
import dev.dovetail.source.SummaryBuilder;
import dev.dovetail.source.Use;
import dev.dovetail.workspace.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Calls, constructions, annotations, and the functions that are handed to them. */
final class Calls {

    private final Walk walk;

    Calls(Walk walk) {
        this.walk = walk;
    }

    Expr method(MethodCallExpr call, Frame frame, Use.Outcome outcome) {
        String name = call.getNameAsString();
        Expr target;
        if (call.getScope().isPresent()) {
            target =
                    new Expr.Member(
                            walk.expressions.value(
                                    call.getScope().get(),
                                    frame,
                                    Use.Outcome.CHAINED,
                                    Access.Role.MEMBER_CALLED),
                            name);
        } else {
            target = bare(name, frame);
        }
        boolean chained = call.getScope().filter(Calls::holdsCall).isPresent();
        Region region =
                chained ? Regions.of(call.getName(), call) : Regions.of(call);
        return walk.summary.use(Use.Kind.CALL, target, arguments(call.getArguments(), frame), region, frame, outcome);
    }

    /** A bare call: of a static import, or of a method of a class around it. */
    private Expr bare(String name, Frame frame) {
        int imported = frame.scope().find(name);
        boolean isImport =
                imported >= 0 && walk.summary.binding(imported).kind() == Binding.Kind.IMPORT;
        if (isImport) {
            return new Expr.Ref(imported);
        }
        return new Expr.Member(new Expr.This(walk.ownerOf(name, frame.self())), name);
    }

    private static boolean holdsCall(Expression scope) {
        Expression at = scope;
        while (true) {
            if (at instanceof MethodCallExpr) {
                return true;
            }
            if (at.isFieldAccessExpr()) {
                at = at.asFieldAccessExpr().getScope();
            } else if (at.isEnclosedExpr()) {
                at = at.asEnclosedExpr().getInner();
            } else {
                return at instanceof ObjectCreationExpr;
            }
        }
    }

    Expr construct(ObjectCreationExpr creation, Frame frame, Use.Outcome outcome) {
        creation.getScope()
                .ifPresent(scope -> walk.expressions.value(scope, frame, Use.Outcome.CHAINED));
        Expr type = walk.types.of(creation.getType());
        Expr target = type == null ? new Expr.Unknown("a type") : type;
        Expr result =
                walk.summary.use(
                        Use.Kind.CONSTRUCT,
                        target,
                        arguments(creation.getArguments(), frame),
                        Regions.of(creation),
                        frame,
                        outcome);
        creation.getAnonymousClassBody()
                .ifPresent(body -> walk.classes.anonymous(creation.getType(), body, frame));
        return result;
    }

    /** {@code this(…)} and {@code super(…)}. */
    void constructorCall(ExplicitConstructorInvocationStmt call, Frame frame) {
        Expr target = call.isThis() ? new Expr.This(frame.self()) : new Expr.Super(frame.self());
        walk.summary.use(
                Use.Kind.CALL,
                target,
                arguments(call.getArguments(), frame),
                Regions.of(call),
                frame,
                Use.Outcome.DROPPED);
    }

    Expr lambda(LambdaExpr lambda, Frame frame) {
        SummaryBuilder.OpenDefinition definition =
                walk.summary.definition(
                        Definition.Kind.FUNCTION,
                        "",
                        frame.definition(),
                        Regions.of(lambda),
                        firstToken(lambda),
                        Set.of());
        Frame inside = frame.inBody(definition.id(), frame.self());
        for (Parameter parameter : lambda.getParameters()) {
            definition.parameters.add(
                    walk.declare(
                                    inside,
                                    Binding.Kind.PARAMETER,
                                    parameter.getName(),
                                    parameter.getType().isUnknownType()
                                            ? null
                                            : parameter.getType())
                            .id());
        }
        if (lambda.getBody() instanceof ExpressionStmt line) {
            definition.returns.add(
                    walk.expressions.value(line.getExpression(), inside, Use.Outcome.RETURNED));
        } else {
            walk.statements.statement(lambda.getBody(), inside);
        }
        return new Expr.Function(definition.id());
    }

    private static Region firstToken(LambdaExpr lambda) {
        Region whole = Regions.of(lambda);
        return new Region(
                whole.startLine(), whole.startColumn(), whole.startLine(), whole.startColumn() + 1);
    }

    /**
     * Annotations of one declaration.
     *
     * @param definition that they are on, or that the field or parameter is of
     * @param binding of the field or parameter that they are on, or -1
     */
    void annotations(
            List<? extends AnnotationExpr> annotations, Frame frame, int definition, int binding) {
        for (AnnotationExpr annotation : annotations) {
            List<Use.Argument> arguments = new ArrayList<>();
            if (annotation instanceof SingleMemberAnnotationExpr single) {
                arguments.add(argument("value", single.getMemberValue(), frame));
            } else if (annotation instanceof NormalAnnotationExpr normal) {
                for (MemberValuePair pair : normal.getPairs()) {
                    arguments.add(argument(pair.getNameAsString(), pair.getValue(), frame));
                }
            }
            walk.summary.annotation(
                    walk.types.of(annotation.getName()),
                    arguments,
                    Regions.of(annotation),
                    definition,
                    binding);
        }
    }

    private Use.Argument argument(String name, Expression value, Frame frame) {
        Expr written =
                value instanceof AnnotationExpr
                        ? new Expr.Unknown("an annotation")
                        : walk.expressions.value(value, frame, Use.Outcome.PASSED);
        return new Use.Argument(name, written, false);
    }

    private List<Use.Argument> arguments(List<Expression> arguments, Frame frame) {
        List<Use.Argument> given = new ArrayList<>();
        for (Expression argument : arguments) {
            given.add(
                    new Use.Argument(
                            null,
                            walk.expressions.value(argument, frame, Use.Outcome.PASSED),
                            false));
        }
        return given;
    }

}
