package dev.dovetail.judge.shapes;

import dev.dovetail.judge.Shape;
import dev.dovetail.judge.ShapeFinder;
import dev.dovetail.knowledge.Signature;
import dev.dovetail.link.Context;
import dev.dovetail.link.Folded;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.link.ReachedUse;
import dev.dovetail.source.Expr;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Work that a request adds to a queue of the process, for something else to take.
 *
 * <p>The signature's {@code sources} add. Where it has {@code sinks}, they take, and one must stand
 * outside of requests; without, the queue works by itself.
 */
public final class QueuedInProcess implements ShapeFinder {

    @Override
    public String name() {
        return "queued-in-process";
    }

    @Override
    public List<Shape> find(LinkedUnit unit, Signature signature) {
        List<Shape> shapes = new ArrayList<>();
        Set<State> taken = taken(unit, signature);
        for (ReachedUse use : unit.uses()) {
            boolean adds =
                    use.step().context() == Context.REQUEST
                            && use.step().contextKnown()
                            && Sources.include(unit, signature, use);
            Optional<State> queue = adds ? receiver(unit, use) : Optional.empty();
            boolean ofProcess =
                    queue.filter(state -> state.isOnePerProcess(unit))
                            .filter(state -> signature.sinks().isEmpty() || taken.contains(state))
                            .isPresent();
            if (ofProcess) {
                String name = queue.get().declared().name();
                shapes.add(
                        new Shape(
                                use,
                                use.place(),
                                "is queued",
                                Map.of("name", new Folded.Known(name)),
                                List.of()));
            }
        }
        return shapes;
    }

    /** The queues from which code takes that no request waits for. */
    private static Set<State> taken(LinkedUnit unit, Signature signature) {
        Set<State> taken = new HashSet<>();
        for (ReachedUse use : unit.uses()) {
            boolean takes =
                    use.step().context() != Context.REQUEST
                            && signature.sinks().stream()
                                    .anyMatch(sink -> use.paths().contains(sink.api().path()));
            if (takes) {
                receiver(unit, use).ifPresent(taken::add);
            }
        }
        return taken;
    }

    private static Optional<State> receiver(LinkedUnit unit, ReachedUse use) {
        return use.use().target() instanceof Expr.Member member
                ? State.named(unit.resolver(), use.file(), member.object())
                : Optional.empty();
    }
}
