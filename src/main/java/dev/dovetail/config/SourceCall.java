package dev.dovetail.config;

import dev.dovetail.workspace.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A call, construction or decorator by which source says what a function is and how it runs: {@code exports.orders =
 * onRequest({timeoutSeconds: 60}, app)}.
 *
 * @param api what is called, from the module that it is imported from: {@code
 *     firebase-functions/v2/https.onRequest}; {@code ()} stands where a call gives what is called further
 * @param name under which the file exports what the call gives, or that of the function that a decorator
 *     is on; empty for none
 * @param id by which values of the same file name what it gives: see {@link #CALL}
 * @param arguments by position, as far as they are written out; a computed one looks like an unknown
 *     variable, whose tag may say what it is
 * @param keywords likewise, by name
 * @param receiver the call that this one is chained on: {@code runWith(…)} of {@code runWith(…).https}
 */
public record SourceCall(
        String api,
        String name,
        int id,
        List<ConfigNode> arguments,
        Map<String, ConfigNode> keywords,
        Optional<SourceCall> receiver,
        Place place) {

    /** Begins the tag of what a call of the same file gives, or of a part of that; its id follows. */
    public static final String CALL = "!call:";

    /** Begins the tag of a value that an imported module gives; its path follows. */
    public static final String NAMED = "!named:";

    /** Begins the tag of a value that the language gives, such as {@code __dirname}. */
    public static final String GLOBAL = "!global:";

    /** The tag of an object to which more is added than is written out. */
    public static final String OPEN = "!open";

    public SourceCall {
        arguments = List.copyOf(arguments);
        keywords = Map.copyOf(keywords);
    }

    /** An argument by position. */
    public Optional<ConfigNode> argument(int position) {
        return position < arguments.size() ? Optional.of(arguments.get(position)) : Optional.empty();
    }
}
