package dev.dovetail.knowledge;

import java.util.List;
import java.util.Map;

/**
 * Something a backend may do that not every platform lets it do.
 *
 * @param uses what shows it, by language id
 * @param unless when a use of it is right whatever the platform: it is then discharged
 */
public record Feature(Words words, Map<String, List<Signature>> uses, Condition unless)
        implements Rule {}
