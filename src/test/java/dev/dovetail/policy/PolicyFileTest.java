package dev.dovetail.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.dovetail.judge.Finding;
import dev.dovetail.judge.Suppression;
import dev.dovetail.knowledge.Level;
import dev.dovetail.report.Examples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class PolicyFileTest {

    private static final Finding WEBSOCKET = Examples.websocket("api", 6);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'rulez: {}'                                   | '1:1: There is no key ''rulez''. Did you mean rules?'",
                "'rules: {log-file: loud}'                     | '1:19: This is loud; it can be off, note, warning, error.'",
                "'rules: [log-file]'                           | '1:8: Keys with values are wanted here.'",
                "'exclude: legacy'                             | '1:10: A list is wanted here.'",
                "'exclude: [{a: b}]'                           | '1:11: A text is wanted here.'",
                "'exclude: [a*b*c*d*e]'                        | '1:11: A pattern with so many wildcards takes too long.'",
                "'overrides: [{paths: [a]}]'                   | '1:13: This override says nothing of rules; give it `rules`.'",
                "'overrides: [{rules: {log-file: off}}]'       | '1:13: This override holds everywhere; give it `paths` or `units`, or move its rules to the top.'",
                "'platforms: {../other: docker}'               | '1:13: This folder lies outside.'",
                "'fail-on: sometimes'                          | '1:10: This is sometimes; it can be error, warning, note, never.'",
                "'own-rules: '                                 | 'A text is wanted here.'",
            })
    void what_is_wrong_is_said_with_its_line_and_the_schema_refuses_it_too(
            String text, String error) throws IOException {
        assertThatThrownBy(() -> PolicyFile.read("dovetail.yaml", text))
                .isInstanceOf(InvalidPolicy.class)
                .hasMessageContaining("dovetail.yaml:1:")
                .hasMessageContaining(error);
        boolean onlyReader = text.contains("a*b*c") || text.contains("../");
        if (!onlyReader) {
            assertThat(schema().validate(new ObjectMapper().valueToTree(tree(text)))).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'rules: {websocket-server: note}'                                                    | NOTE  | -",
                "'rules: {websocket-server: off}'                                                     | ERROR | ''",
                "'overrides: [{paths: [src/], rules: {websocket-server: off}, reason: moves out}]'    | ERROR | moves out",
                "'overrides: [{paths: [/serverless.yml], rules: {websocket-server: off}, reason: b}]' | ERROR | b",
                "'overrides: [{units: [a*i], rules: {websocket-server: off}, reason: c}]'             | ERROR | c",
                "'{rules: {websocket-server: off}, overrides: [{paths: [''*.ts''], rules: {websocket-server: warning}}]}' | WARNING | -",
                "'overrides: [{paths: [lib/], rules: {websocket-server: off}}]'                       | ERROR | -",
                "'overrides: [{paths: [src/], units: [worker], rules: {websocket-server: off}}]'      | ERROR | -",
                "'rules: {log-file: off}'                                                             | ERROR | -",
                "'# nothing'                                                                          | ERROR | -",
            })
    void findings_stand_as_it_says(String text, Level level, String reason) throws Exception {
        Finding judged = PolicyFile.read("dovetail.yaml", text).judge(WEBSOCKET);

        assertThat(judged.level()).isEqualTo(level);
        if (reason.equals("-")) {
            assertThat(judged.suppression()).isEmpty();
        } else {
            assertThat(judged.suppression()).hasValueSatisfying(by -> {
                assertThat(by.reason()).isEqualTo(reason);
                assertThat(by.kind()).isEqualTo(Suppression.Kind.EXTERNAL);
            });
        }
        if (!text.startsWith("#")) {
            assertThat(schema().validate(new ObjectMapper().valueToTree(tree(text)))).isEmpty();
        }
    }

    @Test
    void paths_start_from_the_folder_of_the_file() throws Exception {
        Policy policy =
                PolicyFile.read(
                                "dovetail.yaml",
                                """
                                exclude: [/services/chat/old/]
                                platforms: {services/chat/jobs: aws-lambda, services/mail: docker, services: heroku}
                                overrides: [{paths: [/services/chat/src/], rules: {websocket-server: off}}]
                                """)
                        .within("services/chat");

        assertThat(policy.judge(WEBSOCKET).suppression()).isPresent();
        assertThat(policy.includes("old/a.js")).isFalse();
        assertThat(policy.includes("src/a.js")).isTrue();
        assertThat(policy.platformsHere()).containsOnlyKeys("", "jobs");
    }

    @Test
    void rules_and_platforms_must_be_known() throws Exception {
        Policy policy =
                PolicyFile.read(
                        "dovetail.yaml",
                        """
                        rules:
                          websocket-serve: off
                        platforms:
                          api: aws-lamda
                        """);

        assertThat(new InvalidPolicy(policy.unknowns(Examples.knowledge())).getMessage().lines())
                .containsExactly(
                        "dovetail.yaml:2:3: There is no rule 'websocket-serve'. Did you mean"
                                + " websocket-server?",
                        "dovetail.yaml:4:8: There is no platform 'aws-lamda'. Known: .");
    }

    private static Map<String, Object> tree(String text) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    }

    private static JsonSchema schema() throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("rules/schema/dovetail.schema.json")));
    }
}
