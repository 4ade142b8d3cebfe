package dev.dovetail.link;

import dev.dovetail.source.Binding;
import dev.dovetail.source.Expr;
import dev.dovetail.source.Language;
import dev.dovetail.source.SourceSummary;
import java.util.HashSet;
import java.util.Set;

/**
 * Tells which values a unit's functions take from the request that they run for.
 *
 * <p>Parts of it count, and what its own methods give; what a call makes of them does not, as that
 * may be a client or a connection.
 */
public final class RequestData {

    private static final int DEPTH = 10;

    /** Endings of types that a handler gets beside the request. */
    private static final Set<String> BESIDE =
            Set.of("Response()", "Reply()", "Callback()", "Next()", "lambda.Context()",
                    "runtime.Context()");

    private final Resolver resolver;
    private final Set<Entity.Code> entries = new HashSet<>();

    public RequestData(LinkedUnit unit) {
        this.resolver = unit.resolver();
        for (Step step : unit.steps()) {
            if (step.contextKnown() && unit.isRequestEntry(step)) {
                entries.add(step.code());
            }
        }
    }

    /** Whether a value surely is, or is a part of, what the request brought. */
    public boolean gives(SourceSummary file, Expr value) {
        return gives(file, value, 0);
    }

    private boolean gives(SourceSummary file, Expr value, int depth) {
        if (depth > DEPTH) {
            return false;
        }
        if (value instanceof Expr.Member member) {
            return gives(file, member.object(), depth + 1);
        }
        if (value instanceof Expr.Index index) {
            return gives(file, index.object(), depth + 1);
        }
        if (value instanceof Expr.Awaited awaited) {
            return gives(file, awaited.value(), depth + 1);
        }
        if (value instanceof Expr.Operation operation) {
            return operation.operands().stream().anyMatch(each -> gives(file, each, depth + 1));
        }
        if (value instanceof Expr.Concat concat) {
            return concat.parts().stream().anyMatch(each -> gives(file, each, depth + 1));
        }
        if (value instanceof Expr.Result result) {
            return file.uses().get(result.use()).target() instanceof Expr.Member member
                    && gives(file, member.object(), depth + 1);
        }
        return value instanceof Expr.Ref ref
                && binding(file, file.bindings().get(ref.binding()), depth + 1);
    }

    private boolean binding(SourceSummary file, Binding binding, int depth) {
        if (binding.kind() == Binding.Kind.VARIABLE
                && binding.definition() != SourceSummary.MODULE) {
            return binding.values().stream().anyMatch(value -> gives(file, value, depth));
        }
        if (binding.kind() != Binding.Kind.PARAMETER) {
            return false;
        }
        if (entries.contains(new Entity.Code(file, binding.definition()))) {
            return isRequest(file, binding);
        }
        return resolver.givenTo(file, binding).stream()
                .anyMatch(given -> gives(given.file(), given.value(), depth));
    }

    /** The first parameter, or in Java any that is none of what stands beside the request. */
    private boolean isRequest(SourceSummary file, Binding parameter) {
        int position =
                file.definitions()
                        .get(parameter.definition())
                        .parameters()
                        .indexOf(parameter.id());
        boolean beside =
                resolver.binding(file, parameter.id()).stream()
                        .anyMatch(
                                entity ->
                                        entity instanceof Entity.Api api
                                                && BESIDE.stream().anyMatch(api.path()::endsWith));
        return !beside && (position == 0 || file.language() == Language.JAVA);
    }
}
