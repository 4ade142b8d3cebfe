package dev.dovetail.source.java;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.AssertStmt;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.LocalRecordDeclarationStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import dev.dovetail.source.Binding;
import dev.dovetail.source.Expr;
import dev.dovetail.source.Frame;
import dev.dovetail.source.SummaryBuilder;
import dev.dovetail.source.Use;
import java.util.ArrayList;
import java.util.List;

/** Statements, and the conditions that they put others under. */
final class Statements {

    private final Walk walk;

    Statements(Walk walk) {
        this.walk = walk;
    }

    void block(BlockStmt block, Frame frame) {
        sequence(block.getStatements(), frame);
    }

    /** Statements one after another: what leaves early puts the rest under its opposite. */
    private void sequence(List<Statement> statements, Frame frame) {
        Frame at = frame;
        for (Statement statement : statements) {
            if (statement instanceof IfStmt branch) {
                at = at.under(branch(branch, at));
            } else {
                statement(statement, at);
            }
        }
    }

    void statement(Statement statement, Frame frame) {
        if (!walk.enter()) {
            return;
        }
        try {
            follow(statement, frame);
        } finally {
            walk.leave();
        }
    }

    private void follow(Statement statement, Frame frame) {
        if (statement instanceof ExpressionStmt line) {
            line(line.getExpression(), frame);
        } else if (statement instanceof BlockStmt block) {
            block(block, frame.inBlock());
        } else if (statement instanceof IfStmt branch) {
            branch(branch, frame);
        } else if (statement instanceof ReturnStmt returned) {
            returned.getExpression()
                    .ifPresent(
                            value ->
                                    walk.summary
                                            .definition(frame.definition())
                                            .returns
                                            .add(
                                                    walk.expressions.value(
                                                            value, frame, Use.Outcome.RETURNED)));
        } else if (statement instanceof ThrowStmt thrown) {
            walk.expressions.value(thrown.getExpression(), frame, Use.Outcome.KEPT);
        } else if (statement instanceof TryStmt attempt) {
            attempt(attempt, frame);
        } else if (statement instanceof SwitchStmt choice) {
            entries(choice.getSelector(), choice.getEntries(), frame);
        } else if (statement instanceof ExplicitConstructorInvocationStmt call) {
            walk.calls.constructorCall(call, frame);
        } else if (statement instanceof LocalClassDeclarationStmt local) {
            walk.classes.type(local.getClassDeclaration(), frame);
        } else if (statement instanceof LocalRecordDeclarationStmt local) {
            walk.classes.type(local.getRecordDeclaration(), frame);
        } else if (statement instanceof LabeledStmt labeled) {
            statement(labeled.getStatement(), frame);
        } else if (statement instanceof SynchronizedStmt locked) {
            walk.expressions.value(locked.getExpression(), frame, Use.Outcome.KEPT);
            block(locked.getBody(), frame.inBlock());
        } else if (statement instanceof YieldStmt yielded) {
            walk.expressions.value(yielded.getExpression(), frame, Use.Outcome.KEPT);
        } else if (statement instanceof AssertStmt asserted) {
            walk.expressions.value(asserted.getCheck(), frame, Use.Outcome.KEPT);
        } else {
            loop(statement, frame);
        }
    }

    private void line(Expression expression, Frame frame) {
        if (expression instanceof VariableDeclarationExpr declaration) {
            variables(declaration, frame);
        } else {
            walk.expressions.value(expression, frame, Use.Outcome.DROPPED);
        }
    }

    void variables(VariableDeclarationExpr declaration, Frame frame) {
        for (VariableDeclarator variable : declaration.getVariables()) {
            SummaryBuilder.OpenBinding binding =
                    walk.declare(
                            frame, Binding.Kind.VARIABLE, variable.getName(), variable.getType());
            variable.getInitializer()
                    .ifPresent(
                            value ->
                                    binding.values.add(
                                            walk.expressions.value(
                                                    value, frame, Use.Outcome.KEPT)));
        }
    }

    private void loop(Statement statement, Frame frame) {
        if (statement instanceof WhileStmt loop) {
            Frame inside = frame.inLoop();
            Expr test = walk.expressions.value(loop.getCondition(), inside, Use.Outcome.KEPT);
            statement(loop.getBody(), guarded(inside, test, true));
        } else if (statement instanceof DoStmt loop) {
            Frame inside = frame.inLoop();
            statement(loop.getBody(), inside);
            walk.expressions.value(loop.getCondition(), inside, Use.Outcome.KEPT);
        } else if (statement instanceof ForStmt loop) {
            Frame inside = frame.inLoop();
            loop.getInitialization().forEach(each -> line(each, inside));
            loop.getCompare()
                    .ifPresent(test -> walk.expressions.value(test, inside, Use.Outcome.KEPT));
            loop.getUpdate().forEach(each -> line(each, inside));
            statement(loop.getBody(), inside);
        } else if (statement instanceof ForEachStmt loop) {
            walk.expressions.value(loop.getIterable(), frame, Use.Outcome.KEPT);
            Frame inside = frame.inLoop();
            for (VariableDeclarator variable : loop.getVariable().getVariables()) {
                walk.declare(
                        inside, Binding.Kind.LOCAL_UNKNOWN, variable.getName(), variable.getType());
            }
            statement(loop.getBody(), inside);
        }
    }

    /** An {@code if}; gives the guard that what comes after it stands under. */
    private int branch(IfStmt branch, Frame frame) {
        // What a pattern binds in the condition is seen after it, too.
        Expr test = walk.expressions.value(branch.getCondition(), frame, Use.Outcome.KEPT);
        statement(branch.getThenStmt(), guarded(frame.inBlock(), test, true));
        branch.getElseStmt()
                .ifPresent(other -> statement(other, guarded(frame.inBlock(), test, false)));
        if (leaves(branch.getThenStmt())) {
            return walk.summary.guard(test, false, frame.guard());
        }
        return frame.guard();
    }

    Frame guarded(Frame frame, Expr test, boolean holds) {
        return frame.under(walk.summary.guard(test, holds, frame.guard()));
    }

    /** Whether nothing runs after it in its block. */
    private static boolean leaves(Statement statement) {
        if (statement instanceof BlockStmt block) {
            List<Statement> inner = block.getStatements();
            return !inner.isEmpty() && leaves(inner.get(inner.size() - 1));
        }
        return statement instanceof ReturnStmt
                || statement instanceof ThrowStmt
                || statement instanceof BreakStmt
                || statement instanceof ContinueStmt;
    }

    private void attempt(TryStmt attempt, Frame frame) {
        Frame inside = (attempt.getCatchClauses().isEmpty() ? frame : frame.inTry()).inBlock();
        attempt.getResources().forEach(resource -> line(resource, inside));
        block(attempt.getTryBlock(), inside);
        attempt.getResources().forEach(resource -> close(resource, inside));
        for (CatchClause clause : attempt.getCatchClauses()) {
            Frame handler = frame.inBlock();
            walk.declare(
                    handler,
                    Binding.Kind.LOCAL_UNKNOWN,
                    clause.getParameter().getName(),
                    clause.getParameter().getType());
            block(clause.getBody(), handler);
        }
        attempt.getFinallyBlock().ifPresent(block -> block(block, frame.inBlock()));
    }

    /** A resource is closed at the end of its block, as if the code said so. */
    private void close(Expression resource, Frame frame) {
        Expression named =
                resource instanceof VariableDeclarationExpr declaration
                        ? declaration.getVariable(0).getNameAsExpression()
                        : resource;
        walk.summary.use(
                Use.Kind.CALL,
                new Expr.Member(
                        walk.expressions.value(named, frame, Use.Outcome.CHAINED), "close"),
                List.of(),
                Regions.of(resource),
                frame,
                Use.Outcome.KEPT);
    }

    /** The entries of a switch, each under the condition that its labels are met. */
    List<Expr> entries(Expression selector, List<SwitchEntry> entries, Frame frame) {
        Expr value = walk.expressions.value(selector, frame, Use.Outcome.KEPT);
        List<Expr> results = new ArrayList<>();
        for (SwitchEntry entry : entries) {
            Frame inside = frame.inBlock();
            Expr met = null;
            for (Expression label : entry.getLabels()) {
                Expr folded = walk.expressions.label(label, inside);
                Expr one = new Expr.Operation("===", List.of(value, folded));
                met = met == null ? one : new Expr.Operation("||", List.of(met, one));
            }
            Frame guarded = met == null ? inside : guarded(inside, met, true);
            entry.getGuard()
                    .ifPresent(
                            test -> walk.expressions.value(test, guarded, Use.Outcome.KEPT));
            if (entry.getType() == SwitchEntry.Type.EXPRESSION
                    && entry.getStatements().size() == 1
                    && entry.getStatements().get(0) instanceof ExpressionStmt line) {
                results.add(
                        walk.expressions.value(line.getExpression(), guarded, Use.Outcome.KEPT));
            } else {
                sequence(entry.getStatements(), guarded);
            }
        }
        return results;
    }
}
