package dev.dovetail.report.docs;

import dev.dovetail.knowledge.Platform;
import dev.dovetail.knowledge.Quantity;
import dev.dovetail.report.QuantityText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page of a platform. */
final class PlatformDocument {

    private final Platform platform;
    private final Markdown page = new Markdown();

    PlatformDocument(Platform platform) {
        this.platform = platform;
    }

    String text() {
        page.paragraph("# " + platform.name());
        page.paragraph(
                "%s · %s · [%s](%s)"
                        .formatted(
                                Markdown.code(platform.id()),
                                platform.kind().name().toLowerCase(Locale.ROOT),
                                "home",
                                platform.home()));
        page.paragraph(platform.summary());
        section(
                "Features",
                List.of("feature", "supported", "because", "source, as of"),
                new TreeMap<>(platform.support())
                        .entrySet().stream()
                                .flatMap(
                                        entry ->
                                                entry.getValue().stream()
                                                        .map(
                                                                verdict ->
                                                                        feature(
                                                                                entry.getKey(),
                                                                                verdict))));
        section(
                "Limits",
                List.of("limit", "default", "least", "most", "by plan", "because", "source, as of"),
                rows(platform.limits(), PlatformDocument::limit));
        section(
                "Runtimes",
                List.of(
                        "runtime",
                        "language",
                        "deprecated",
                        "no new ones from",
                        "no updates from",
                        "source, as of"),
                rows(platform.runtimes(), PlatformDocument::runtime));
        section(
                "Also",
                List.of("name", "fact", "source, as of"),
                rows(
                        platform.traits(),
                        (name, fact) ->
                                List.of(
                                        Markdown.code(name),
                                        fact.says(),
                                        Verdicts.source(fact.source()))));
        names("Folders that can be written to", platform.writableFolders().stream());
        names(
                "Variables that the platform sets",
                new TreeMap<>(platform.environment()).keySet().stream());
        return page.text();
    }

    private static List<String> feature(String id, Platform.Support verdict) {
        return List.of(
                "[" + id + "](../rules/" + id + ".md)",
                Verdicts.whole(verdict),
                verdict.because(),
                Verdicts.source(verdict.source()));
    }

    private interface Row<T> {
        List<String> of(String name, T value);
    }

    private static <T> Stream<List<String>> rows(Map<String, T> facts, Row<T> row) {
        return new TreeMap<>(facts)
                .entrySet().stream().map(entry -> row.of(entry.getKey(), entry.getValue()));
    }

    private static List<String> limit(String name, Platform.Limit limit) {
        return List.of(
                Markdown.code(name),
                quantity(limit.defaultValue()),
                quantity(limit.minimum()),
                quantity(limit.maximum()),
                new TreeMap<>(limit.plans())
                        .entrySet().stream()
                                .map(plan -> plan.getKey() + " " + QuantityText.of(plan.getValue()))
                                .collect(Collectors.joining(", ")),
                limit.because(),
                Verdicts.source(limit.source()));
    }

    private static List<String> runtime(String name, Platform.Runtime runtime) {
        return List.of(
                Markdown.code(name),
                runtime.language() + " " + runtime.version(),
                runtime.deprecated().orElse(""),
                runtime.createBlocked().orElse(""),
                runtime.updateBlocked().orElse(""),
                Verdicts.source(runtime.source()));
    }

    private static String quantity(Optional<Quantity> quantity) {
        return quantity.map(QuantityText::of).orElse("");
    }

    private void section(String heading, List<String> heads, Stream<List<String>> rows) {
        List<List<String>> found = rows.toList();
        if (!found.isEmpty()) {
            page.heading(heading);
            page.table(heads, found.stream());
        }
    }

    private void names(String heading, Stream<String> names) {
        String joined = names.map(Markdown::code).collect(Collectors.joining(" "));
        if (!joined.isEmpty()) {
            page.heading(heading);
            page.paragraph(joined);
        }
    }
}
