package dev.dovetail.config;

import dev.dovetail.workspace.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A call or decorator by which source says what a function is and how it runs: {@code exports.orders =
 * onRequest({timeoutSeconds: 60}, app)}.
 *
 * @param api what is called, from the module that it is imported from: {@code
 *     firebase-functions/v2/https.onRequest}; {@code ()} stands where a call gives what is called further
 * @param name under which the file exports what the call gives, or that of the function that a decorator
 *     is on; empty for none
 * @param arguments by position, as far as they are written out; a computed one looks like an unknown variable
 * @param keywords likewise, by name
 * @param receiver the call that this one is chained on: {@code runWith(…)} of {@code runWith(…).https}
 */
public record SourceCall(
        String api,
        String name,
        List<ConfigNode> arguments,
        Map<String, ConfigNode> keywords,
        Optional<SourceCall> receiver,
        Place place) {

    public SourceCall {
        arguments = List.copyOf(arguments);
        keywords = Map.copyOf(keywords);
    }

    /** An argument by position. */
    public Optional<ConfigNode> argument(int position) {
        return position < arguments.size() ? Optional.of(arguments.get(position)) : Optional.empty();
    }
}
