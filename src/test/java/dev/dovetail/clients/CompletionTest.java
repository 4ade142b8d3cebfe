package dev.dovetail.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The completion script in a real bash. */
class CompletionTest {

    @TempDir Path temporary;

    @BeforeEach
    void a_launcher() throws IOException {
        Programs.need("bash");
        Programs.writeLauncher(temporary);
    }

    @ParameterizedTest
    @CsvSource({
        "dovetail che, check",
        "dovetail check --bas, --baseline",
        "dovetail check --format sar, sarif",
        "dovetail check --select websocket-s, websocket-server",
        "dovetail explain websocket-s, websocket-server",
        "dovetail platforms vercel-e, vercel-edge",
    })
    void the_word_at_the_cursor_is_completed(String typed, String completed) {
        String script =
                """
                source <(./dovetail completion bash)
                COMP_WORDS=(%s)
                COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
                _dovetail
                echo "${COMPREPLY[@]}"
                """
                        .formatted(typed);

        assertThat(Programs.run(temporary, Map.of(), "bash", "-c", script).output().strip())
                .isEqualTo(completed);
    }

    @Test
    void another_shell_is_refused_with_those_that_there_are() {
        Programs.Result refused =
                Programs.run(temporary, Map.of(), "./dovetail", "completion", "tcsh");

        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.output()).contains("There is no shell 'tcsh'.");
    }
}
