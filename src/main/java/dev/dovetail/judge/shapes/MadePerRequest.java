package dev.dovetail.judge.shapes;

import dev.dovetail.judge.Shape;
import dev.dovetail.judge.ShapeFinder;
import dev.dovetail.knowledge.Signature;
import dev.dovetail.link.Context;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.link.ReachedUse;
import dev.dovetail.link.Step;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.source.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Something that every request makes anew.
 *
 * <p>What stands under a condition, as what is made on first use does, is none, nor what an annotated
 * function makes, since its annotation may keep the result. The signature's {@code sources} are the
 * calls that make it.
 */
public final class MadePerRequest implements ShapeFinder {

    private static final int LONGEST_WAY = 8;
    private static final int NO_GUARD = -1;

    @Override
    public String name() {
        return "made-per-request";
    }

    @Override
    public List<Shape> find(LinkedUnit unit, Signature signature) {
        List<Shape> shapes = new ArrayList<>();
        for (ReachedUse use : unit.uses()) {
            boolean made =
                    use.step().context() == Context.REQUEST
                            && use.step().contextKnown()
                            && use.use().kind() != Use.Kind.ANNOTATION
                            && use.use().guard() == NO_GUARD
                            && Sources.include(unit, signature, use);
            if (made && !isKept(use.file(), use.use()) && comesEachTime(unit, use.step())) {
                shapes.add(new Shape(use, use.place(), "is made anew", Map.of(), List.of()));
            }
        }
        return shapes;
    }

    /** A field or a file's variable keeps it; whether it is put there once cannot be seen here. */
    private static boolean isKept(SourceSummary file, Use made) {
        return file.writes().stream()
                .anyMatch(
                        write ->
                                write.definition() == made.definition()
                                        && write.region().contains(made.region()));
    }

    /** Whether a request that is served comes by without a condition on the way from its handler. */
    private static boolean comesEachTime(LinkedUnit unit, Step made) {
        Step at = made;
        for (int i = 0; i < LONGEST_WAY; i++) {
            Step caller = at.from();
            if (caller == null || caller.context() != Context.REQUEST) {
                return true;
            }
            if (isAnnotated(at) || !callsAlways(unit, caller, at)) {
                return false;
            }
            at = caller;
        }
        return false;
    }

    private static boolean isAnnotated(Step step) {
        return step.code().file().uses().stream()
                .anyMatch(
                        use ->
                                use.kind() == Use.Kind.ANNOTATION
                                        && use.definition() == step.code().definition());
    }

    private static boolean callsAlways(LinkedUnit unit, Step caller, Step called) {
        SourceSummary file = caller.code().file();
        return unit.resolver().index(file).uses(caller.code().definition()).stream()
                .filter(use -> unit.resolver().resolve(file, use.target()).contains(called.code()))
                .anyMatch(use -> use.guard() == NO_GUARD && !isKept(file, use));
    }
}
