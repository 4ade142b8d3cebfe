package dev.dovetail.judge.contracts;

import dev.dovetail.knowledge.Knowledge;
import dev.dovetail.link.Entity;
import dev.dovetail.link.Folded;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.link.Values;
import dev.dovetail.source.Expr;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.source.Use;
import java.util.List;
import java.util.Optional;

/** Tells values that the workspace alone decides from those that a variable set elsewhere may change. */
final class Settled {

    private static final int DEPTH = 12;
    private static final String ENVIRONMENT = "process.env.";

    private final LinkedUnit unit;
    private final boolean loads;

    Settled(LinkedUnit unit, Knowledge knowledge) {
        this.unit = unit;
        this.loads = VariableLoaders.areUsedBy(unit, knowledge);
    }

    /** The value that holds as long as nothing outside the workspace says another. */
    Optional<Folded> only(Folded value) {
        if (value instanceof Folded.Known) {
            return Optional.of(value);
        }
        if (!(value instanceof Folded.Choice choice)) {
            return Optional.empty();
        }
        List<Folded> own =
                choice.options().stream().filter(each -> !each.dependsOnEnvironment()).distinct().toList();
        return own.size() == 1 && own.get(0) instanceof Folded.Known
                ? Optional.of(own.get(0))
                : Optional.empty();
    }

    /** Whether a value is the same wherever the unit runs. */
    boolean is(Values.Found found, Folded value) {
        if (!(value instanceof Folded.Known)) {
            return false;
        }
        return !loads
                || found instanceof Values.Found.There there
                        && isWritten(there.written().file(), there.written().value(), 0);
    }

    /** Whether an expression asks for no variable but those that config gives. */
    private boolean isWritten(SourceSummary file, Expr expr, int depth) {
        if (depth > DEPTH) {
            return false;
        }
        if (expr instanceof Expr.Literal) {
            return true;
        }
        if (expr instanceof Expr.Ref ref) {
            List<Expr> values = file.bindings().get(ref.binding()).values();
            return values.size() == 1 && isWritten(file, values.get(0), depth + 1);
        }
        if (expr instanceof Expr.Operation operation) {
            boolean first = isWritten(file, operation.operands().get(0), depth + 1);
            boolean stands = operation.operator().equals("||") || operation.operator().equals("??");
            return stands
                    ? first
                    : operation.operands().stream().allMatch(each -> isWritten(file, each, depth + 1));
        }
        if (expr instanceof Expr.Result result) {
            Use call = file.uses().get(result.use());
            return !call.arguments().isEmpty()
                    && call.arguments().stream()
                            .allMatch(each -> isWritten(file, each.value(), depth + 1));
        }
        return expr instanceof Expr.Member member && isGiven(file, member, depth);
    }

    private boolean isGiven(SourceSummary file, Expr.Member member, int depth) {
        for (String path : unit.resolver().paths(file, member)) {
            if (path.startsWith(ENVIRONMENT)) {
                return unit.unit().environment().containsKey(path.substring(ENVIRONMENT.length()));
            }
        }
        boolean all = false;
        for (Entity entity : unit.resolver().resolve(file, member.object())) {
            Optional<Expr> value =
                    entity instanceof Entity.ObjectValue object
                            ? object.literal().properties().stream()
                                    .filter(each -> each.name().equals(member.name()))
                                    .map(Expr.Property::value)
                                    .findFirst()
                            : Optional.empty();
            if (value.isEmpty()
                    || !isWritten(((Entity.ObjectValue) entity).file(), value.get(), depth + 1)) {
                return false;
            }
            all = true;
        }
        return all;
    }
}
