package dev.dovetail.lsp;

import static dev.dovetail.lsp.Conversation.json;
import static dev.dovetail.lsp.Conversation.position;
import static dev.dovetail.lsp.Conversation.rules;
import static dev.dovetail.lsp.Conversation.uri;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dovetail.lsp.live.Checker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an editor is told, over the wire. */
class LanguageServerTest {

    private static final String CONFIG =
            """
            service: orders
            provider:
              name: aws
              runtime: nodejs22.x
              timeout: 20
            functions:
              api:
                handler: src/app.handler
                events:
                  - httpApi: '*'
            """;

    private static final String APP =
            """
            const { open } = require('./realtime');

            exports.handler = async (event) => {
              open();
              return { statusCode: 200 };
            };
            """;

    private static final String REALTIME =
            """
            const { Server } = require('socket.io');

            function open() {
              return new Server(3000);
            }

            module.exports = { open };
            """;

    @TempDir Path temporary;
    private Path folder;
    private Path config;
    private Path app;
    private Path realtime;

    @BeforeEach
    void write() throws IOException {
        folder = temporary.resolve("my orders é");
        config = folder.resolve("serverless.yml");
        app = folder.resolve("src/app.js");
        realtime = folder.resolve("src/realtime.js");
        write(folder);
    }

    private static void write(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("src"));
        Files.writeString(folder.resolve("serverless.yml"), CONFIG);
        Files.writeString(folder.resolve("src/app.js"), APP);
        Files.writeString(folder.resolve("src/realtime.js"), REALTIME);
    }

    @Test
    void a_finding_shows_at_both_ends_and_each_leads_to_the_other() throws Exception {
        try (Conversation editor = Conversation.in(folder)) {
            JsonNode inCode = editor.diagnostics(realtime, rules("websocket-server")).get(0);
            JsonNode inConfig = editor.diagnostics(config, rules("websocket-server")).get(0);

            assertThat(inCode.at("/range/start"))
                    .isEqualTo(json("{\"line\": 3, \"character\": 9}"));
            assertThat(inCode.at("/range/end")).isEqualTo(json("{\"line\": 3, \"character\": 25}"));
            assertThat(inCode.path("severity").asInt()).isEqualTo(1);
            assertThat(inCode.path("source").asText()).isEqualTo("dovetail");
            assertThat(inCode.at("/codeDescription/href").asText())
                    .endsWith("/rules/docs/rules/websocket-server.md");
            assertThat(inCode.path("message").asText()).contains("api opens a WebSocket server");
            assertThat(places(inCode)).contains(uri(config) + ":6", uri(app) + ":3");
            assertThat(inConfig.at("/range/start/line").asInt()).isEqualTo(6);
            assertThat(places(inConfig)).contains(uri(realtime) + ":3");
        }
    }

    private static List<String> places(JsonNode diagnostic) {
        List<String> places = new ArrayList<>();
        diagnostic
                .path("relatedInformation")
                .forEach(
                        each ->
                                places.add(
                                        each.at("/location/uri").asText()
                                                + ":"
                                                + each.at("/location/range/start/line").asInt()));
        return places;
    }

    @Test
    void an_edit_that_mends_it_clears_both_ends_before_it_is_saved() throws Exception {
        try (Conversation editor = Conversation.in(folder)) {
            editor.open(realtime, REALTIME);
            editor.diagnostics(realtime, rules("websocket-server"));
            editor.diagnostics(config, rules("websocket-server"));

            editor.change(realtime, 2, 3, 9, 25, "null");

            editor.diagnostics(realtime, rules());
            editor.diagnostics(config, rules());

            editor.close(realtime);

            editor.diagnostics(realtime, rules("websocket-server"));
        }
    }

    @Test
    void an_edit_of_config_changes_what_is_said_of_code() throws Exception {
        try (Conversation editor = Conversation.in(folder)) {
            editor.diagnostics(realtime, rules("websocket-server"));
            editor.open(config, CONFIG);

            editor.change(config, 2, CONFIG.replace("src/app.handler", "src/app.handle"));

            assertThat(
                            editor.diagnostics(config, rules("handler-exists"))
                                    .get(0)
                                    .at("/range/start/line")
                                    .asInt())
                    .isEqualTo(7);
        }
    }

    @Test
    void files_that_come_go_and_change_outside_the_editor_are_noticed() throws Exception {
        try (Conversation editor = Conversation.in(folder)) {
            editor.hear("client/registerCapability", params -> true);
            editor.diagnostics(realtime, rules("websocket-server"));

            Files.move(realtime, folder.resolve("src/live.js"));
            Files.writeString(app, APP.replace("./realtime", "./live"));
            editor.tell(
                    "workspace/didChangeWatchedFiles",
                    json(
                            """
                            {"changes": [{"uri": "%s", "type": 3}, {"uri": "%s", "type": 1}]}
                            """
                                    .formatted(
                                            uri(realtime), uri(folder.resolve("src/live.js")))));

            editor.diagnostics(realtime, rules());
            editor.diagnostics(folder.resolve("src/live.js"), rules("websocket-server"));
        }
    }

    @Test
    void a_file_that_does_not_parse_is_said_where_it_breaks() throws Exception {
        try (Conversation editor = Conversation.in(folder)) {
            editor.open(config, CONFIG);
            editor.diagnostics(config, rules("websocket-server"));

            editor.change(config, 2, CONFIG + "  broken: [\n");

            JsonNode diagnostic = editor.diagnostics(config, all -> all.size() == 1).get(0);
            assertThat(diagnostic.path("severity").asInt()).isGreaterThan(1);
            assertThat(diagnostic.at("/range/start/line").asInt()).isGreaterThanOrEqualTo(9);
        }
    }

    @Test
    void several_folders_are_analysed_and_one_that_is_removed_is_cleared() throws Exception {
        Path other = temporary.resolve("chat");
        write(other);
        Path otherCode = other.resolve("src/realtime.js");
        try (Conversation editor = Conversation.in(folder)) {
            editor.diagnostics(realtime, rules("websocket-server"));

            editor.tell("workspace/didChangeWorkspaceFolders", folders(other, "added", "removed"));
            editor.diagnostics(otherCode, rules("websocket-server"));

            editor.tell("workspace/didChangeWorkspaceFolders", folders(other, "removed", "added"));
            editor.diagnostics(otherCode, rules());
        }
    }

    private static JsonNode folders(Path folder, String some, String none) {
        return json(
                """
                {"event": {"%s": [{"uri": "%s", "name": "chat"}], "%s": []}}
                """
                        .formatted(some, uri(folder), none));
    }

    @Test
    void a_hover_says_what_a_handler_is_bound_to_and_what_the_platform_allows() throws Exception {
        try (Conversation editor = Conversation.in(folder)) {
            String handler = hover(editor, position(config, 7, 18));
            assertThat(handler)
                    .contains(
                            "**api** · AWS Lambda behind API Gateway HTTP API",
                            "src/app.js:3",
                            "`timeout` = 20 s",
                            "at most 900 s");
            assertThat(hover(editor, position(app, 2, 10))).contains("**api** · AWS Lambda");
        }
    }

    @Test
    void a_hover_on_a_setting_says_its_limits_with_source_and_date() throws Exception {
        try (Conversation editor = Conversation.in(folder)) {
            assertThat(hover(editor, position(config, 4, 4)))
                    .contains("`timeout` = 20 s", "AWS Lambda: at least 1 s", "(https://", "as of 20");
            assertThat(hover(editor, position(config, 3, 15)))
                    .contains("`runtime` = nodejs22.x", "deprecated 20");
            assertThat(editor.ask("textDocument/hover", position(config, 0, 1)).isNull()).isTrue();
        }
    }

    @Test
    void a_hover_on_a_port_says_what_listens_there() throws Exception {
        Path web = Files.createDirectories(folder.resolve("web"));
        Path image = web.resolve("Dockerfile");
        Files.writeString(image, "FROM node:22\nCOPY . .\nEXPOSE 8080\nCMD [\"node\", \"server.js\"]\n");
        Files.writeString(web.resolve("server.js"), "require('express')().listen(3000);\n");
        Files.writeString(web.resolve("package.json"), "{\"dependencies\": {\"express\": \"5\"}}\n");

        try (Conversation editor = Conversation.in(folder)) {
            assertThat(hover(editor, position(image, 2, 8)))
                    .contains("`exposed-port` = 8080", "server.js:1](file:", "#L1) listens on port 3000");
        }
    }

    private static String hover(Conversation editor, JsonNode position) {
        return editor.ask("textDocument/hover", position).at("/contents/value").asText();
    }

    @Test
    void a_definition_leads_from_the_handler_to_the_function_and_back() throws Exception {
        try (Conversation editor = Conversation.in(folder)) {
            JsonNode function =
                    editor.ask("textDocument/definition", position(config, 7, 18)).get(0);
            assertThat(function.path("uri").asText()).isEqualTo(uri(app));
            assertThat(function.at("/range/start/line").asInt()).isEqualTo(2);

            for (String method : List.of("textDocument/definition", "textDocument/references")) {
                ObjectNode params = position(app, 2, function.at("/range/start/character").asInt());
                params.putObject("context").put("includeDeclaration", true);
                JsonNode back = editor.ask(method, params).get(0);
                assertThat(back.path("uri").asText()).isEqualTo(uri(config));
                assertThat(back.at("/range/start/line").asInt()).isEqualTo(7);
            }
        }
    }

    @Test
    void a_lens_above_a_handler_names_unit_and_platform() throws Exception {
        try (Conversation editor = Conversation.in(folder)) {
            JsonNode lenses = editor.ask("textDocument/codeLens", Conversation.document(app));

            assertThat(lenses).hasSize(1);
            assertThat(lenses.get(0).at("/range/start/line").asInt()).isEqualTo(2);
            assertThat(lenses.get(0).at("/command/title").asText())
                    .isEqualTo("api · AWS Lambda behind API Gateway HTTP API");
        }
    }

    @Test
    void actions_ignore_a_finding_with_a_reason_and_show_the_way() throws Exception {
        try (Conversation editor = Conversation.in(folder)) {
            JsonNode shown = editor.diagnostics(realtime, rules("websocket-server")).get(0);
            ObjectNode params = Conversation.document(realtime);
            params.set("range", shown.path("range"));
            params.putObject("context").putArray("diagnostics").add(shown);

            JsonNode actions = editor.ask("textDocument/codeAction", params);

            JsonNode ignore = actions.get(0);
            assertThat(ignore.path("title").asText())
                    .isEqualTo("Ignore websocket-server on this line, with a reason");
            assertThat(ignore.path("diagnostics")).hasSize(1);
            JsonNode edit = ignore.path("edit").path("changes").path(uri(realtime)).get(0);
            assertThat(edit.at("/range/start")).isEqualTo(json("{\"line\": 3, \"character\": 0}"));
            assertThat(edit.path("newText").asText())
                    .startsWith("  // dovetail-ignore: websocket-server -- ")
                    .endsWith("\n");

            JsonNode way = actions.get(1).path("command");
            ObjectNode command = (ObjectNode) json("{}");
            command.set("command", way.path("command"));
            command.set("arguments", way.path("arguments"));
            editor.ask("workspace/executeCommand", command);
            assertThat(
                            editor.hear("window/showMessageRequest", asked -> true)
                                    .path("actions")
                                    .findValuesAsText("title"))
                    .containsExactly("serverless.yml:8", "src/app.js:4", "src/realtime.js:4");
        }
    }

    @Test
    void the_first_analysis_shows_its_progress() throws Exception {
        try (Conversation editor = Conversation.in(folder)) {
            editor.hear("window/workDoneProgress/create", params -> true);
            editor.hear("$/progress", params -> kind(params).equals("begin"));
            editor.hear("$/progress", params -> kind(params).equals("end"));
        }
    }

    private static String kind(JsonNode progress) {
        return progress.at("/value/kind").asText();
    }

    @Test
    void an_analysis_that_breaks_is_logged_and_the_next_one_runs() throws Exception {
        AtomicBoolean broken = new AtomicBoolean(true);
        try (Conversation editor =
                Conversation.with(
                        knowledge -> {
                            Checker whole = Conversation.checker(knowledge);
                            return (workspace, edited) -> {
                                if (broken.get()) {
                                    throw new IllegalStateException("broken on purpose");
                                }
                                return whole.check(workspace, edited);
                            };
                        })) {
            editor.initialize(folder);
            editor.hear(
                    "window/logMessage",
                    params -> params.path("message").asText().contains("broken on purpose"));
            assertThat(editor.ask("textDocument/codeLens", Conversation.document(app))).isEmpty();

            broken.set(false);
            editor.open(realtime, REALTIME);

            editor.diagnostics(realtime, rules("websocket-server"));
        }
    }

    @Test
    void it_leaves_with_0_after_shutdown_and_with_1_without() throws Exception {
        try (Conversation editor = Conversation.in(folder)) {
            assertThat(editor.leave()).isZero();
        }
        try (Conversation editor = Conversation.in(folder)) {
            editor.tell("exit", null);
            assertThat(editor.exitStatus()).isEqualTo(1);
        }
        try (Conversation editor = Conversation.begin()) {
            editor.hangUp();
            assertThat(editor.exitStatus()).isEqualTo(1);
        }
    }

    @Test
    void a_question_before_the_introduction_is_refused() throws Exception {
        try (Conversation editor = Conversation.begin()) {
            assertThat(
                            editor.answer("textDocument/hover", position(app, 0, 0))
                                    .at("/error/code")
                                    .asInt())
                    .isEqualTo(-32002);
        }
    }

    @Test
    void files_of_other_kinds_and_places_are_let_be() throws Exception {
        try (Conversation editor = Conversation.in(folder)) {
            editor.open(temporary.resolve("elsewhere.js"), REALTIME);
            ObjectNode untitled = (ObjectNode) json("{}");
            untitled.putObject("textDocument")
                    .put("uri", "untitled:Untitled-1")
                    .put("languageId", "javascript")
                    .put("version", 1)
                    .put("text", "x");
            editor.tell("textDocument/didOpen", untitled);

            assertThat(editor.ask("textDocument/hover", position(config, 7, 18)).isNull()).isFalse();
        }
    }

    @Test
    void decisions_count_as_they_are_written_and_mistakes_in_them_are_marked() throws Exception {
        Path decisions = folder.resolve("dovetail.yaml");
        Files.writeString(decisions, "fail-on: error\n");
        try (Conversation editor = Conversation.withProcess()) {
            editor.initialize(folder);
            editor.diagnostics(realtime, rules("websocket-server"));
            editor.open(decisions, "fail-on: error\n");

            editor.change(decisions, 2, "rules:\n  websocket-server: off\n");
            editor.diagnostics(realtime, rules());
            editor.change(decisions, 3, "rules:\n  websocket-serve: off\n");

            JsonNode mistake = editor.diagnostics(decisions, all -> all.size() == 1).get(0);
            assertThat(mistake.path("message").asText()).contains("no rule 'websocket-serve'");
            assertThat(mistake.at("/range/start/line").asInt()).isEqualTo(1);
            assertThat(editor.leave()).isZero();
        }
    }

    @Test
    void what_no_reader_asked_for_causes_no_analysis() throws Exception {
        AtomicInteger analyses = new AtomicInteger();
        try (Conversation editor =
                Conversation.with(
                        knowledge -> {
                            Checker whole = Conversation.checker(knowledge);
                            return (workspace, edited) -> {
                                analyses.incrementAndGet();
                                return whole.check(workspace, edited);
                            };
                        })) {
            editor.initialize(folder);
            editor.diagnostics(realtime, rules("websocket-server"));
            editor.ask("textDocument/codeLens", Conversation.document(app));
            int first = analyses.get();

            Path installed = folder.resolve("node_modules/left/index.js");
            Files.createDirectories(installed.getParent());
            Files.writeString(installed, "module.exports = 1;\n");
            editor.tell(
                    "workspace/didChangeWatchedFiles",
                    json("{\"changes\": [{\"uri\": \"%s\", \"type\": 1}]}".formatted(uri(installed))));
            editor.open(realtime, REALTIME);
            editor.ask("textDocument/codeLens", Conversation.document(app));

            assertThat(analyses).hasValue(first);
        }
    }

    @Test
    void a_comment_that_suppresses_counts_at_once() throws Exception {
        try (Conversation editor = Conversation.in(folder)) {
            editor.diagnostics(realtime, rules("websocket-server"));
            editor.open(realtime, REALTIME);

            editor.change(
                    realtime,
                    2,
                    3,
                    0,
                    0,
                    "  // dovetail-ignore: websocket-server -- runs on a machine of ours\n");

            editor.diagnostics(realtime, rules());
        }
    }

    @Test
    void a_fix_is_offered_where_the_mend_is_certain() throws Exception {
        try (Conversation editor = Conversation.in(folder)) {
            editor.open(config, CONFIG);
            editor.change(config, 2, CONFIG.replace("src/app.handler", "src/app.handlr"));
            JsonNode shown = editor.diagnostics(config, rules("handler-exists")).get(0);
            ObjectNode params = Conversation.document(config);
            params.set("range", shown.path("range"));
            params.putObject("context").putArray("diagnostics").add(shown);

            JsonNode fix = editor.ask("textDocument/codeAction", params).get(0);

            assertThat(fix.path("kind").asText()).isEqualTo("quickfix");
            assertThat(fix.path("edit").path("changes").path(uri(config)).get(0).path("newText"))
                    .hasToString("\"handler\"");
        }
    }
}
