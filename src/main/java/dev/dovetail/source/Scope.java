package dev.dovetail.source;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names that a block or function binds, within those around it. */
public final class Scope {

    private final @Nullable Scope outer;
    private final boolean isFunction;
    private @Nullable Map<String, Integer> names;

    public Scope(@Nullable Scope outer, boolean isFunction) {
        this.outer = outer;
        this.isFunction = isFunction;
    }

    public void bind(String name, int binding) {
        if (names == null) {
            names = new HashMap<>();
        }
        names.put(name, binding);
    }

    /** The binding of a name in this very scope, or -1. */
    public int own(String name) {
        return names == null ? -1 : names.getOrDefault(name, -1);
    }

    /** The binding of a name as seen from here, or -1. */
    public int find(String name) {
        for (Scope at = this; at != null; at = at.outer) {
            int binding = at.own(name);
            if (binding >= 0) {
                return binding;
            }
        }
        return -1;
    }

    /** The scope in which {@code var} declares from here. */
    public Scope function() {
        Scope at = this;
        while (!at.isFunction && at.outer != null) {
            at = at.outer;
        }
        return at;
    }
}
