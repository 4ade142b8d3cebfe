package dev.dovetail.knowledge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A host or a hop: what it supports and its limits.
 *
 * @param id kebab case
 * @param name as its vendor writes it
 * @param like the platform whose facts hold here where this one has none; already merged in
 * @param home the vendor's page
 * @param support by feature id, the verdicts in which it may fail, worst first; a feature that is
 *     missing is supported
 * @param limits by name, such as {@code timeout}, {@code memory}, {@code request-size}
 * @param environment variables that the platform itself sets
 * @param writableFolders absolute folders that can be written to, such as {@code /tmp}
 * @param runtimes by the platform's word
 * @param traits facts without a number, such as {@code environment-elsewhere} (variables are
 *     normally set outside the repository) or {@code several-requests-at-once}
 */
public record Platform(
        String id,
        Kind kind,
        String name,
        Optional<String> like,
        String home,
        String summary,
        Map<String, List<Support>> support,
        Map<String, Limit> limits,
        Map<String, Optional<String>> environment,
        List<String> writableFolders,
        Map<String, Runtime> runtimes,
        Map<String, Fact> traits) {

    /** The same platform with a word on a feature of which its own page says nothing. */
    Platform with(String feature, List<Support> verdicts) {
        Map<String, List<Support>> more = new LinkedHashMap<>(support);
        more.putIfAbsent(feature, verdicts);
        return with(more);
    }

    /** The same platform that says this of features. */
    Platform with(Map<String, List<Support>> otherSupport) {
        return new Platform(
                id,
                kind,
                name,
                like,
                home,
                summary,
                otherSupport,
                limits,
                environment,
                writableFolders,
                runtimes,
                traits);
    }

    /** What part a platform plays. */
    public enum Kind {
        HOST,
        HOP
    }

    /** Where a fact was read and when. {@code asOf} is {@code YYYY-MM} or {@code YYYY-MM-DD}. */
    public record Source(String url, String asOf) {}

    /** A fact without a number. */
    public record Fact(String says, Source source) {}

    /**
     * Whether a platform lets a backend do something.
     *
     * @param supported yes and no are constants; a condition on the unit otherwise
     * @param level instead of the feature's own
     * @param because ends the sentence {@code …, but …}; names in braces are settings of the unit
     * @param fix what to do on this platform, added to the feature's own
     */
    public record Support(
            Condition supported,
            Optional<Level> level,
            String because,
            Optional<String> fix,
            Source source) {}

    /**
     * A number the platform holds a unit to.
     *
     * @param setting the unit's setting that it bounds, if there is one
     * @param defaultValue what holds when config says nothing
     * @param plans maximum by plan, where the vendor sells several
     */
    public record Limit(
            Optional<String> setting,
            Optional<Quantity> defaultValue,
            Optional<Quantity> minimum,
            Optional<Quantity> maximum,
            Map<String, Quantity> plans,
            String because,
            Source source) {}

    /**
     * A language version that the platform runs. Dates are {@code YYYY-MM-DD}.
     *
     * @param language id; empty for a bare operating system
     * @param version the language's own: {@code 22}, {@code 3.12}
     * @param deprecated no more patches from this day
     * @param createBlocked the platform refuses to create functions from this day
     * @param updateBlocked the platform refuses to update functions from this day
     */
    public record Runtime(
            String language,
            String version,
            Optional<String> deprecated,
            Optional<String> createBlocked,
            Optional<String> updateBlocked,
            Optional<String> successor,
            Source source) {}
}
