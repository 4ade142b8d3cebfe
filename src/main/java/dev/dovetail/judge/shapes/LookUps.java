package dev.dovetail.judge.shapes;

import dev.dovetail.link.Resolver;
import dev.dovetail.source.Binding;
import dev.dovetail.source.Expr;
import dev.dovetail.source.Guard;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.source.Use;

/** Conditions that ask whether some state already has an entry: what a cache asks first. */
final class LookUps {

    private static final int DEPTH = 12;

    private final Resolver resolver;
    private final SourceSummary file;
    private final State state;

    LookUps(Resolver resolver, SourceSummary file, State state) {
        this.resolver = resolver;
        this.file = file;
        this.state = state;
    }

    /** Whether a guard, or one around it, asks the state for something. */
    boolean decide(int guard) {
        for (int at = guard; at >= 0; ) {
            Guard condition = file.guards().get(at);
            if (asks(condition.condition(), 0)) {
                return true;
            }
            at = condition.parent();
        }
        return false;
    }

    private boolean asks(Expr expr, int depth) {
        if (depth > DEPTH) {
            return false;
        }
        if (isState(expr)) {
            return true;
        }
        if (expr instanceof Expr.Member member) {
            return asks(member.object(), depth + 1);
        }
        if (expr instanceof Expr.Index index) {
            return asks(index.object(), depth + 1);
        }
        if (expr instanceof Expr.Awaited awaited) {
            return asks(awaited.value(), depth + 1);
        }
        if (expr instanceof Expr.Operation operation) {
            return operation.operands().stream().anyMatch(each -> asks(each, depth + 1));
        }
        if (expr instanceof Expr.Result result) {
            Use use = file.uses().get(result.use());
            return asks(use.target(), depth + 1)
                    || use.arguments().stream().anyMatch(each -> asks(each.value(), depth + 1));
        }
        if (expr instanceof Expr.Ref ref) {
            Binding binding = file.bindings().get(ref.binding());
            return binding.kind() == Binding.Kind.VARIABLE
                    && binding.values().stream().anyMatch(each -> asks(each, depth + 1));
        }
        return false;
    }

    private boolean isState(Expr expr) {
        boolean names = expr instanceof Expr.Ref || expr instanceof Expr.Member;
        return names && State.named(resolver, file, expr).filter(state::equals).isPresent();
    }
}
