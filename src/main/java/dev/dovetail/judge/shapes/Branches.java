package dev.dovetail.judge.shapes;

import dev.dovetail.link.Context;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.link.Step;
import dev.dovetail.source.Expr;
import dev.dovetail.source.Guard;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.source.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The conditions under which a request comes to a piece of code, from its handler on. */
final class Branches {

    private static final int LONGEST_WAY = 8;

    private record Condition(SourceSummary file, Expr tested, boolean holds) {
        boolean isAlso(Condition other) {
            return other.file == file && other.holds == holds && other.tested.equals(tested);
        }
    }

    private final List<Condition> conditions = new ArrayList<>();

    private Branches() {}

    static Branches of(LinkedUnit unit, Touches.Touch touch) {
        Branches branches = new Branches();
        branches.add(touch.step().code().file(), touch.guard());
        Step at = touch.step();
        for (int i = 0; i < LONGEST_WAY; i++) {
            Set<Step> callers = unit.callers().getOrDefault(at, Set.of());
            Step caller = callers.size() == 1 ? callers.iterator().next() : null;
            if (caller == null || caller != at.from() || caller.context() != Context.REQUEST) {
                break;
            }
            branches.addCall(unit, caller, at);
            at = caller;
        }
        return branches;
    }

    private void addCall(LinkedUnit unit, Step caller, Step called) {
        SourceSummary file = caller.code().file();
        List<Use> calls =
                unit.resolver().index(file).uses(caller.code().definition()).stream()
                        .filter(use -> unit.resolver().resolve(file, use.target()).contains(called.code()))
                        .toList();
        if (calls.size() == 1) {
            add(file, calls.get(0).guard());
        }
    }

    private void add(SourceSummary file, int guard) {
        for (int at = guard; at >= 0; ) {
            Guard condition = file.guards().get(at);
            conditions.add(new Condition(file, condition.condition(), condition.holds()));
            at = condition.parent();
        }
    }

    /** Whether no request can come to both. */
    boolean exclude(Branches other) {
        for (Condition mine : conditions) {
            for (Condition theirs : other.conditions) {
                if (mine.file() == theirs.file() && exclude(mine, theirs)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether requests of a method that never comes to this may come to the other. */
    boolean leaveMethodsTo(Branches other) {
        return conditions.stream()
                .filter(Branches::isOfOneMethod)
                .anyMatch(mine -> other.conditions.stream().noneMatch(mine::isAlso));
    }

    /** {@code request.method == "POST"}, or what follows when it was not so. */
    private static boolean isOfOneMethod(Condition condition) {
        return condition.tested() instanceof Expr.Operation operation
                && operation.operands().size() == 2
                && (condition.holds() ? isEquality(operation) : operation.operator().startsWith("!="))
                && operation.operands().stream().anyMatch(Branches::isMethod)
                && operation.operands().stream().anyMatch(Expr.Literal.class::isInstance);
    }

    private static boolean isMethod(Expr expr) {
        return expr instanceof Expr.Member member && member.name().equals("method");
    }

    private static boolean exclude(Condition mine, Condition theirs) {
        if (mine.tested().equals(theirs.tested())) {
            return mine.holds() != theirs.holds();
        }
        return mine.holds()
                && theirs.holds()
                && mine.tested() instanceof Expr.Operation one
                && theirs.tested() instanceof Expr.Operation two
                && isEquality(one)
                && isEquality(two)
                && one.operands().get(0).equals(two.operands().get(0))
                && one.operands().get(1) instanceof Expr.Literal left
                && two.operands().get(1) instanceof Expr.Literal right
                && !left.equals(right);
    }

    private static boolean isEquality(Expr.Operation operation) {
        return (operation.operator().equals("===") || operation.operator().equals("=="))
                && operation.operands().size() == 2;
    }
}
