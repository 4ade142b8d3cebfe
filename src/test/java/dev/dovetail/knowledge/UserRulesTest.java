package dev.dovetail.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserRulesTest {

    private static final String PLATFORM =
            """
            id: ourcloud
            kind: host
            name: Our Cloud
            home: https://cloud.example.org/
            summary: >
              Runs one process per request.
            features:
              websocket-server:
                supported: {when: {replicas: 1}}
                because: every replica has its own rooms
                source: https://cloud.example.org/websockets
                as_of: 2026-11
            limits:
              timeout:
                setting: timeout
                max: 30 s
                because: the router gives up after 30 s
                source: https://cloud.example.org/limits
                as_of: 2026-11-03
            """;

    @TempDir Path folder;

    @Test
    void a_platform_of_ones_own_stands_beside_those_that_are_built_in() throws Exception {
        write("platforms/ourcloud.yaml", PLATFORM);

        Knowledge knowledge = UserRules.load(folder, "rules");

        assertThat(knowledge.platforms()).containsKeys("ourcloud", "aws-lambda");
        assertThat(knowledge.version()).isNotEqualTo(KnowledgeResource.load().version());
    }

    @Test
    void a_fact_without_source_does_not_load() throws IOException {
        refuses(
                PLATFORM.replace("    source: https://cloud.example.org/websockets\n", ""),
                "my/rules/platforms/ourcloud.yaml:9:5: features.websocket-server:"
                        + " required property 'source' not found");
    }

    @Test
    void a_fact_without_date_does_not_load() throws IOException {
        refuses(
                PLATFORM.replace("    as_of: 2026-11-03\n", ""),
                "platforms/ourcloud.yaml:15:5: limits.timeout: required property 'as_of' not found");
    }

    @Test
    void a_date_that_is_none_does_not_load() throws IOException {
        refuses(PLATFORM.replace("2026-11-03", "2026-13"), "YYYY-MM or YYYY-MM-DD");
    }

    @Test
    void a_source_that_is_no_https_address_does_not_load() throws IOException {
        refuses(
                PLATFORM.replace("https://cloud.example.org/limits", "the manual"),
                "limits.timeout.source");
    }

    @Test
    void an_unknown_key_is_named_where_it_stands() throws IOException {
        refuses(
                PLATFORM.replace("    because: every", "    becuase: every"),
                "platforms/ourcloud.yaml:10:5: features.websocket-server: property 'becuase'");
    }

    @Test
    void a_unit_of_measure_that_nobody_knows_is_refused_in_the_schemas_words() throws IOException {
        refuses(
                PLATFORM.replace("30 s\n    because", "30 fortnights\n    because"),
                "ourcloud.yaml:16:10: limits.timeout.max",
                "A number with its unit of measure");
    }

    @Test
    void a_feature_that_no_rule_has_is_refused() throws IOException {
        refuses(PLATFORM.replace("websocket-server", "telepathy"), "there is no feature telepathy");
    }

    @Test
    void the_id_of_a_built_in_file_cannot_be_taken() throws IOException {
        write("platforms/aws-lambda.yaml", PLATFORM.replace("id: ourcloud", "id: aws-lambda"));

        assertThatThrownBy(() -> UserRules.load(folder, "my/rules"))
                .isInstanceOf(InvalidRules.class)
                .hasMessageContaining("choose another");
    }

    @Test
    void all_that_is_wrong_is_said_at_once() throws IOException {
        refuses(
                PLATFORM.replace("kind: host", "kind: cloud").replace("30 s\n", "half a minute\n"),
                "ourcloud.yaml:2:7: kind",
                "ourcloud.yaml:16:10: limits.timeout.max");
    }

    @Test
    void what_is_no_yaml_is_refused_with_its_place() throws IOException {
        refuses("id: [ourcloud\n", "platforms/ourcloud.yaml:2:1: ");
        refuses("- a list\n", "platforms/ourcloud.yaml:1:1: this is no mapping");
        refuses("id: &loop\n  again: *loop\n", "contains itself");
        refuses(
                "a: &a [x, x, x, x, x, x, x, x, x]\n"
                        + "b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\n"
                        + "c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]\n"
                        + "d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]\n"
                        + "e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d]\n"
                        + "f: [*e, *e, *e, *e, *e, *e, *e, *e, *e]\n",
                "too large");
    }

    @Test
    void bytes_that_are_no_text_are_refused() throws IOException {
        Path file = folder.resolve("platforms/ourcloud.yaml");
        Files.createDirectories(file.getParent());
        Files.write(file, "id: ourcl\u00f6ud\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> UserRules.load(folder, "my/rules"))
                .hasMessageContaining("this is not UTF-8");
    }

    @Test
    void an_empty_folder_adds_nothing() {
        assertThatCode(() -> UserRules.load(folder, "my/rules")).doesNotThrowAnyException();
    }

    private static final String FEATURE =
            """
            id: telegram-bot
            title: A bot that polls
            summary: Polls for updates without end.
            level: warning
            precision: high
            tags: [reliability]
            message: "{unit} polls, but {because}."
            uses:
              javascript:
                - apis: [telegraf.Telegraf().launch()]
                  capture: {mode: {argument: 0, property: mode}}
                  where: {setting: replicas, above: 1}
                - shape: timer-at-start
            why: Nobody polls when nobody runs.
            fix: Use a webhook.
            when_not: A webhook is used.
            decides: It looks for the call.
            example: |
              ```js
              bot.launch();
              ```
            """;

    private static final String FRAMEWORK =
            """
            id: telegraf
            name: Telegraf
            language: javascript
            callbacks:
              - apis: [telegraf.Telegraf().on()]
                arguments: last
                runs: per-message
            folds:
              - apis: [telegraf.baseFolder()]
                as: working-folder
            """;

    @Test
    void a_feature_and_a_framework_of_ones_own_load() throws Exception {
        write("features/telegram-bot.yaml", FEATURE);
        write("frameworks/telegraf.yaml", FRAMEWORK);

        Knowledge knowledge = UserRules.load(folder, "my/rules");

        assertThat(knowledge.rule("telegram-bot")).isPresent();
        assertThat(knowledge.frameworks()).extracting(Framework::id).contains("telegraf");
    }

    @ParameterizedTest
    @CsvSource({
        "features/telegram-bot, timer-at-start, timer-at-noon, uses.javascript.1.shape",
        "features/telegram-bot, setting: replicas, setting: copies, where.setting",
        "features/telegram-bot, above: 1, beyond: 1, property 'beyond'",
        "features/telegram-bot, level: warning, level: fatal, level",
        "features/telegram-bot, id: telegram-bot, id: telegram_bot, id",
        "features/telegram-bot, javascript:, cobol:, cobol",
        "frameworks/telegraf, working-folder, lucky-guess, folds.0.as",
        "frameworks/telegraf, per-message, at-noon, callbacks.0.runs",
        "frameworks/telegraf, arguments: last, arguments: best, callbacks.0.arguments",
        "frameworks/telegraf, telegraf.baseFolder(), the base folder, folds.0.apis.0",
        "platforms/ourcloud, timeout:, patience:, patience",
        "platforms/ourcloud, setting: timeout, setting: patience, limits.timeout.setting",
    })
    void a_word_that_the_engine_does_not_know_is_refused(
            String file, String word, String other, String said) throws IOException {
        String text =
                Map.of(
                                "features/telegram-bot", FEATURE,
                                "frameworks/telegraf", FRAMEWORK,
                                "platforms/ourcloud", PLATFORM)
                        .get(file);
        assertThat(text).contains(word);
        write(file + ".yaml", text.replace(word, other));

        assertThatThrownBy(() -> UserRules.load(folder, "my/rules"))
                .isInstanceOf(InvalidRules.class)
                .hasMessageStartingWith("my/rules/" + file + ".yaml:")
                .hasMessageContaining(said);
    }

    private void refuses(String platform, String... words) throws IOException {
        write("platforms/ourcloud.yaml", platform);

        assertThatThrownBy(() -> UserRules.load(folder, "my/rules"))
                .isInstanceOf(InvalidRules.class)
                .hasMessageContainingAll(words);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
