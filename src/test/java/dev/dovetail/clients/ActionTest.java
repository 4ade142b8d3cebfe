package dev.dovetail.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The script of {@code action.yml}, run as a runner of GitHub Actions runs it. */
class ActionTest {

    @TempDir Path temporary;

    private final Map<String, String> inputs = new HashMap<>();
    private String script = "";

    @BeforeEach
    void a_checkout() throws IOException {
        Programs.need("bash");
        Map<String, Object> action =
                new Yaml(new SafeConstructor(new LoaderOptions()))
                        .load(Files.readString(Path.of("action.yml")));
        for (Object step : (List<?>) ((Map<?, ?>) action.get("runs")).get("steps")) {
            if (step instanceof Map<?, ?> check && "check".equals(check.get("id"))) {
                script = (String) check.get("run");
                for (Object name : ((Map<?, ?>) check.get("env")).keySet()) {
                    inputs.put((String) name, "");
                }
            }
        }
        inputs.put("DOVETAIL_CATEGORY", "orders");
        Files.createDirectories(temporary.resolve("shop/src"));
        Programs.writeLauncher(temporary);
        // The day is the machine's own: what is no longer looked after is not of this test.
        Files.writeString(
                temporary.resolve("shop/dovetail.yaml"), "rules: {runtime-deprecated: off}\n");
        Files.writeString(
                temporary.resolve("shop/serverless.yml"),
                """
                service: shop
                provider: {name: aws, runtime: nodejs22.x}
                functions:
                  orders: {handler: src/orders.handler, events: [httpApi: '*']}
                """);
        Files.writeString(
                temporary.resolve("shop/src/orders.js"),
                """
                const fs = require('fs');
                exports.handler = async () => fs.writeFileSync('a b.json', '[]');
                """);
    }

    @Test
    void it_annotates_writes_a_summary_and_sarif_and_hands_the_status_on() throws IOException {
        Programs.Result result = run();

        assertThat(result.status()).as(result.output()).isZero();
        assertThat(result.output()).contains("::error file=src/orders.js,line=2,endLine=2,col=");
        assertThat(read("summary")).contains("## Dovetail", "1 error");
        assertThat(read("output")).contains("status=1\n", "sarif=" + temporary);
        assertThat(read("dovetail.sarif")).contains("\"id\": \"orders/\"", "local-file-write");
    }

    @Test
    void inputs_become_options_whatever_they_hold() throws IOException {
        inputs.put("DOVETAIL_PATHS", "lib\n$(touch pwned)\n");
        inputs.put("DOVETAIL_FAIL_ON", "never");

        Programs.Result result = run();

        assertThat(read("output")).contains("status=0\n");
        assertThat(result.output()).doesNotContain("::error");
        assertThat(temporary.resolve("shop/pwned")).doesNotExist();
    }

    @Test
    void an_input_that_cannot_be_meant_fails_with_a_message() throws IOException {
        inputs.put("DOVETAIL_PLATFORM", "aws-lamda");

        assertThat(run().output()).contains("no platform 'aws-lamda'");
        assertThat(read("output")).contains("status=2\n").doesNotContain("sarif=");
    }

    private Programs.Result run() {
        Map<String, String> environment = new HashMap<>(inputs);
        environment.put("GITHUB_ACTION_PATH", temporary.toString());
        environment.put("RUNNER_TEMP", temporary.toString());
        environment.put("GITHUB_STEP_SUMMARY", temporary.resolve("summary").toString());
        environment.put("GITHUB_OUTPUT", temporary.resolve("output").toString());
        return Programs.run(
                temporary.resolve("shop"),
                environment,
                "bash",
                "--noprofile",
                "--norc",
                "-eo",
                "pipefail",
                "-c",
                script);
    }

    private String read(String file) throws IOException {
        return Files.readString(temporary.resolve(file));
    }
}
