package dev.dovetail.link;

import dev.dovetail.workspace.Place;
import org.jspecify.annotations.Nullable;

/** One function that a unit runs in one context, and how it came there. Equal to itself alone. */
public final class Step {

    private final Entity.Code code;
    private final Context context;
    private final boolean contextKnown;
    private final boolean certain;
    private final @Nullable Step from;
    private final Place place;

    Step(
            Entity.Code code,
            Context context,
            boolean contextKnown,
            boolean certain,
            @Nullable Step from,
            Place place) {
        this.code = code;
        this.context = context;
        this.contextKnown = contextKnown;
        this.certain = certain;
        this.from = from;
        this.place = place;
    }

    /** The function, or a file's body. */
    public Entity.Code code() {
        return code;
    }

    /** On whose behalf it runs. */
    public Context context() {
        return context;
    }

    /**
     * False when a library that {@code rules/} does not know was handed the function, so that the
     * context is a guess.
     */
    public boolean contextKnown() {
        return contextKnown;
    }

    /** False when a variable that may be set outside the workspace decides whether it runs. */
    public boolean certain() {
        return certain;
    }

    /** The step before; null for an entry point. */
    public @Nullable Step from() {
        return from;
    }

    /** Where the step before mentions it; for an entry point, the config. */
    public Place place() {
        return place;
    }
}
