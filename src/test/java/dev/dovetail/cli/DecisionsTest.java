package dev.dovetail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What users decide, from the command line to the exit status: settings, baselines, revisions. */
class DecisionsTest extends CommandLineTest {

    @BeforeEach
    void a_service_that_writes_where_it_cannot() throws IOException {
        write(
                "serverless.yml",
                """
                service: orders
                provider: {name: aws, runtime: nodejs22.x}
                functions:
                  orders: {handler: src/app.handler, events: [httpApi: '*']}
                """);
        write(
                "src/app.js",
                """
                const fs = require('fs');
                fs.writeFileSync('out.txt', 'x');
                exports.handler = async () => ({ statusCode: 200 });
                """);
    }

    @Test
    void a_rule_that_is_off_is_counted_and_does_not_fail() throws IOException {
        write("dovetail.yaml", "rules: {local-file-write: off}\n");

        assertThat(run("check")).isEqualTo(0);
        assertThat(printed).contains("no findings, 1 suppressed").doesNotContain("out.txt");
    }

    @Test
    void another_level_changes_what_fails() throws IOException {
        write("dovetail.yaml", "rules: {local-file-write: note}\nfail-on: note\n");

        assertThat(run("check")).isEqualTo(1);
        assertThat(printed).contains("src/app.js:2:1: note:");
        assertThat(run("check", "--fail-on", "warning")).isEqualTo(0);
    }

    @Test
    void settings_are_found_above_the_folder_that_is_checked() throws IOException {
        write("dovetail.yaml", "overrides: [{paths: [/services/mail/], rules: {local-file-write: off}}]\n");
        for (String service : new String[] {"mail", "chat"}) {
            write("services/" + service + "/serverless.yml", read("serverless.yml"));
            write("services/" + service + "/src/app.js", read("src/app.js"));
        }

        assertThat(run("check", "services/mail")).isEqualTo(0);
        assertThat(run("check", "services/chat")).isEqualTo(1);
    }

    @Test
    void settings_with_an_error_stop_the_check_and_name_the_line() throws IOException {
        write("dovetail.yaml", "rules:\n  local-file-rite: off\n");

        assertThat(run("check")).isEqualTo(2);
        assertThat(failed)
                .contains("dovetail.yaml:2:3: There is no rule 'local-file-rite'. Did you mean local-file-write");
    }

    @Test
    void what_is_excluded_is_not_there() throws IOException {
        write("dovetail.yaml", "exclude: [serverless.yml]\n");

        assertThat(run("check")).isEqualTo(0);
        assertThat(printed).contains("No deployment units found");
    }

    @Test
    void a_folder_without_config_runs_where_the_settings_say() throws IOException {
        Files.delete(folder.resolve("serverless.yml"));
        write("dovetail.yaml", "platforms: {src: aws-lambda}\n");

        assertThat(run("check")).isEqualTo(1);
        assertThat(printed).contains("src writes out.txt");
    }

    @Test
    void a_comment_suppresses_and_one_that_does_nothing_is_remarked() throws IOException {
        write(
                "src/app.js",
                """
                const fs = require('fs');
                // dovetail-ignore: local-file-write -- replaced by S3 in May
                fs.writeFileSync('out.txt', 'x');
                // dovetail-ignore: log-file -- was here once
                exports.handler = async () => ({ statusCode: 200 });
                """);

        assertThat(run("check", "--strict")).isEqualTo(0);
        assertThat(printed)
                .contains("1 suppressed")
                .contains("src/app.js:4:1: remark: There is no finding of log-file here any more");
    }

    @Test
    void a_baseline_leaves_out_what_is_known_and_says_what_is_gone() throws IOException {
        assertThat(run("baseline")).isEqualTo(0);
        assertThat(printed).contains(".dovetail-baseline.json: 1 findings.");
        write("src/app.js", "\n\n" + read("src/app.js"));
        assertThat(run("check", "--baseline", ".dovetail-baseline.json")).isEqualTo(0);
        assertThat(printed).contains("1 known and not shown, 0 gone.");

        write("src/app.js", read("src/app.js").replace("'out.txt'", "'/tmp/out.txt'"));
        run("check", "--baseline", ".dovetail-baseline.json");
        assertThat(printed).contains("0 known and not shown, 1 gone.");
    }

    @Test
    void a_file_that_is_no_baseline_is_refused() throws IOException {
        write("known.json", "[1]");

        assertThat(run("check", "--baseline", "known.json")).isEqualTo(2);
        assertThat(failed).contains("'known.json' cannot be used: it is no baseline of version 1");
        assertThat(run("check", "--baseline", "none.json")).isEqualTo(2);
        assertThat(failed).contains("There is no file 'none.json'");
    }

    @Test
    void since_a_revision_only_what_it_has_not_is_shown() throws Exception {
        try (Git git = Git.init().setDirectory(folder.toFile()).call()) {
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage("Take orders")
                    .setAuthor("a", "a@example.com")
                    .setCommitter("a", "a@example.com")
                    .setSign(false)
                    .call();
        }
        assertThat(run("check", "--since", "HEAD")).isEqualTo(0);
        assertThat(printed).contains("Against HEAD: 1 known and not shown, 0 gone.");

        write("src/app.js", read("src/app.js") + "fs.mkdirSync('uploads');\n");
        assertThat(run("check", "--since", "HEAD")).isEqualTo(1);
        assertThat(printed).contains("uploads").doesNotContain("out.txt");
        assertThat(run("check", "--since", "nowhere")).isEqualTo(2);
        assertThat(failed).contains("the repository has no revision 'nowhere'");
    }

    @Test
    void without_a_repository_since_says_so() {
        assertThat(run("check", "--since", "HEAD")).isEqualTo(2);
        assertThat(failed).contains("there is no git repository here");
    }

    @Test
    void quiet_says_nothing_when_there_is_nothing_to_say() throws IOException {
        write("src/app.js", "exports.handler = async () => ({ statusCode: 200 });\n");

        assertThat(run("check", "--quiet")).isEqualTo(0);
        assertThat(printed).isEmpty();
    }
}
