package dev.dovetail.lsp;

import static dev.dovetail.lsp.Conversation.position;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dovetail.cli.ProjectWithSecrets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an editor shows beside the text is seen on shared screens: no value of a secret is in it. */
class HoverSecretsTest {

    @TempDir Path folder;

    @Test
    void no_hover_and_no_diagnostic_shows_one() throws Exception {
        ProjectWithSecrets project = ProjectWithSecrets.in(folder);
        List<String> said = new ArrayList<>();
        try (Conversation editor = Conversation.in(folder)) {
            for (String file : project.files()) {
                Path path = folder.resolve(file);
                List<String> lines = Files.readAllLines(path);
                for (int line = 0; line < lines.size(); line++) {
                    int start = lines.get(line).length() - lines.get(line).stripLeading().length();
                    for (int column : List.of(start, lines.get(line).length() - 1)) {
                        JsonNode hover =
                                editor.ask(
                                        "textDocument/hover",
                                        position(path, line, Math.max(0, column)));
                        said.add(hover.toString());
                    }
                }
            }
            editor.unheard("textDocument/publishDiagnostics")
                    .forEach(message -> said.add(message.toString()));
        }

        assertThat(String.join("\n", said)).contains("`exposed-port` = 8080", "websocket-server");
        assertThat(said)
                .filteredOn(text -> project.secrets().stream().anyMatch(text::contains))
                .isEmpty();
    }
}
