package dev.dovetail.judge.shapes;

import dev.dovetail.judge.Finding;
import dev.dovetail.judge.Shape;
import dev.dovetail.judge.ShapeFinder;
import dev.dovetail.knowledge.Signature;
import dev.dovetail.link.Folded;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.link.Step;
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
                        write ->
                                new LookUps(unit.resolver(), write.step().code().file(), state)
                                        .decide(write.guard()));
    }

    private static boolean servesAnotherRequest(
            LinkedUnit unit, Touches.Touch write, Touches.Touch read) {
        Set<Step> writing = unit.requestEntries(write.step());
        Set<Step> reading = new HashSet<>(unit.requestEntries(read.step()));
        reading.removeAll(writing);
        return !reading.isEmpty() || areOfTwoBranches(unit, write, read);
    }

    /** One handler may serve several requests, a branch for each. */
    private static boolean areOfTwoBranches(
            LinkedUnit unit, Touches.Touch write, Touches.Touch read) {
        return Branches.of(unit, write).exclude(Branches.of(unit, read));
    }
}
