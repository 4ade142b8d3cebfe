package dev.dovetail.judge.contracts;

import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.Trigger;
import dev.dovetail.link.ApiFacts;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.link.ReachedUse;

/** Whether a unit's code answers requests. */
final class Serving {

    private Serving() {}

    static boolean serves(LinkedUnit unit) {
        return !unit.routes().isEmpty()
                || isRoute(unit)
                || unit.uses().stream().anyMatch(use -> listens(unit, use));
    }

    /** Files that a framework finds by convention, and calls with requests. */
    private static boolean isRoute(LinkedUnit unit) {
        EntryPoint entry = unit.unit().entryPoint();
        return (entry instanceof EntryPoint.File || entry instanceof EntryPoint.Files)
                && unit.unit().triggers().stream()
                        .anyMatch(trigger -> trigger.kind() == Trigger.Kind.HTTP);
    }

    /** Whether a use opens a port. */
    static boolean listens(LinkedUnit unit, ReachedUse use) {
        ApiFacts facts = unit.resolver().facts();
        return use.paths().stream().anyMatch(path -> !facts.listens(path).isEmpty());
    }
}
