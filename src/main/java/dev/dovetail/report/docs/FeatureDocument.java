package dev.dovetail.report.docs;

import dev.dovetail.knowledge.ApiPattern;
import dev.dovetail.knowledge.Condition;
import dev.dovetail.knowledge.Feature;
import dev.dovetail.knowledge.Knowledge;
import dev.dovetail.knowledge.Platform;
import dev.dovetail.knowledge.Signature;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page of a feature. */
final class FeatureDocument {

    private static final Map<String, String> LANGUAGES =
            Map.of("java", "Java", "javascript", "JavaScript and TypeScript", "python", "Python");

    private final Feature feature;
    private final List<Platform> platforms;
    private final Markdown page = new Markdown();

    FeatureDocument(Knowledge knowledge, Feature feature) {
        this.feature = feature;
        this.platforms =
                knowledge.platforms().values().stream()
                        .filter(platform -> platform.support().containsKey(feature.id()))
                        .toList();
    }

    String text() {
        RuleSections sections = new RuleSections(feature.words(), page);
        sections.whatItFinds("feature");
        sections.howToFixIt();
        page.list(
                platforms.stream()
                        .flatMap(
                                platform ->
                                        support(platform).stream()
                                                .flatMap(verdict -> verdict.fix().stream())
                                                .map(fix -> "**" + platform.name() + "**: " + fix)));
        sections.howItDecides();
        new TreeMap<>(feature.uses()).forEach(this::shownBy);
        page.heading("Platforms");
        page.table(
                List.of("platform", "supported", "because", "source, as of"),
                platforms.stream()
                        .flatMap(
                                platform ->
                                        support(platform).stream()
                                                .map(
                                                        verdict ->
                                                                List.of(
                                                                        link(platform),
                                                                        Verdicts.whole(verdict),
                                                                        verdict.because(),
                                                                        Verdicts.source(
                                                                                verdict
                                                                                        .source())))));
        page.paragraph("A platform that is not listed is taken to support it.");
        sections.howToSuppressIt();
        return page.text();
    }

    private List<Platform.Support> support(Platform platform) {
        return Objects.requireNonNull(platform.support().get(feature.id()));
    }

    private static String link(Platform platform) {
        return "[" + platform.name() + "](../platforms/" + platform.id() + ".md)";
    }

    private void shownBy(String language, List<Signature> signatures) {
        String apis =
                signatures.stream()
                        .flatMap(
                                signature ->
                                        signature.apis().stream()
                                                .map(api -> written(api, signature)))
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining("\n"));
        String shapes =
                signatures.stream()
                        .flatMap(signature -> signature.shape().stream())
                        .distinct()
                        .map(shape -> "- the shape " + Markdown.code(shape))
                        .collect(Collectors.joining("\n"));
        String shown =
                Stream.of(shapes, apis)
                        .filter(list -> !list.isEmpty())
                        .collect(Collectors.joining("\n"));
        page.paragraph(
                "<details><summary>What shows it in "
                        + LANGUAGES.getOrDefault(language, language)
                        + "</summary>\n\n"
                        + shown
                        + "\n\n</details>");
    }

    private static String written(ApiPattern api, Signature signature) {
        boolean always =
                signature.where() instanceof Condition.Constant
                        && signature.unless() instanceof Condition.Constant;
        return "- " + Markdown.code(written(api)) + (always ? "" : ", under conditions");
    }

    private static String written(ApiPattern api) {
        return switch (api.kind()) {
            case CALL -> api.path() + "()";
            case READ -> api.path();
            case ANNOTATION -> "@" + api.path();
            case SUBTYPE -> "extends " + api.path();
            case ASSIGNMENT -> api.path() + " =";
            case IMPORT -> "import " + api.path();
        };
    }
}
