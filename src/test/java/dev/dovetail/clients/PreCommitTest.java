package dev.dovetail.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hooks of {@code .pre-commit-hooks.yaml} in the real pre-commit, on a repository of its own. */
class PreCommitTest {

    private static final String FITS =
            """
            exports.handler = async () => ({ statusCode: 200 });
            """;

    private static final String DOES_NOT_FIT =
            """
            const fs = require('fs');
            exports.handler = async () => {
              fs.writeFileSync('orders.json', '[]');
              return { statusCode: 200 };
            };
            """;

    @TempDir Path temporary;

    private Path hooks;
    private Path shop;

    @BeforeEach
    void a_repository_that_uses_the_hook() throws IOException {
        Programs.need("git");
        Programs.need("pre-commit");
        hooks = Files.createDirectories(temporary.resolve("hooks"));
        shop = Files.createDirectories(temporary.resolve("shop"));
        Files.copy(Path.of(".pre-commit-hooks.yaml"), hooks.resolve(".pre-commit-hooks.yaml"));
        Programs.writeLauncher(hooks);
        for (Path repository : new Path[] {hooks, shop}) {
            git(repository, "init", "--quiet");
            git(repository, "config", "user.email", "a@example.com");
            git(repository, "config", "user.name", "a");
        }
        git(hooks, "add", "-A");
        git(hooks, "commit", "--quiet", "-m", "Hooks");
        String revision = git(hooks, "rev-parse", "HEAD").output().strip();
        write(
                ".pre-commit-config.yaml",
                """
                repos:
                  - repo: %s
                    rev: %s
                    hooks:
                      - id: dovetail
                """
                        .formatted(hooks, revision));
        // The day is the machine's own: what is no longer looked after is not of this test.
        write("dovetail.yaml", "rules: {runtime-deprecated: off}\n");
        write(
                "serverless.yml",
                """
                service: shop
                provider: {name: aws, runtime: nodejs22.x}
                functions:
                  orders: {handler: src/orders.handler, events: [httpApi: '*']}
                """);
        write("src/orders.js", FITS);
        assertThat(run(shop, "pre-commit", "install").status()).isZero();
        assertThat(commit("Take orders").status()).isZero();
    }

    @Test
    void a_commit_with_a_mismatch_is_refused_and_its_mend_passes() throws IOException {
        write("src/orders.js", DOES_NOT_FIT);

        Programs.Result refused = commit("Keep orders in a file");
        assertThat(refused.status()).isNotZero();
        assertThat(refused.output())
                .contains("src/orders.js:3:3: error:", "[local-file-write]", "serverless.yml:4");

        write("src/orders.js", DOES_NOT_FIT.replace("'orders.json'", "'/tmp/orders.json'"));
        assertThat(commit("Keep orders in a scratch file").status()).isZero();
    }

    @Test
    void staging_the_config_end_shows_the_finding_too() throws IOException {
        write("src/orders.js", DOES_NOT_FIT);
        git(shop, "add", "-A");
        git(shop, "commit", "--quiet", "--no-verify", "-m", "Keep orders in a file");
        write("serverless.yml", Files.readString(shop.resolve("serverless.yml")) + "# later\n");

        assertThat(commit("Touch the config").output()).contains("[local-file-write]");
    }

    @Test
    void an_unrelated_file_passes_although_the_repository_has_findings() throws IOException {
        write("src/orders.js", DOES_NOT_FIT);
        git(shop, "add", "-A");
        git(shop, "commit", "--quiet", "--no-verify", "-m", "Keep orders in a file");
        write("NOTES.md", "Orders close at noon.\n");

        Programs.Result passed = commit("Say when orders close");
        assertThat(passed.output()).contains("Passed");
        assertThat(passed.status()).isZero();
    }

    private Programs.Result commit(String message) {
        git(shop, "add", "-A");
        return run(shop, "git", "commit", "-m", message);
    }

    private Programs.Result git(Path folder, String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = "git";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Programs.Result result = run(folder, command);
        assertThat(result.status()).as(result.output()).isZero();
        return result;
    }

    /** Runs in surroundings of the test's own: the user's git settings and caches are not touched. */
    private Programs.Result run(Path folder, String... command) {
        return Programs.run(
                folder,
                Map.of(
                        "PRE_COMMIT_HOME", temporary.resolve("cache").toString(),
                        "GIT_CONFIG_GLOBAL", "/dev/null",
                        "GIT_CONFIG_NOSYSTEM", "1"),
                command);
    }

    private void write(String file, String text) throws IOException {
        Path path = shop.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
