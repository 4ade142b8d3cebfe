package dev.dovetail.knowledge;

import java.util.List;
import java.util.Map;

/**
 * Something a backend may do that not every platform lets it do.
 *
 * @param uses what shows it, by language id
 * @param unknown by capture, the words that stand for a value that is not known: {@code a file}
 * @param conditions by name, for verdicts of platforms that ask the same
 * @param verdicts by platform id, what platforms say of it whose pages do not; already part of
 *     {@link Platform#support}
 * @param unless when a use of it is right whatever the platform: it is then discharged
 */
public record Feature(
        Words words,
        Map<String, String> unknown,
        Map<String, List<Signature>> uses,
        Condition unless,
        Map<String, Condition> conditions,
        Map<String, List<Platform.Support>> verdicts)
        implements Rule {

    /** A feature of which the platforms' own pages speak. */
    public Feature(
            Words words,
            Map<String, String> unknown,
            Map<String, List<Signature>> uses,
            Condition unless) {
        this(words, unknown, uses, unless, Map.of(), Map.of());
    }
}
