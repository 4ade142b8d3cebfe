package dev.dovetail.judge.shapes;

import dev.dovetail.judge.Finding;
import dev.dovetail.judge.Shape;
import dev.dovetail.judge.ShapeFinder;
import dev.dovetail.knowledge.Framework;
import dev.dovetail.knowledge.Signature;
import dev.dovetail.link.Folded;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.link.RequestData;
import dev.dovetail.link.Step;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one request leaves outside the handler for the next one to find: a list that each request
 * appends to and reads as a whole, and that nothing empties; or a variable that holds a value of the
 * request ({@link LeftOver}).
 */
public final class RequestStateKept implements ShapeFinder {

    @Override
    public String name() {
        return "request-state-kept";
    }

    @Override
    public List<Shape> find(LinkedUnit unit, Signature signature) {
        Touches touches = Touches.of(unit);
        RequestData requests = new RequestData(unit);
        List<Shape> shapes = new ArrayList<>();
        for (Map.Entry<State, List<Touches.Touch>> entry : touches.byState().entrySet()) {
            State state = entry.getKey();
            if (!state.isOnePerProcess(unit)) {
                continue;
            }
            Optional<Framework.Container> container = touches.container(state);
            if (container.filter(Framework.Container::sequence).isPresent()) {
                shape(unit, state, entry.getValue()).ifPresent(shapes::add);
            } else if (container.isEmpty()) {
                new LeftOver(unit, requests, state, entry.getValue()).find().ifPresent(shapes::add);
            }
        }
        return shapes;
    }

    private static Optional<Shape> shape(
            LinkedUnit unit, State state, List<Touches.Touch> touches) {
        boolean emptied =
                touches.stream().anyMatch(touch -> touch.kind() == Touches.Kind.ASSIGNED)
                        || touches.stream()
                                .anyMatch(
                                        touch ->
                                                touch.kind() == Touches.Kind.ENTRY_WRITTEN
                                                        && !touch.varies())
                        || touches.stream()
                                .anyMatch(touch -> touch.kind() == Touches.Kind.TESTED);
        if (emptied
                || isSharedOnPurpose(unit, touches)
                || StateAcrossRequests.isKeptFor(unit, state, touches)) {
            return Optional.empty();
        }
        for (Touches.Touch write : touches) {
            if (write.kind() != Touches.Kind.ENTRY_WRITTEN
                    || !write.varies()
                    || !write.step().contextKnown()
                    || !write.step().certain()) {
                continue;
            }
            for (Touches.Touch read : touches) {
                boolean sameRequest =
                        read.kind() == Touches.Kind.READ
                                && read.step().contextKnown()
                                && unit.requestEntries(read.step())
                                        .equals(unit.requestEntries(write.step()));
                if (sameRequest) {
                    return Optional.of(found(state, write, read.place()));
                }
            }
        }
        return Optional.empty();
    }

    /** What one request writes for another one to read is not left by mistake. */
    private static boolean isSharedOnPurpose(LinkedUnit unit, List<Touches.Touch> touches) {
        Set<Step> writing = new HashSet<>();
        Set<Step> reading = new HashSet<>();
        for (Touches.Touch touch : touches) {
            Set<Step> entries = unit.requestEntries(touch.step());
            if (touch.kind() == Touches.Kind.ENTRY_WRITTEN) {
                writing.addAll(entries);
            } else if (touch.kind() == Touches.Kind.READ) {
                reading.addAll(entries);
            }
        }
        return !writing.equals(reading);
    }

    private static Shape found(State state, Touches.Touch write, Place read) {
        return new Shape(
                write.use(),
                write.place(),
                "adds to " + state.declared().name(),
                Map.of(
                        "name", new Folded.Known(state.declared().name()),
                        "reset", new Folded.Known("never")),
                List.of(
                        new Finding.Step(state.place(), "lives as long as the process"),
                        new Finding.Step(read, "is read as a whole")));
    }
}
