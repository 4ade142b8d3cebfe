package dev.dovetail.knowledge;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something a backend may do that not every platform lets it do.
 *
 * @param uses what shows it, by language id
 * @param bound for a feature that is a matter of how much: the limit that says how much is too much
 * @param unless when a use of it is right whatever the platform: it is then discharged
 */
public record Feature(
        Words words,
        Map<String, List<Signature>> uses,
        Optional<Bound> bound,
        Condition unless)
        implements Rule {

    /**
     * A limit of platforms that a captured value is held against.
     *
     * @param limit its name in {@code limits} of {@code rules/platforms}
     * @param capture name of the captured value: ms, bytes, or text such as {@code 50mb}
     */
    public record Bound(String limit, String capture) {}
}
