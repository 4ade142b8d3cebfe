package dev.dovetail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dovetail.report.Snapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code dovetail fit}, as its users meet it. */
class FitCommandTest extends CommandLineTest {

    private static final String PROJECT = Path.of("test-fixtures/fit").toAbsolutePath().toString();

    private static final String SEVERAL = "aws-lambda,docker,fly,heroku,kubernetes,vercel-functions";

    @Test
    void text_is_the_matrix_and_then_the_reasons() throws IOException {
        assertThat(run("fit", PROJECT, "--platform", SEVERAL)).isEqualTo(Exit.CLEAN);
        Snapshot.check("fit.txt", printed);
    }

    @Test
    void one_unit_alone_has_its_reasons_beside_the_verdicts() throws IOException {
        run("fit", PROJECT, "--platform", SEVERAL, "--unit", "chat");
        Snapshot.check("fit-one.txt", printed);
    }

    @Test
    void markdown_says_the_same() throws IOException {
        run("fit", PROJECT, "--platform", SEVERAL, "--format", "markdown");
        Snapshot.check("fit.md", printed);
    }

    @Test
    void json_says_the_same_and_what_config_is_asked_for_in_parts() throws IOException {
        run("fit", PROJECT, "--platform", "aws-lambda,fly,kubernetes", "--format", "json");
        Snapshot.check("fit.json", printed);
    }

    @Test
    void the_readme_shows_a_matrix_as_it_is_printed() throws IOException {
        run("fit", PROJECT, "--platform", SEVERAL);
        String readme = Files.readString(Path.of("README.md"));
        int start = readme.indexOf("dovetail fit --platform");
        String shown = readme.substring(readme.indexOf('\n', start) + 1, readme.indexOf("```", start));

        assertThat(shown.strip()).isNotEmpty();
        assertThat(printed).contains(shown.strip());
    }

    @ParameterizedTest
    @CsvSource({
        "booking, aws-lambda, fits-if",
        "booking, docker, fits",
        "booking, fly, fits",
        "booking, vercel-functions, fits",
        "chat, aws-lambda, does-not-fit",
        "chat, fly, fits-if",
        "chat, heroku, does-not-fit",
        "remind, aws-lambda, fits",
        "remind, heroku, fits-if",
    })
    void verdicts_are_what_an_expert_would_say(String unit, String host, String verdict)
            throws IOException {
        run("fit", PROJECT, "--platform", host, "--unit", unit, "--format", "json");
        assertThat(verdict(0)).isEqualTo(verdict);
    }

    @Test
    void settings_that_were_chosen_for_one_host_do_not_bind_on_another() throws IOException {
        write("server.js", "const s = require('express-session');\nconst app = require('express')();\napp.use(s({ secret: 'x' }));\napp.listen(process.env.PORT);\n");
        write("package.json", "{\"dependencies\": {\"express\": \"5\", \"express-session\": \"1\"}}");
        write("Dockerfile", "FROM node:22\nCOPY . .\nCMD [\"node\", \"server.js\"]\n");
        write("compose.yaml", "services:\n  shop:\n    build: .\n    ports: ['80:80']\n    deploy: {replicas: 3}\n");

        run("fit", "--platform", "docker,fly", "--format", "json");

        JsonNode fits = new ObjectMapper().readTree(printed).at("/units/0/fits");
        assertThat(fits.at("/0/own").booleanValue()).isTrue();
        assertThat(fits.at("/0/obstacles/0/reported").booleanValue()).isTrue();
        assertThat(fits.at("/0/obstacles/0/message").textValue()).contains("3 processes");
        assertThat(fits.at("/1/verdict").textValue()).isEqualTo("fits-if");
        assertThat(fits.at("/1/obstacles/0/reported").booleanValue()).isFalse();
        assertThat(fits.at("/1/why").textValue())
                .isEqualTo("min-replicas is at least 1 and a single process serves it");
    }

    @Test
    void a_comment_that_suppresses_speaks_of_the_host_that_config_names_alone() throws IOException {
        write("Procfile", "web: node server.js\n");
        write("package.json", "{\"dependencies\": {\"express\": \"5\"}}");
        write("server.js", "const fs = require('fs');\nconst app = require('express')();\n// dovetail-ignore: local-file-write -- it may vanish\napp.post('/', (req, res) => { fs.writeFileSync('seen.json', '1'); res.end(); });\napp.listen(process.env.PORT);\n");

        run("fit", "--platform", "heroku,digitalocean-app-platform", "--format", "json");

        assertThat(verdict(0)).isEqualTo("does-not-fit");
        assertThat(printed.substring(printed.indexOf("\"host\": \"heroku\"")))
                .doesNotContain("local-file-write");
    }

    @Test
    void a_guard_on_a_hosts_own_variable_counts_there() throws IOException {
        write("package.json", "{\"dependencies\": {\"express\": \"5\"}}");
        write("Dockerfile", "FROM node:22\nCOPY . .\nCMD [\"node\", \"server.js\"]\n");
        write("server.js", "const app = require('express')();\nconst fs = require('fs');\nif (process.env.VERCEL) {\n  fs.writeFileSync('/tmp/a', '1');\n} else {\n  fs.writeFileSync('state.json', '1');\n}\napp.get('/', (req, res) => res.end());\nmodule.exports = app;\nif (!process.env.VERCEL) app.listen(process.env.PORT);\n");

        run("fit", "--platform", "vercel-functions", "--format", "json");

        assertThat(verdict(0)).isEqualTo("fits");
    }

    @Test
    void code_that_is_not_there_is_unknown_and_not_a_misfit() throws IOException {
        write("serverless.yml", "service: shop\nprovider: {name: aws, runtime: nodejs22.x}\nfunctions:\n  api: {handler: dist/api.handler}\n");

        run("fit", "--platform", "fly", "--format", "json");

        assertThat(verdict(0)).isEqualTo("unknown");
    }

    @Test
    void an_empty_folder_is_said_as_such() throws IOException {
        for (String format : new String[] {"text", "markdown", "html"}) {
            assertThat(run("fit", "--format", format)).isEqualTo(Exit.CLEAN);
            assertThat(printed).contains("No deployment units and no source that Dovetail reads.");
        }
    }

    @Test
    void words_that_are_none_fail_with_the_nearest() {
        assertThat(run("fit", "--platform", "heruku")).isEqualTo(Exit.FAILED);
        assertThat(failed).contains("heroku");
        assertThat(run("fit", "--platform", "aws-alb")).isEqualTo(Exit.FAILED);
        assertThat(run("fit", "--format", "pdf")).isEqualTo(Exit.FAILED);
        assertThat(run("fit", PROJECT, "--unit", "chatt")).isEqualTo(Exit.FAILED);
        assertThat(failed).contains("chat");
        assertThat(run("fit", "nowhere")).isEqualTo(Exit.FAILED);
    }

    @Test
    void the_page_names_its_style_and_its_script_and_asks_the_network_for_nothing()
            throws Exception {
        assertThat(run("fit", PROJECT, "--format", "html", "--output", "fit.html"))
                .isEqualTo(Exit.CLEAN);
        String page = read("fit.html");

        assertThat(printed).isEmpty();
        assertThat(page).contains("style-src 'sha256-" + hash(page, "style") + "'");
        assertThat(page).contains("script-src 'sha256-" + hash(page, "script") + "'");
        assertThat(page).contains("default-src 'none'");
        assertThat(page).doesNotContainPattern("(?i)<(img|link|iframe|object|embed)\\b");
        assertThat(page).doesNotContainPattern("(?i)\\bsrc=|\\bstyle=|\\bon[a-z]+=|url\\(|@import");
    }

    @Test
    void text_of_the_workspace_is_no_markup_anywhere() throws IOException {
        String evil = "\"><img src=x onerror=alert(1)></script><script>alert(2)</script>";
        write("package.json", "{\"dependencies\": {\"socket.io\": \"4\"}}");
        write("Dockerfile", "FROM node:22\nCOPY . .\nCMD [\"node\", \"server.js\"]\n");
        write("server.js", "const io = new (require('socket.io').Server)(); // " + evil + "\u202e\nio.listen(80);\n");
        write("compose.yaml", "services:\n  '" + evil + "':\n    build: .\n    ports: ['80:80']\n");

        run("fit", "--format", "html");
        assertThat(printed).contains("&lt;img src=x onerror=alert(1)&gt;").contains("\\u{202E}");
        assertThat(printed).doesNotContain("<img").doesNotContain("alert(2)</script>");

        run("fit", "--format", "markdown");
        assertThat(printed).contains("&lt;img").doesNotContain("<img");
    }

    @Test
    void a_matrix_is_no_wider_than_its_terminal() {
        run("fit", PROJECT, "--color", "never");
        String matrix = printed.substring(0, printed.indexOf("* where"));
        assertThat(matrix.lines().mapToInt(String::length).max().orElseThrow()).isLessThan(101);
        assertThat(printed).doesNotContain("\u001B");
        run("fit", PROJECT, "--color", "always");
        assertThat(printed).contains("\u001B[32m");
    }

    private String verdict(int host) throws IOException {
        return new ObjectMapper()
                .readTree(printed)
                .at("/units/0/fits/" + host + "/verdict")
                .textValue();
    }

    private static String hash(String page, String element) throws Exception {
        Matcher matcher =
                Pattern.compile("<%1$s>(.*?)</%1$s>".formatted(element), Pattern.DOTALL)
                        .matcher(page);
        assertThat(matcher.find()).isTrue();
        byte[] digest =
                MessageDigest.getInstance("SHA-256")
                        .digest(matcher.group(1).getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(digest);
    }
}
