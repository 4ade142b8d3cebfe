package dev.dovetail.knowledge;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that {@code rules/} says.
 *
 * @param features by id, in id order
 * @param contracts by id, in id order
 * @param platforms by id, in id order
 * @param frameworks in id order
 * @param version changes whenever any of it does; part of every cache key
 */
public record Knowledge(
        Map<String, Feature> features,
        Map<String, Contract> contracts,
        Map<String, Platform> platforms,
        List<Framework> frameworks,
        String version) {

    /** When the newest of its facts was read: {@code YYYY-MM}; empty when there are none. */
    public String newestFact() {
        return platforms.values().stream()
                .flatMap(platform -> platform.support().values().stream())
                .flatMap(List::stream)
                .map(verdict -> verdict.source().asOf())
                .filter(day -> day.length() >= "YYYY-MM".length())
                .map(day -> day.substring(0, "YYYY-MM".length()))
                .max(Comparator.naturalOrder())
                .orElse("");
    }

    /** The ids of all rules, in order. */
    public List<String> ruleIds() {
        return Stream.concat(features.keySet().stream(), contracts.keySet().stream())
                .sorted()
                .toList();
    }

    /** The feature or contract of an id. */
    public Optional<Rule> rule(String id) {
        Rule feature = features.get(id);
        return Optional.ofNullable(feature != null ? feature : contracts.get(id));
    }
}
