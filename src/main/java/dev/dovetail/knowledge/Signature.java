package dev.dovetail.knowledge;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What shows a feature in code.
 *
 * @param apis any of these API paths; see {@link ApiPattern}
 * @param shape instead of {@code apis}, the name of a shape that the engine recognises
 * @param sources for a shape, the APIs that it begins with
 * @param sinks for a shape, the APIs that it ends in
 * @param captures values by name, for conditions and messages
 * @param where must hold for certain
 * @param unless if it holds for certain, the use is discharged; if it cannot be known, it is silent
 * @param context in which code it counts
 * @param level instead of the feature's own, when given
 * @param message instead of the feature's own, when given
 */
public record Signature(
        List<ApiPattern> apis,
        Optional<String> shape,
        List<ApiPattern> sources,
        List<Sink> sinks,
        Map<String, Selector> captures,
        Condition where,
        Condition unless,
        Context context,
        Optional<Level> level,
        Optional<String> message) {

    /**
     * An API that takes a value.
     *
     * @param capture which of its arguments; any when empty
     */
    public record Sink(ApiPattern api, Optional<Selector> capture) {}

    /** The code in which a use counts. */
    public enum Context {
        ANY,
        /** While a request or an event is served. */
        REQUEST,
        /** Once per process: at load or at start. */
        START,
        /** In a module's own body, as it is loaded. */
        LOAD
    }
}
