package dev.dovetail.judge.shapes;

import dev.dovetail.judge.Shape;
import dev.dovetail.judge.ShapeFinder;
import dev.dovetail.judge.Work;
import dev.dovetail.knowledge.Signature;
import dev.dovetail.link.Context;
import dev.dovetail.link.Entity;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.link.ReachedUse;
import dev.dovetail.link.Resolver;
import dev.dovetail.source.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A repeating timer that the process starts at load, and whose work reaches beyond the process.
 *
 * <p>A timer that only tidies the process's own memory or writes logs is none.
 */
public final class TimerAtStart implements ShapeFinder {

    @Override
    public String name() {
        return "timer-at-start";
    }

    @Override
    public List<Shape> find(LinkedUnit unit, Signature signature) {
        List<Shape> shapes = new ArrayList<>();
        for (ReachedUse use : unit.uses()) {
            boolean atStart =
                    use.step().context() == Context.START && use.step().contextKnown();
            boolean timer =
                    use.use().kind() == Use.Kind.CALL
                            && Sources.include(unit, signature, use);
            if (atStart && timer && reachesOut(unit.resolver(), use)) {
                shapes.add(
                        new Shape(use, use.place(), "starts a timer", Map.of(), List.of()));
            }
        }
        return shapes;
    }

    private static boolean reachesOut(Resolver resolver, ReachedUse timer) {
        if (timer.use().arguments().isEmpty()) {
            return false;
        }
        for (Entity work :
                resolver.resolve(timer.file(), timer.use().arguments().get(0).value())) {
            if (work instanceof Entity.Code code
                    && Work.startsWork(resolver, code)) {
                return true;
            }
        }
        return false;
    }
}
