package dev.dovetail.judge.shapes;

import dev.dovetail.knowledge.Framework;
import dev.dovetail.link.Context;
import dev.dovetail.link.Entity;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.link.ReachedUse;
import dev.dovetail.link.Resolver;
import dev.dovetail.link.Step;
import dev.dovetail.link.Truth;
import dev.dovetail.source.Access;
import dev.dovetail.source.Definition;
import dev.dovetail.source.Expr;
import dev.dovetail.source.Language;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.source.Use;
import dev.dovetail.source.Write;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Region;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every read and write of state in the code of a unit that runs for requests. */
final class Touches {

    /** What is done to state. */
    enum Kind {
        /** An entry is added, changed or removed. */
        ENTRY_WRITTEN,
        /** A count in it goes up or down. */
        COUNTED,
        /** It is put in its first state, or replaced as a whole. */
        ASSIGNED,
        READ,
        TESTED
    }

    /**
     * One read or write.
     *
     * @param step the function that does it
     * @param varies whether what is written comes from outside the code
     * @param guard the condition that it is done under, or -1
     */
    record Touch(Kind kind, Step step, Region region, boolean varies, int guard, Expr value) {
        boolean guarded() {
            return guard >= 0;
        }

        Place place() {
            return step.code().file().place(region);
        }

        /** The touch as a use, for what speaks of uses. */
        ReachedUse use() {
            Use use =
                    new Use(
                            -1,
                            Use.Kind.OTHER,
                            new Expr.Unknown("state"),
                            List.of(),
                            region,
                            step.code().definition(),
                            -1,
                            -1,
                            Use.Outcome.KEPT,
                            false,
                            false);
            return new ReachedUse(step, use, List.of(), step.certain());
        }
    }

    private static final Expr NO_VALUE = Expr.Literal.NOTHING;

    private final LinkedUnit unit;
    private final Resolver resolver;
    private final Map<State, List<Touch>> touches = new LinkedHashMap<>();
    private final Map<State, Optional<Framework.Container>> containers = new HashMap<>();

    private Touches(LinkedUnit unit) {
        this.unit = unit;
        this.resolver = unit.resolver();
    }

    static Touches of(LinkedUnit unit) {
        Touches found = new Touches(unit);
        for (ReachedUse use : unit.uses()) {
            if (use.step().context() == Context.REQUEST && use.use().kind() == Use.Kind.CALL) {
                found.call(use);
            }
        }
        Map<Entity.Code, List<Step>> steps = new HashMap<>();
        for (Step step : unit.steps()) {
            if (step.context() == Context.REQUEST) {
                found.writes(step);
                steps.computeIfAbsent(step.code(), code -> new ArrayList<>(1)).add(step);
            }
        }
        for (SourceSummary file : unit.files()) {
            found.accesses(file, steps);
        }
        return found;
    }

    Map<State, List<Touch>> byState() {
        return touches;
    }

    Optional<Framework.Container> container(State state) {
        return containers.computeIfAbsent(state, key -> key.container(resolver));
    }

    private void call(ReachedUse use) {
        if (!(use.use().target() instanceof Expr.Member member)) {
            return;
        }
        SourceSummary file = use.file();
        Optional<State> state = State.named(resolver, file, member.object());
        Optional<Framework.Container> container = state.flatMap(this::container);
        if (container.isEmpty()) {
            return;
        }
        boolean writes = container.get().writes().contains(member.name());
        boolean varies =
                use.use().arguments().stream()
                        .anyMatch(argument -> varies(argument.value()));
        add(
                state.get(),
                new Touch(
                        writes ? Kind.ENTRY_WRITTEN : Kind.READ,
                        use.step(),
                        use.use().region(),
                        varies,
                        use.use().guard(),
                        lastArgument(use.use())));
    }

    /** What a call puts into the state: {@code set(key, value)}, {@code push(value)}. */
    private static Expr lastArgument(Use use) {
        int count = use.arguments().size();
        return count == 0 ? NO_VALUE : use.arguments().get(count - 1).value();
    }

    private void writes(Step step) {
        SourceSummary file = step.code().file();
        for (Write write : resolver.index(file).writes(step.code().definition())) {
            if (unit.folder().mayRun(file, write.guard()) != Truth.YES) {
                continue;
            }
            Expr target = write.target();
            Expr object =
                    target instanceof Expr.Index index
                            ? index.object()
                            : target instanceof Expr.Member member ? member.object() : target;
            Optional<State> whole =
                    State.named(resolver, file, target)
                            .filter(state -> !isGivenToAnInstance(state, file, target));
            Optional<State> part =
                    object == target ? Optional.empty() : State.named(resolver, file, object);
            boolean counts =
                    write.operator().equals("++")
                            || write.operator().equals("--")
                            || write.operator().equals("+=")
                            || write.operator().equals("-=");
            Kind kind = counts ? Kind.COUNTED : Kind.ENTRY_WRITTEN;
            kind = countsUp(write) ? Kind.COUNTED : kind;
            if (part.flatMap(this::container).isPresent()) {
                boolean varies =
                        varies(write.value())
                                || target instanceof Expr.Index index && varies(index.key());
                add(part.get(), touch(kind, step, write, varies));
            } else if (whole.isPresent()) {
                add(
                        whole.get(),
                        touch(
                                counts ? Kind.COUNTED : Kind.ASSIGNED,
                                step,
                                write,
                                varies(write.value())));
            }
        }
    }

    /** In Python, what is assigned to an instance hides what its class has under that name. */
    private boolean isGivenToAnInstance(State state, SourceSummary file, Expr target) {
        return file.language() == Language.PYTHON
                && state.declared().isStatic()
                && target instanceof Expr.Member member
                && resolver.resolve(file, member.object()).stream()
                        .allMatch(Entity.Instance.class::isInstance);
    }

    /** {@code counts[key] = (counts[key] || 0) + 1}. */
    private static boolean countsUp(Write write) {
        return write.value() instanceof Expr.Operation sum
                && (sum.operator().equals("+") || sum.operator().equals("-"))
                && sum.operands().stream()
                        .anyMatch(
                                operand ->
                                        operand instanceof Expr.Literal literal
                                                && literal.value() instanceof Number)
                && sum.operands().stream().anyMatch(operand -> holds(operand, write.target()));
    }

    private static boolean holds(Expr expr, Expr wanted) {
        return expr.equals(wanted)
                || expr instanceof Expr.Operation operation
                        && operation.operands().stream().anyMatch(each -> holds(each, wanted));
    }

    private static Touch touch(Kind kind, Step step, Write write, boolean varies) {
        return new Touch(
                kind, step, write.region(), varies, write.guard(), write.value());
    }

    private void accesses(SourceSummary file, Map<Entity.Code, List<Step>> steps) {
        for (Access access : file.accesses()) {
            Kind kind =
                    switch (access.role()) {
                        case READ, ELEMENT_READ -> Kind.READ;
                        case TESTED -> Kind.TESTED;
                        case ASSIGNED, ELEMENT_WRITTEN, MEMBER_CALLED -> null;
                    };
            if (kind == null) {
                continue;
            }
            Entity.Code code = new Entity.Code(file, access.definition());
            for (Step step : steps.getOrDefault(code, List.of())) {
                add(
                        new State(file, access.binding()),
                        new Touch(kind, step, access.region(), false, -1, NO_VALUE));
            }
        }
    }

    private void add(State state, Touch touch) {
        touches.computeIfAbsent(state, key -> new ArrayList<>()).add(touch);
    }

    private static boolean varies(Expr value) {
        if (value instanceof Expr.Concat concat) {
            return concat.parts().stream().anyMatch(Touches::varies);
        }
        if (value instanceof Expr.ObjectOf object) {
            return object.properties().stream().anyMatch(p -> varies(p.value()));
        }
        return !(value instanceof Expr.Literal) && !(value instanceof Expr.Function);
    }

    /** The outermost function that a definition stands in, short of the file's body or a class. */
    static int outermost(SourceSummary file, int definition) {
        int at = definition;
        while (true) {
            int parent = file.definitions().get(at).parent();
            if (parent < 0
                    || file.definitions().get(parent).kind() == Definition.Kind.MODULE
                    || file.definitions().get(parent).kind() == Definition.Kind.CLASS) {
                return at;
            }
            at = parent;
        }
    }
}
