package dev.dovetail.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the schemas of {@code rules/} cannot say: that names lead somewhere, and sentences read well. */
class RulesWordsTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z][a-z_-]*)}");

    /** What every finding of a feature has. */
    private static final Set<String> ALWAYS = Set.of("unit", "platform", "because");

    private static final Map<String, Set<String>> OF_SHAPES =
            Map.ofEntries(
                    Map.entry("state-across-requests", Set.of("name", "writer", "reader", "expires", "handlers")),
                    Map.entry("queued-in-process", Set.of("name")),
                    Map.entry("request-state-kept", Set.of("name", "reset")),
                    Map.entry("floating-work", Set.of("work")),
                    Map.entry("timer-at-start", Set.of("period")),
                    Map.entry("long-wait", Set.of("duration")),
                    Map.entry("listen-only-entry", Set.of("entry", "port")),
                    Map.entry("made-per-request", Set.of()),
                    Map.entry("file-across-requests", Set.of("path", "reader")),
                    Map.entry("file-sent", Set.of("path", "size")),
                    Map.entry("secret-at-start", Set.of("source", "sink")));

    private final Knowledge knowledge = KnowledgeResource.load();

    @Test
    void every_name_in_a_features_message_has_a_value_or_words_for_an_unknown_one() {
        List<String> wrong = new ArrayList<>();
        for (Feature feature : knowledge.features().values()) {
            for (Signature signature : signatures(feature)) {
                String message = signature.message().orElse(feature.words().message());
                Matcher placeholder = PLACEHOLDER.matcher(message);
                while (placeholder.find()) {
                    String name = placeholder.group(1);
                    if (!ALWAYS.contains(name)
                            && !feature.unknown().containsKey(name)
                            && !captured(signature).contains(name)) {
                        wrong.add(feature.id() + ": {" + name + "} in " + message);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void conditions_ask_only_for_values_that_are_captured() {
        List<String> wrong = new ArrayList<>();
        for (Feature feature : knowledge.features().values()) {
            Set<String> ofAny = new HashSet<>();
            for (Signature signature : signatures(feature)) {
                Set<String> own = captured(signature);
                ofAny.addAll(own);
                Stream.of(signature.where(), signature.unless())
                        .flatMap(RulesWordsTest::values)
                        .filter(name -> !own.contains(name))
                        .forEach(name -> wrong.add(feature.id() + ": a signature's " + name));
            }
            values(feature.unless())
                    .filter(name -> !ofAny.contains(name))
                    .forEach(name -> wrong.add(feature.id() + ": unless " + name));
            knowledge
                    .platforms()
                    .values()
                    .forEach(
                            platform -> {
                                platform.support().getOrDefault(feature.id(), List.of()).stream()
                                        .flatMap(verdict -> values(verdict.supported()))
                                        .filter(name -> !ofAny.contains(name))
                                        .forEach(
                                                name ->
                                                        wrong.add(
                                                                platform.id()
                                                                        + ": "
                                                                        + feature.id()
                                                                        + " "
                                                                        + name));
                            });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void conditions_ask_only_for_platforms_and_limits_that_there_are() {
        List<String> wrong = new ArrayList<>();
        for (Platform platform : knowledge.platforms().values()) {
            platform.support()
                    .forEach(
                            (feature, verdicts) ->
                                    verdicts.stream()
                                            .flatMap(verdict -> parts(verdict.supported()))
                                            .forEach(
                                                    part ->
                                                            reference(
                                                                    platform,
                                                                    feature,
                                                                    part,
                                                                    wrong)));
        }
        assertThat(wrong).isEmpty();
    }

    private void reference(
            Platform platform, String feature, Condition part, List<String> wrong) {
        if (part instanceof Condition.HasHop hop) {
            hop.anyOf().stream()
                    .filter(id -> !knowledge.platforms().containsKey(id))
                    .forEach(id -> wrong.add(platform.id() + ": " + feature + ": no hop " + id));
        }
        test(part)
                .filter(test -> test.operator().equals("within"))
                .flatMap(test -> test.operands().stream())
                .filter(limit -> !platform.limits().containsKey(limit))
                .forEach(
                        limit ->
                                wrong.add(platform.id() + ": " + feature + ": no limit " + limit));
    }

    @Test
    void every_because_reads_well_after_but() {
        List<String> wrong = new ArrayList<>();
        for (Platform platform : knowledge.platforms().values()) {
            platform.support()
                    .forEach(
                            (id, verdicts) ->
                                    verdicts.forEach(
                                            verdict ->
                                                    because(
                                                            platform,
                                                            id,
                                                            verdict.because(),
                                                            wrong)));
            platform.limits().forEach((id, limit) -> because(platform, id, limit.because(), wrong));
        }
        assertThat(wrong).isEmpty();
    }

    /** "…, but Lambda freezes it", "…, but everything is read-only": a clause, not a new sentence. */
    private static void because(Platform platform, String id, String text, List<String> wrong) {
        String first = text.split("[ ,']")[0];
        boolean name =
                platform.name().contains(first)
                        || platform.summary().contains(first)
                        || first.chars().filter(Character::isUpperCase).count() > 1;
        boolean begins = Character.isUpperCase(text.charAt(0)) && !name;
        boolean conjunction =
                Set.of("because", "but", "since", "as", "that", "and", "so").contains(first);
        if (begins || conjunction) {
            wrong.add(platform.id() + ": " + id + ": …, but " + text);
        }
    }

    @Test
    void languages_of_signatures_have_frameworks_that_say_what_they_bring() {
        Set<String> languages = new TreeSet<>();
        knowledge.frameworks().forEach(framework -> languages.add(framework.language()));
        Set<String> used = new TreeSet<>();
        knowledge.features().values().forEach(feature -> used.addAll(feature.uses().keySet()));

        assertThat(languages).containsAll(used);
    }

    private static List<Signature> signatures(Feature feature) {
        return feature.uses().values().stream().flatMap(List::stream).toList();
    }

    private static Set<String> captured(Signature signature) {
        Set<String> names = new HashSet<>(signature.captures().keySet());
        signature.shape().ifPresent(shape -> names.addAll(OF_SHAPES.get(shape)));
        return names;
    }

    private static Stream<String> values(Condition condition) {
        return parts(condition)
                .filter(Condition.OfValue.class::isInstance)
                .map(part -> ((Condition.OfValue) part).capture());
    }

    private static Stream<Condition.Test> test(Condition condition) {
        if (condition instanceof Condition.OfSetting setting) {
            return Stream.of(setting.test());
        }
        return condition instanceof Condition.OfValue value ? Stream.of(value.test()) : Stream.of();
    }

    private static Stream<Condition> parts(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.conditions().stream().flatMap(RulesWordsTest::parts);
        }
        if (condition instanceof Condition.Any any) {
            return any.conditions().stream().flatMap(RulesWordsTest::parts);
        }
        if (condition instanceof Condition.Not not) {
            return parts(not.condition());
        }
        return Stream.of(condition);
    }
}
