package dev.dovetail.judge.shapes;

import dev.dovetail.config.EntryPoint;
import dev.dovetail.judge.Finding;
import dev.dovetail.judge.Shape;
import dev.dovetail.judge.ShapeFinder;
import dev.dovetail.knowledge.Signature;
import dev.dovetail.link.Context;
import dev.dovetail.link.Entity;
import dev.dovetail.link.EntryBinding;
import dev.dovetail.link.Folded;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.link.Step;
import dev.dovetail.source.Binding;
import dev.dovetail.source.Expr;
import dev.dovetail.source.SourceSummary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * State of the process that one request fills with its data and another request looks up.
 *
 * <p>Not a cache that looks up and fills in one function, not counters, not a connection opened when
 * first needed.
 */
public final class StateAcrossRequests implements ShapeFinder {

    private static final int DEPTH = 12;

    @Override
    public String name() {
        return "state-across-requests";
    }

    @Override
    public List<Shape> find(LinkedUnit unit, Signature signature) {
        Touches touches = Touches.of(unit);
        List<Shape> shapes = new ArrayList<>();
        for (Map.Entry<State, List<Touches.Touch>> entry : touches.byState().entrySet()) {
            State state = entry.getKey();
            if (touches.container(state).isPresent() && state.isOnePerProcess(unit)) {
                boolean expires = touches.container(state).get().expires();
                shape(unit, state, entry.getValue(), expires).ifPresent(shapes::add);
            }
        }
        return shapes;
    }

    /** Whether one request fills {@code state} and another one looks it up. */
    static boolean isKeptFor(LinkedUnit unit, State state, List<Touches.Touch> touches) {
        return shape(unit, state, touches, false).isPresent();
    }

    private static Optional<Shape> shape(
            LinkedUnit unit, State state, List<Touches.Touch> touches, boolean expires) {
        List<Touches.Touch> writes =
                touches.stream()
                        .filter(touch -> touch.kind() == Touches.Kind.ENTRY_WRITTEN)
                        .filter(Touches.Touch::varies)
                        .filter(touch -> touch.step().contextKnown() && touch.step().certain())
                        .toList();
        List<Touches.Touch> reads =
                touches.stream()
                        .filter(touch -> touch.kind() == Touches.Kind.READ)
                        .filter(touch -> touch.step().contextKnown())
                        .toList();
        if (writes.isEmpty() || reads.isEmpty() || looksUpAndFills(unit, state, writes)) {
            return Optional.empty();
        }
        for (Touches.Touch write : writes) {
            for (Touches.Touch read : reads) {
                if (servesAnotherRequest(unit, write, read)) {
                    return Optional.of(found(unit, state, write, read, expires));
                }
            }
        }
        return Optional.empty();
    }

    private static Shape found(
            LinkedUnit unit,
            State state,
            Touches.Touch write,
            Touches.Touch read,
            boolean expires) {
        String name = state.declared().name();
        boolean disjoint =
                Collections.disjoint(
                                unit.requestEntries(write.step()), unit.requestEntries(read.step()))
                        || areOfTwoBranches(unit, write, read);
        return new Shape(
                write.use(),
                state.place(),
                "keeps " + name + " in this process",
                Map.of(
                        "name", new Folded.Known(name),
                        "writer", new Folded.Known(write.place().toString()),
                        "reader", new Folded.Known(read.place().toString()),
                        "expires", new Folded.Known(String.valueOf(expires)),
                        "handlers", new Folded.Known(disjoint ? "different" : "same")),
                List.of(
                        new Finding.Step(write.place(), "one request writes it"),
                        new Finding.Step(read.place(), "another request reads it")));
    }

    /** Whether every write is made because a look-up found nothing: a cache in front of a source. */
    private static boolean looksUpAndFills(
            LinkedUnit unit, State state, List<Touches.Touch> writes) {
        return writes.stream()
                .allMatch(
                        write -> {
                            SourceSummary file = write.step().code().file();
                            return new LookUps(unit.resolver(), file, state).decide(write.guard())
                                    && isFetched(file, write.value(), 0);
                        });
    }

    /** Whether a value comes from a call, as what a cache keeps does, and not from the request alone. */
    private static boolean isFetched(SourceSummary file, Expr value, int depth) {
        if (depth > DEPTH) {
            return true;
        }
        if (value instanceof Expr.ObjectOf object) {
            return !object.spreads().isEmpty()
                    || object.properties().stream()
                            .anyMatch(property -> isFetched(file, property.value(), depth + 1));
        }
        if (value instanceof Expr.Concat concat) {
            return concat.parts().stream().anyMatch(part -> isFetched(file, part, depth + 1));
        }
        if (value instanceof Expr.Member member) {
            return isFetched(file, member.object(), depth + 1);
        }
        if (value instanceof Expr.Ref ref) {
            Binding binding = file.bindings().get(ref.binding());
            return binding.kind() != Binding.Kind.PARAMETER
                    && binding.values().stream()
                            .anyMatch(each -> isFetched(file, each, depth + 1));
        }
        return !(value instanceof Expr.Literal);
    }

    private static boolean servesAnotherRequest(
            LinkedUnit unit, Touches.Touch write, Touches.Touch read) {
        Set<Step> writing = unit.requestEntries(write.step());
        Set<Step> reading = new HashSet<>(unit.requestEntries(read.step()));
        reading.removeAll(writing);
        boolean aroundAll =
                writing.stream().anyMatch(entry -> isAroundAll(unit, entry))
                        || reading.stream().anyMatch(entry -> isAroundAll(unit, entry));
        return !reading.isEmpty() && !aroundAll
                || areOfTwoBranches(unit, write, read)
                || isReadByOtherMethods(unit, write, read);
    }

    /** Whether every request of the unit passes a function before it comes to a route. */
    private static boolean isAroundAll(LinkedUnit unit, Step entry) {
        if (!(unit.entry() instanceof EntryBinding.Found found)) {
            return false;
        }
        List<Entity.Code> called =
                found.roots().stream()
                        .filter(root -> root.context() == Context.REQUEST)
                        .map(EntryBinding.Root::function)
                        .distinct()
                        .toList();
        // Of several that a file exports, each has requests of its own.
        boolean all = unit.unit().entryPoint() instanceof EntryPoint.Handler || called.size() == 1;
        return all && called.contains(entry.code());
    }

    /** A handler of all methods may write for one of them alone and read for others. */
    private static boolean isReadByOtherMethods(
            LinkedUnit unit, Touches.Touch write, Touches.Touch read) {
        return Branches.of(unit, write).leaveMethodsTo(Branches.of(unit, read));
    }

    /** One handler may serve several requests, a branch for each. */
    private static boolean areOfTwoBranches(
            LinkedUnit unit, Touches.Touch write, Touches.Touch read) {
        return Branches.of(unit, write).exclude(Branches.of(unit, read));
    }
}
