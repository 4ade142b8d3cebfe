package dev.dovetail.config.cloudformation;

import dev.dovetail.config.Trigger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The ways in to each function of a template, collected from all its resources. */
final class Ways {

    /** A function, and the resource that was seen to call it. */
    private record Seen(String function, String resource) {}

    private final Map<String, List<Trigger>> triggers = new HashMap<>();
    private final Set<Seen> seen = new HashSet<>();
    private final Set<String> doubted = new HashSet<>();

    /** A resource calls a function; what is deployed only perhaps leaves a doubt. */
    void add(String function, Template.Resource by, Trigger trigger) {
        seen.add(new Seen(function, by.id()));
        if (!by.certain()) {
            doubted.add(function);
            return;
        }
        List<Trigger> known = triggers.computeIfAbsent(function, key -> new ArrayList<>());
        boolean there = known.stream().anyMatch(each -> isSame(each, trigger));
        if (!there) {
            known.add(trigger);
        }
    }

    /** The same route may stand in an API's definition and in the function's events. */
    private static boolean isSame(Trigger one, Trigger other) {
        return one.place().equals(other.place()) && one.path().equals(other.path()) && one.method().equals(other.method())
                || one.kind() == Trigger.Kind.HTTP
                        && other.kind() == Trigger.Kind.HTTP
                        && one.path().isPresent()
                        && one.method().equals(other.method())
                        && one.path().equals(other.path())
                        && one.hops().get(0).platform().equals(other.hops().get(0).platform());
    }

    /** Something may call a function in a way that is not followed. */
    void doubt(String function) {
        doubted.add(function);
    }

    /** A resource that names a function does not call it. */
    void settle(String function, Template.Resource by) {
        seen.add(new Seen(function, by.id()));
    }

    boolean isSeen(String function, Template.Resource by) {
        return seen.contains(new Seen(function, by.id()));
    }

    /** Triggers in the order of their places. */
    List<Trigger> to(String function) {
        return triggers.getOrDefault(function, List.of()).stream()
                .sorted((one, other) -> one.place().compareTo(other.place()))
                .toList();
    }

    boolean allKnown(String function) {
        return !doubted.contains(function);
    }
}
