package dev.dovetail.judge.shapes;

import dev.dovetail.source.Binding;
import dev.dovetail.source.Definition;
import dev.dovetail.source.Expr;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.source.Use;
import dev.dovetail.source.Write;
import java.util.Set;

/** Whether parts of a file mention certain bindings. */
final class Mentions {

    private final SourceSummary file;
    private final Set<Integer> bindings;

    Mentions(SourceSummary file, Set<Integer> bindings) {
        this.file = file;
        this.bindings = bindings;
    }

    /** Whether the whole of a chained call does: its target, its arguments, functions within. */
    boolean inCall(Use use, Set<Integer> seen) {
        if (!seen.add(use.id())) {
            return false;
        }
        if (in(use.target(), seen)) {
            return true;
        }
        for (Use.Argument argument : use.arguments()) {
            if (in(argument.value(), seen)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the call is a method of one of the bindings, however long the chain. */
    boolean inTarget(Use use) {
        Expr at = use.target();
        for (int i = 0; i < 16; i++) {
            if (at instanceof Expr.Member member) {
                at = member.object();
            } else if (at instanceof Expr.Result result) {
                at = file.uses().get(result.use()).target();
            } else {
                return at instanceof Expr.Ref ref && bindings.contains(ref.binding());
            }
        }
        return false;
    }

    /** Whether {@code inner} stands within the text of {@code outer}, or the other way round. */
    boolean isPartOf(Use inner, Use outer) {
        return outer.region().contains(inner.region()) || inner.region().contains(outer.region());
    }

    private boolean in(Expr expr, Set<Integer> seen) {
        if (expr instanceof Expr.Ref ref) {
            return bindings.contains(ref.binding()) || inLocalFunction(ref, seen);
        }
        if (expr instanceof Expr.Member member) {
            return in(member.object(), seen);
        }
        if (expr instanceof Expr.Index index) {
            return in(index.object(), seen) || in(index.key(), seen);
        }
        if (expr instanceof Expr.Result result) {
            return inCall(file.uses().get(result.use()), seen);
        }
        if (expr instanceof Expr.Awaited awaited) {
            return in(awaited.value(), seen);
        }
        if (expr instanceof Expr.Function function) {
            return inFunction(function.definition(), seen);
        }
        if (expr instanceof Expr.ObjectOf object) {
            return object.properties().stream().anyMatch(p -> in(p.value(), seen))
                    || object.spreads().stream().anyMatch(spread -> in(spread, seen));
        }
        if (expr instanceof Expr.ListOf list) {
            return list.elements().stream().anyMatch(element -> in(element, seen));
        }
        if (expr instanceof Expr.Conditional conditional) {
            return in(conditional.then(), seen) || in(conditional.otherwise(), seen);
        }
        if (expr instanceof Expr.Operation operation) {
            return operation.operands().stream().anyMatch(operand -> in(operand, seen));
        }
        return false;
    }

    /** A function declared around the call may mention them too. */
    private boolean inLocalFunction(Expr.Ref ref, Set<Integer> seen) {
        Binding binding = file.bindings().get(ref.binding());
        for (Expr value : binding.values()) {
            if (value instanceof Expr.Function function
                    && file.definitions().get(function.definition()).kind()
                            != Definition.Kind.CLASS
                    && inFunction(function.definition(), seen)) {
                return true;
            }
        }
        return false;
    }

    private boolean inFunction(int definition, Set<Integer> seen) {
        if (!seen.add(-1 - definition)) {
            return false;
        }
        Definition function = file.definitions().get(definition);
        for (Use use : file.uses()) {
            if (isWithin(use.definition(), function.id()) && inCall(use, seen)) {
                return true;
            }
        }
        for (Write write : file.writes()) {
            if (isWithin(write.definition(), function.id())
                    && (in(write.target(), seen) || in(write.value(), seen))) {
                return true;
            }
        }
        return function.returns().stream().anyMatch(value -> in(value, seen));
    }

    private boolean isWithin(int definition, int outer) {
        for (int at = definition; at >= 0; at = file.definitions().get(at).parent()) {
            if (at == outer) {
                return true;
            }
        }
        return false;
    }
}
