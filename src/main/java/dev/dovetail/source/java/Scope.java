package dev.dovetail.source.java;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names that a stretch of code sees, by the binding they stand for. */
final class Scope {

    private final @Nullable Scope outer;
    private final Map<String, Integer> names = new HashMap<>();

    Scope(@Nullable Scope outer) {
        this.outer = outer;
    }

    void bind(String name, int binding) {
        names.put(name, binding);
    }

    /** The binding of a name, or -1. */
    int find(String name) {
        for (Scope at = this; at != null; at = at.outer) {
            Integer binding = at.names.get(name);
            if (binding != null) {
                return binding;
            }
        }
        return -1;
    }
}
