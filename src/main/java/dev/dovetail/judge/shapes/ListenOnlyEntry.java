package dev.dovetail.judge.shapes;

import dev.dovetail.config.EntryPoint;
import dev.dovetail.judge.Shape;
import dev.dovetail.judge.ShapeFinder;
import dev.dovetail.knowledge.Signature;
import dev.dovetail.link.Context;
import dev.dovetail.link.EntryBinding;
import dev.dovetail.link.Folded;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.link.ReachedUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An entry file that exports nothing to call and only opens a port.
 *
 * <p>The signature's {@code sources} are the calls that open one.
 */
public final class ListenOnlyEntry implements ShapeFinder {

    @Override
    public String name() {
        return "listen-only-entry";
    }

    @Override
    public List<Shape> find(LinkedUnit unit, Signature signature) {
        List<Shape> shapes = new ArrayList<>();
        if (hasHandler(unit)) {
            return shapes;
        }
        for (ReachedUse use : unit.uses()) {
            boolean listens = Sources.include(unit, signature, use);
            if (listens && use.step().context() == Context.START) {
                Map<String, Folded> captures =
                        Map.of("entry", Folded.of(unit.files().get(0).file()));
                shapes.add(new Shape(use, use.place(), "opens a port", captures, List.of()));
            }
        }
        return shapes;
    }

    /**
     * A handler that was found counts, whatever library made it; what cannot be known may be one. A
     * file that lacks the handler that config names is the very case.
     */
    private static boolean hasHandler(LinkedUnit unit) {
        if (unit.entry() instanceof EntryBinding.Missing) {
            return false;
        }
        return !(unit.entry() instanceof EntryBinding.Found found)
                || unit.unit().entryPoint() instanceof EntryPoint.Handler
                || unit.unit().entryPoint() instanceof EntryPoint.Registered
                || found.roots().stream().anyMatch(root -> root.context() == Context.REQUEST);
    }
}
