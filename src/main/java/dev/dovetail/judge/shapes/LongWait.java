package dev.dovetail.judge.shapes;

import dev.dovetail.judge.Shape;
import dev.dovetail.judge.ShapeFinder;
import dev.dovetail.knowledge.Signature;
import dev.dovetail.link.Context;
import dev.dovetail.link.Folded;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.link.ReachedUse;
import dev.dovetail.source.Binding;
import dev.dovetail.source.Expr;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.source.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A pause of known length in the middle of a request: a timer that settles a promise.
 *
 * <p>The signature's {@code sources} are the timers, whose first argument is what runs and whose
 * second is how many ms later.
 */
public final class LongWait implements ShapeFinder {

    @Override
    public String name() {
        return "long-wait";
    }

    @Override
    public List<Shape> find(LinkedUnit unit, Signature signature) {
        List<Shape> shapes = new ArrayList<>();
        for (ReachedUse use : unit.uses()) {
            boolean timer =
                    use.step().context() == Context.REQUEST
                            && use.use().kind() == Use.Kind.CALL
                            && use.use().arguments().size() >= 2
                            && Sources.include(unit, signature, use);
            if (timer && settlesPromise(use.file(), use.use())) {
                Folded duration =
                        unit.folder().fold(use.file(), use.use().arguments().get(1).value());
                shapes.add(
                        new Shape(
                                use,
                                use.place(),
                                "waits",
                                Map.of("duration", duration),
                                List.of()));
            }
        }
        return shapes;
    }

    /** {@code new Promise(resolve => setTimeout(resolve, ms))}: what runs is a parameter. */
    private static boolean settlesPromise(SourceSummary file, Use timer) {
        Expr run = timer.arguments().get(0).value();
        return run instanceof Expr.Ref ref
                && file.bindings().get(ref.binding()).kind() == Binding.Kind.PARAMETER;
    }
}
