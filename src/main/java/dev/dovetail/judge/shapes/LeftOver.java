package dev.dovetail.judge.shapes;

import dev.dovetail.judge.Finding;
import dev.dovetail.judge.Shape;
import dev.dovetail.link.Entity;
import dev.dovetail.link.Folded;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.link.RequestData;
import dev.dovetail.link.Step;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A variable outside every handler that a request puts a value of its own in, and that code of a
 * request reads: where it is not put anew first, it is the last request's.
 *
 * <p>Not a client or a memo that is made when first asked for, nor what is only tested.
 */
final class LeftOver {

    private final LinkedUnit unit;
    private final RequestData requests;
    private final State state;
    private final List<Touches.Touch> writes;
    private final List<Touches.Touch> reads;

    LeftOver(
            LinkedUnit unit, RequestData requests, State state, List<Touches.Touch> touches) {
        this.unit = unit;
        this.requests = requests;
        this.state = state;
        this.writes =
                touches.stream().filter(touch -> touch.kind() == Touches.Kind.ASSIGNED).toList();
        this.reads =
                touches.stream()
                        .filter(touch -> touch.kind() == Touches.Kind.READ)
                        .filter(touch -> touch.step().contextKnown())
                        .toList();
    }

    Optional<Shape> find() {
        if (reads.isEmpty() || writes.isEmpty() || writes.stream().anyMatch(this::isMemo)) {
            return Optional.empty();
        }
        for (Touches.Touch write : writes) {
            boolean ofRequest =
                    write.step().contextKnown()
                            && write.step().certain()
                            && !isSetForOthers(write)
                            && requests.gives(write.step().code().file(), write.value());
            if (ofRequest) {
                Optional<Touches.Touch> left =
                        reads.stream().filter(read -> !isPutFirst(read)).findFirst();
                return Optional.of(found(write, left.orElse(reads.get(0)), left.isEmpty()));
            }
        }
        return Optional.empty();
    }

    /** Written only because a look at it found nothing, or something old. */
    private boolean isMemo(Touches.Touch write) {
        return new LookUps(unit.resolver(), write.step().code().file(), state)
                .decide(write.guard());
    }

    /**
     * Whether a route sets what a filter reads before requests of other routes: a switch, as an
     * operator turns it, and no leftover.
     */
    private boolean isSetForOthers(Touches.Touch write) {
        Set<Step> entries = unit.requestEntries(write.step());
        return !entries.isEmpty()
                && entries.stream().allMatch(entry -> servesRoute(entry.code()))
                && reads.stream()
                        .map(read -> unit.requestEntries(read.step()))
                        .allMatch(
                                reading ->
                                        Collections.disjoint(reading, entries)
                                                && reading.stream()
                                                        .noneMatch(
                                                                entry ->
                                                                        servesRoute(
                                                                                entry.code())));
    }

    /** Whether every request that comes to a read puts the variable anew, or one before it does. */
    private boolean isPutFirst(Touches.Touch read) {
        Set<Step> open = new HashSet<>(unit.requestEntries(read.step()));
        for (Touches.Touch write : writes) {
            if (!write.guarded()) {
                Set<Step> entries = unit.requestEntries(write.step());
                if (entries.stream().anyMatch(entry -> !servesRoute(entry.code()))
                        && entries.stream().noneMatch(open::contains)) {
                    return true;
                }
                open.removeAll(entries);
            }
        }
        return open.isEmpty();
    }

    /** What serves no route of its own runs before what does: middleware, filters. */
    private boolean servesRoute(Entity.Code code) {
        return unit.routes().stream()
                .anyMatch(
                        route -> route.method().isPresent() && route.handlers().contains(code));
    }

    private Shape found(Touches.Touch write, Touches.Touch read, boolean putFirst) {
        String name = state.declared().name();
        return new Shape(
                write.use(),
                write.place(),
                "puts a value of its request in " + name,
                Map.of(
                        "name", new Folded.Known(name),
                        "reset", new Folded.Known(putFirst ? "first" : "never")),
                List.of(
                        new Finding.Step(state.place(), "lives as long as the process"),
                        new Finding.Step(read.place(), "is read here")));
    }
}
