package dev.dovetail.judge;

import dev.dovetail.knowledge.Framework;
import dev.dovetail.link.Entity;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.link.ReachedUse;
import dev.dovetail.link.Resolver;
import dev.dovetail.link.Step;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.source.Use;

/** Code that a call takes and runs on its own: a background task, a thread, a timer. */
final class HandedOver {

    /** Calls within each other; no one follows more. */
    private static final int DEEPEST = 200;

    private HandedOver() {}

    /** Whether some function on the way to a use was handed over to run after its caller went on. */
    static boolean runsLater(LinkedUnit unit, ReachedUse use) {
        Step step = use.step();
        Step from = step.from();
        for (int i = 0; i < DEEPEST && from != null; i++) {
            if (handsOver(unit.resolver(), from.code().file(), step.code())) {
                return true;
            }
            step = from;
            from = step.from();
        }
        return false;
    }

    private static boolean handsOver(Resolver resolver, SourceSummary file, Entity.Code code) {
        for (Use use : file.uses()) {
            boolean takes =
                    use.kind() == Use.Kind.CALL
                            && use.arguments().stream()
                                    .anyMatch(
                                            argument ->
                                                    resolver.resolve(file, argument.value())
                                                            .contains(code));
            if (takes && takesForLater(resolver, file, use)) {
                return true;
            }
        }
        return false;
    }

    private static boolean takesForLater(Resolver resolver, SourceSummary file, Use use) {
        return resolver.paths(file, use.target()).stream()
                .flatMap(path -> resolver.facts().callbacks(path).stream())
                .anyMatch(callback -> callback.runs() == Framework.Runs.LATER);
    }
}
