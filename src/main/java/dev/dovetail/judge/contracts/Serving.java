package dev.dovetail.judge.contracts;

import dev.dovetail.link.ApiFacts;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.link.ReachedUse;

/** Whether a unit's code answers requests. */
final class Serving {

    private Serving() {}

    static boolean serves(LinkedUnit unit) {
        return !unit.routes().isEmpty()
                || unit.uses().stream().anyMatch(use -> listens(unit, use));
    }

    /** Whether a use opens a port. */
    static boolean listens(LinkedUnit unit, ReachedUse use) {
        ApiFacts facts = unit.resolver().facts();
        return use.paths().stream().anyMatch(path -> !facts.listens(path).isEmpty());
    }
}
