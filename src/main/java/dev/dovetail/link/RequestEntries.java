package dev.dovetail.link;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Where requests enter a unit's code, for each of its steps; found when it is first asked for. */
public final class RequestEntries {

    private final Map<Step, Set<Step>> callers;
    private final Map<Step, Set<Step>> known = new IdentityHashMap<>();

    /** @param callers for each step, the steps that mention it */
    RequestEntries(Map<Step, Set<Step>> callers) {
        this.callers = callers;
    }

    Map<Step, Set<Step>> callers() {
        return callers;
    }

    /** Steps at which requests enter from which {@code step} is reached. */
    Set<Step> of(Step step) {
        Set<Step> done = known.get(step);
        if (done == null) {
            done = Collections.unmodifiableSet(upward(step));
            known.put(step, done);
        }
        return done;
    }

    private Set<Step> upward(Step step) {
        Set<Step> entries = new LinkedHashSet<>();
        Set<Step> seen = new HashSet<>();
        Deque<Step> open = new ArrayDeque<>();
        open.add(step);
        while (!open.isEmpty()) {
            Step at = open.remove();
            if (!seen.add(at)) {
                continue;
            }
            if (isEntry(at)) {
                entries.add(at);
            }
            if (at.context() == Context.REQUEST) {
                for (Step caller : callers.getOrDefault(at, Set.of())) {
                    if (caller.context() == Context.REQUEST) {
                        open.add(caller);
                    }
                }
            }
        }
        return entries;
    }

    /** Whether requests come to a step from outside the unit's own request code. */
    boolean isEntry(Step step) {
        if (step.context() != Context.REQUEST) {
            return false;
        }
        Set<Step> from = callers.getOrDefault(step, Set.of());
        return from.isEmpty()
                || from.stream().anyMatch(caller -> caller.context() != Context.REQUEST);
    }
}
