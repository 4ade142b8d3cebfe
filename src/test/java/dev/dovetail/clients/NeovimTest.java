package dev.dovetail.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Neovim's built-in client, without a screen: {@code src/test/clients/neovim.sh}. */
class NeovimTest {

    @TempDir Path folder;

    @Test
    void diagnostics_appear_at_the_right_lines_and_an_edit_clears_them() throws Exception {
        Programs.need("nvim");
        Programs.need("bash");
        Programs.writeLauncher(folder);

        Programs.Result result =
                Programs.run(
                        Path.of("").toAbsolutePath(),
                        Map.of(),
                        "bash",
                        "src/test/clients/neovim.sh",
                        folder.resolve("dovetail").toString());

        assertThat(result.output()).doesNotContain("FAILED");
        assertThat(result.status()).as(result.output()).isZero();
    }
}
