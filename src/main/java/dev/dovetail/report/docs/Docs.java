package dev.dovetail.report.docs;

import dev.dovetail.knowledge.Knowledge;
import dev.dovetail.knowledge.Platform;
import dev.dovetail.knowledge.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All pages: one per rule and per platform, and the index of them. */
public final class Docs {

    private Docs() {}

    /** Each page's text by its path beneath {@code rules/docs}. */
    public static Map<String, String> pages(Knowledge knowledge) {
        Map<String, String> pages = new TreeMap<>();
        pages.put("README.md", index(knowledge));
        knowledge
                .features()
                .values()
                .forEach(
                        feature ->
                                pages.put(
                                        rule(feature), new FeatureDocument(knowledge, feature).text()));
        knowledge
                .contracts()
                .values()
                .forEach(
                        contract ->
                                pages.put(rule(contract), new ContractDocument(contract).text()));
        knowledge
                .platforms()
                .values()
                .forEach(
                        platform ->
                                pages.put(
                                        "platforms/" + platform.id() + ".md",
                                        new PlatformDocument(platform).text()));
        return pages;
    }

    private static String rule(Rule rule) {
        return "rules/" + rule.id() + ".md";
    }

    private static String index(Knowledge knowledge) {
        Markdown page = new Markdown();
        page.paragraph("# What Dovetail knows");
        page.paragraph(
                "Written from `rules/` by the build; see CONTRIBUTING.md. A **feature** is something"
                        + " that a backend may do and not every platform lets it do; a **contract** is"
                        + " something that code and config must agree on.");
        page.heading("Features");
        rules(page, knowledge.features().values());
        page.heading("Contracts");
        rules(page, knowledge.contracts().values());
        page.heading("Platforms");
        page.table(
                List.of("platform", "kind", "id"),
                knowledge.platforms().values().stream()
                        .map(
                                platform ->
                                        List.of(
                                                link(platform),
                                                platform.kind().name().toLowerCase(Locale.ROOT),
                                                Markdown.code(platform.id()))));
        page.heading("What they support");
        page.paragraph(
                "yes · no · if: under conditions, which the pages give · nothing where the platform has"
                        + " no word on it, and is taken to support it.");
        Collection<Platform> platforms = knowledge.platforms().values();
        List<String> heads = new ArrayList<>(List.of("feature"));
        platforms.forEach(platform -> heads.add(link(platform)));
        page.table(
                heads,
                knowledge.features().values().stream()
                        .map(feature -> row(feature, platforms)));
        return page.text();
    }

    private static void rules(Markdown page, Collection<? extends Rule> rules) {
        page.table(
                List.of("rule", "level", "what it finds"),
                rules.stream()
                        .map(
                                rule ->
                                        List.of(
                                                link(rule),
                                                rule.words().level().id(),
                                                rule.words().summary())));
    }

    private static List<String> row(Rule feature, Collection<Platform> platforms) {
        return Stream.concat(
                        Stream.of(link(feature)),
                        platforms.stream()
                                .map(platform -> platform.support().get(feature.id()))
                                .map(verdicts -> verdicts == null ? "" : Verdicts.word(verdicts)))
                .toList();
    }

    private static String link(Rule rule) {
        return "[" + rule.id() + "](" + rule(rule) + ")";
    }

    private static String link(Platform platform) {
        return "[" + platform.name() + "](platforms/" + platform.id() + ".md)";
    }
}
