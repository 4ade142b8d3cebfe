package dev.dovetail.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.judge.Finding;
import dev.dovetail.report.Examples;
import dev.dovetail.workspace.Notification;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuppressionCommentsTest {

    private static final List<String> RULES = List.of("log-file", "websocket-server");

    /** Its code is line 4 of src/realtime.ts, its config line 6 of serverless.yml. */
    private static final Finding FINDING = Examples.websocket("api", 6);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n\n\nnew Server() // dovetail-ignore: websocket-server -- moves",
                "\n\n// dovetail-ignore: websocket-server -- moves\nnew Server()",
                "\n\n# dovetail-ignore: websocket-server -- moves\nserver()",
                "\n\n/* dovetail-ignore: websocket-server -- moves */\nserver()",
                "\n\n<!-- dovetail-ignore: websocket-server -- moves -->\n<server/>",
                "\n\n{/* dovetail-ignore: websocket-server -- moves */}\n<Server/>",
                "\n\n  // dovetail-ignore: log-file, websocket-server -- moves\nnew Server()",
                "\n// dovetail-ignore: websocket-server -- moves\n// dovetail-ignore: log-file -- x\nnew Server()",
                "\r\n\r\n// dovetail-ignore: websocket-server -- moves\r\nnew Server()\r\n",
            })
    void a_comment_in_any_syntax_suppresses_what_its_line_holds(String text) {
        Finding judged = comments("src/realtime.ts", text).judge(FINDING);

        assertThat(judged.suppression()).hasValueSatisfying(by -> assertThat(by.reason()).isEqualTo("moves"));
    }

    @Test
    void a_comment_at_the_end_in_config_counts_too() {
        String text = "\n\n\n\n\n  api: # dovetail-ignore: websocket-server -- moves\n";

        assertThat(comments("serverless.yml", text).judge(FINDING).suppression()).isPresent();
        assertThat(comments("serverless.yml", text).judge(Examples.websocket("admin", 11)).suppression())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n// dovetail-ignore: websocket-server -- moves\nconst a = 1;\nnew Server()",
                "\n\n\nnew Server()\n// dovetail-ignore: websocket-server -- moves",
                "\n\n\n\nnew Server() // dovetail-ignore: websocket-server -- moves",
                "\n\n// dovetail-ignore: log-file -- moves\nnew Server()",
                "\n\n// dovetail-ignore -- moves\nnew Server()",
                "\n\ndovetail-ignore: websocket-server -- moves\nnew Server()",
            })
    void a_comment_elsewhere_or_for_another_rule_does_not(String text) {
        assertThat(comments("src/realtime.ts", text).judge(FINDING).suppression()).isEmpty();
    }

    @Test
    void what_is_wrong_with_a_comment_is_remarked() {
        SuppressionComments comments =
                comments(
                        "a.js",
                        """
                        // dovetail-ignore
                        // dovetail-ignore: websocket-serve -- why
                        // dovetail-ignore: log-file
                        // dovetail-ignore: websocket-server -- why
                        """);

        assertThat(comments.notifications(List.of("websocket-server")))
                .extracting(Notification::toString)
                .hasSize(4);
        assertThat(comments.notifications(List.of("websocket-server")))
                .extracting(Notification::message)
                .containsExactly(
                        "This names no rule: write `dovetail-ignore: rule-id -- reason`.",
                        "There is no rule 'websocket-serve'. Did you mean websocket-server?",
                        "This gives no reason: write it after ` -- `. It counts all the same.",
                        "There is no finding of websocket-server here any more; take this comment"
                                + " away.");
    }

    @Test
    void a_comment_that_is_used_is_not_remarked() {
        SuppressionComments comments =
                comments(
                        "src/realtime.ts",
                        "\n\n// dovetail-ignore: websocket-server -- moves\nnew Server()");
        comments.judge(FINDING);

        assertThat(comments.notifications(RULES)).isEmpty();
    }

    private static SuppressionComments comments(String file, String text) {
        return SuppressionComments.of(new TreeMap<>(Map.of(file, text)), RULES);
    }
}
