package dev.dovetail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Input that is broken, hostile or absurd: it is named with its place, everything else is analysed,
 * and nothing outside the workspace is read.
 */
class BadInputTest extends SoundServiceTest {

    @TempDir Path outside;

    @Test
    void without_any_of_it_the_service_is_judged_and_nothing_is_noted() throws IOException {
        assertThat(check("--strict")).isEqualTo(1);
        assertThat(printed).contains(SOUND).doesNotContain("analysed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "broken/serverless.yml | 'service: x\nfunctions: [\n  a: }\n' | broken/serverless.yml:3:",
                "broken/vercel.json | '{\"functions\": {\"a\": }}' | broken/vercel.json:1:",
                "broken/template.yaml | 'Resources: {A: {Type: AWS::Lambda::Function}\nx' | broken/template.yaml:2:",
            })
    void broken_config_is_named_with_its_place(String file, String text, String named)
            throws IOException {
        write(file, text);

        assertThat(check()).isEqualTo(1);
        assertThat(printed).contains(SOUND).contains(named + " ".strip());
        assertThat(check("--strict")).isEqualTo(2);
    }

    @Test
    void a_huge_json_is_not_read() throws IOException {
        Files.createDirectories(folder.resolve("big"));
        try (OutputStream out = Files.newOutputStream(folder.resolve("big/vercel.json"))) {
            byte[] line = "[1,2,3,4,5,6,7,8,9],\n".repeat(50_000).getBytes(StandardCharsets.UTF_8);
            out.write('[');
            for (int i = 0; i < 50; i++) {
                out.write(line);
            }
            out.write("0]".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(check()).isEqualTo(1);
        assertThat(printed).contains(SOUND).contains("big/vercel.json").contains("longer than 4 MiB");
    }

    @Test
    void a_yaml_bomb_is_defused() throws IOException {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a%d: &a%d [".formatted(i, i));
            bomb.append(("*a" + (i - 1) + ", ").repeat(9)).append("*a").append(i - 1).append("]\n");
        }
        write("bomb/serverless.yml", bomb + "service: x\nprovider: {name: aws}\nfunctions: *a11\n");

        assertThat(check()).isEqualTo(1);
        assertThat(printed).contains(SOUND).contains("bomb/serverless.yml");
    }

    @Test
    void an_anchor_within_itself_ends() throws IOException {
        write("loop/serverless.yml", "service: x\nprovider: {name: aws}\nfunctions: &f\n  a: *f\n");

        assertThat(check()).isEqualTo(1);
        assertThat(printed).contains(SOUND);
    }

    @ParameterizedTest
    @CsvSource({
        "deep/serverless.yml, [, ]",
        "deep/vercel.json, [, ]",
        "src/other.js, (, )",
        "src/other.js, [, ]",
        "src/other.js, {, }",
        "src/other.ts, (, )",
    })
    void ten_thousand_nested_brackets_are_named(String file, String open, String close)
            throws IOException {
        Files.deleteIfExists(folder.resolve("src/other.js"));
        write(file, "x: " + open.repeat(10_000) + close.repeat(10_000) + "\n");

        assertThat(check()).isEqualTo(1);
        assertThat(printed).contains(SOUND).contains(file);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'module.exports = ' | '\"a\" + ' | '\"b\";'",
                "'' | 'if (x) y(); else ' | 'z();'",
                "'module.exports = ' | 'a ? b : ' | 'c;'",
                "'module.exports = ' | '!' | 'x;'",
                "'module.exports = a' | '.b()' | ';'",
                "'module.exports = ' | '() => ' | 'x;'",
                "'' | 'function f() { ' | ''",
                "'module.exports = ' | '`${' | 'x'",
                "'module.exports = ' | '<a>' | 'x'",
            })
    void ten_thousand_of_one_construct_end(String begin, String repeated, String end)
            throws IOException {
        write("src/other.js", begin + repeated.repeat(10_000) + end + "\n");

        assertThat(check()).isEqualTo(1);
        assertThat(printed).contains(SOUND);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'int x = ' | '(' | '1;'",
                "'String x = ' | '\"a\" + ' | '\"b\";'",
                "'boolean x = ' | '!' | 'true;'",
                "'void f() { ' | 'if (x) y(); else ' | 'z(); }'",
                "'Object x = a' | '.b()' | ';'",
                "'' | 'class A { ' | ''",
                "'Object x = ' | 'a ? b : ' | 'c;'",
                "'' | 'A<A<' | ''",
            })
    void ten_thousand_of_one_construct_end_in_java(String begin, String repeated, String end)
            throws IOException {
        write(
                "shop/template.yaml",
                """
                Resources:
                  Shop:
                    Type: AWS::Serverless::Function
                    Properties: {CodeUri: ., Handler: shop.Handler, Runtime: java21}
                """);
        write(
                "shop/src/main/java/shop/Handler.java",
                "package shop;\npublic class Handler {\n  Object handleRequest(Object o) { return o; }\n"
                        + begin
                        + repeated.repeat(10_000)
                        + end
                        + "\n}\n");

        assertThat(check()).isEqualTo(1);
        assertThat(printed).contains(SOUND);
    }

    @Test
    void bytes_that_are_no_text_are_named() throws IOException {
        Files.write(
                folder.resolve("src/other.js"),
                new byte[] {'x', '(', '\'', (byte) 0xC3, (byte) 0x28, '\'', ')', '\n'});

        assertThat(check()).isEqualTo(1);
        assertThat(printed).contains(SOUND).contains("src/other.js:1:").contains("UTF-8");
    }

    @Test
    void imports_in_a_circle_end() throws IOException {
        write("src/other.js", "const a = require('./app');\nexports.b = a.b;\nexports.c = exports.b;\n");
        write("src/one.ts", "export * from './two';\nexport { x as y } from './two';\n");
        write("src/two.ts", "export * from './one';\nexport { y as x } from './one';\n");
        write("src/other.js", "module.exports = { ...require('./one'), x: require('./two').x };\n");

        assertThat(check("--strict")).isEqualTo(1);
        assertThat(printed).contains(SOUND);
    }

    @Test
    void classes_that_extend_each_other_end() throws IOException {
        write(
                "shop/template.yaml",
                """
                Resources:
                  Shop:
                    Type: AWS::Serverless::Function
                    Properties: {CodeUri: ., Handler: shop.One, Runtime: java21}
                """);
        write("shop/src/main/java/shop/One.java", "package shop;\npublic class One extends Two {}\n");
        write("shop/src/main/java/shop/Two.java", "package shop;\npublic class Two extends One {}\n");

        assertThat(check()).isEqualTo(1);
        assertThat(printed).contains(SOUND);
    }

    @Test
    void files_that_include_each_other_end() throws IOException {
        write("loop/serverless.yml", "service: x\nprovider: {name: aws}\nfunctions: ${file(a.yml)}\n");
        write("loop/a.yml", "a: ${file(b.yml):x}\n");
        write("loop/b.yml", "x: ${file(a.yml):a}\n");
        write(
                "twice/serverless.yml",
                "service: x\nprovider: {name: aws}\ncustom:\n"
                        + doubling()
                        + "functions:\n  f: {handler: '${self:custom.v40}'}\n");

        assertThat(check()).isEqualTo(1);
        assertThat(printed).contains(SOUND);
    }

    private static String doubling() {
        StringBuilder text = new StringBuilder("  v0: x\n");
        for (int i = 1; i <= 40; i++) {
            text.append("  v%d: ${self:custom.v%d}${self:custom.v%d}\n".formatted(i, i - 1, i - 1));
        }
        return text.toString();
    }

    @Test
    void template_conditions_in_a_circle_end() throws IOException {
        write(
                "loop/template.yaml",
                """
                Conditions:
                  A: !Not [!Condition B]
                  B: !Not [!Condition A]
                Mappings: {M: {a: {b: x}}}
                Resources:
                  F:
                    Type: AWS::Lambda::Function
                    Condition: A
                    Properties:
                      Handler: !If [A, !If [B, a.b, c.d], !FindInMap [M, !Ref F, b]]
                      Timeout: !Ref Missing
                """);

        assertThat(check()).isEqualTo(1);
        assertThat(printed).contains(SOUND);
    }

    @Test
    void links_are_not_followed_outside_and_not_in_circles() throws IOException {
        Files.writeString(outside.resolve("secret.js"), "require('fs').writeFileSync('stolen', '');");
        Files.createSymbolicLink(folder.resolve("src/secret.js"), outside.resolve("secret.js"));
        Files.createSymbolicLink(folder.resolve("out"), outside);
        Files.createSymbolicLink(folder.resolve("src/self"), folder);
        Files.createSymbolicLink(folder.resolve("src/nowhere.js"), folder.resolve("gone.js"));
        write("src/other.js", "require('./secret');\nrequire('../out/secret');\nrequire('./nowhere');\n");

        assertThat(check()).isEqualTo(1);
        assertThat(printed).contains(SOUND).doesNotContain("stolen");
    }

    @Test
    void a_handler_outside_the_workspace_is_named_and_not_read() throws IOException {
        Path parent = folder.resolve("inner");
        Files.createDirectories(parent);
        write("inner/serverless.yml", "service: x\nprovider: {name: aws, runtime: nodejs22.x}\n"
                + "functions:\n  f: {handler: ../../../evil.handler}\n  g: {handler: /etc/evil.handler}\n"
                + "  h: {handler: '${file(../../../../../etc/hostname)}'}\n");

        assertThat(check()).isEqualTo(1);
        assertThat(printed)
                .contains(SOUND)
                .contains("inner/serverless.yml:4:")
                .contains("leaves the workspace");
    }

    @Test
    void paths_that_leave_the_workspace_by_other_ways_are_not_read() throws IOException {
        Files.writeString(outside.resolve("tsconfig.json"), "{\"compilerOptions\": {}}");
        Files.writeString(outside.resolve("index.js"), "require('fs').writeFileSync('stolen', '');");
        String up = "../" + outside.getFileName();
        write("tsconfig.json", "{\"extends\": \"" + up + "/tsconfig.json\", \"compilerOptions\": "
                + "{\"paths\": {\"@/*\": [\"" + up + "/*\"]}}}");
        write("package.json", "{\"name\": \"x\", \"main\": \"" + up + "/index.js\", \"imports\": "
                + "{\"#x\": \"" + up + "/index.js\"}}");
        write("src/other.js", "require('@/index');\nrequire('#x');\nrequire('" + up + "/index');\nrequire('"
                + outside + "/index.js');\n");

        assertThat(check()).isEqualTo(1);
        assertThat(printed).contains(SOUND).doesNotContain("stolen");
    }

    @Test
    void names_of_files_cannot_hide_anything() throws IOException {
        write("src/a b\u202Egnp.js", "x(");
        write("src/\u00fc \ud83d\ude00.js", "require('fs').writeFileSync('y', '');\n");
        write("src/other.js", "require('./a b\u202Egnp');\nrequire('./\u00fc \ud83d\ude00');\n");

        assertThat(check()).isEqualTo(1);
        assertThat(printed).contains(SOUND).doesNotContain("\u202E").contains("\u00fc \ud83d\ude00.js:1");
    }

    @Test
    void wrong_types_everywhere_are_survived() throws IOException {
        write("a/serverless.yml", "service: []\nprovider: {name: aws, environment: 3, runtime: {}}\n"
                + "functions: {a: 1, b: [], c: {handler: {}, events: 5}, d: {handler: a.b, timeout: x, "
                + "events: [1, [], {}, {http: []}, {sqs: {arn: {}}}]}}\nplugins: {x: 1}\ncustom: x\n");
        write("b/vercel.json", "{\"functions\": [], \"crons\": {\"a\": 1}, \"builds\": [1, {\"src\": {}}], "
                + "\"env\": []}");
        write("c/template.yaml", "Globals: []\nParameters: 3\nResources:\n  A: {Type: AWS::Serverless::Function,"
                + " Properties: []}\n  B: {Type: AWS::Lambda::Function, Properties: {Handler: [], Timeout: {},"
                + " Environment: {Variables: x}, Events: [1]}}\n  C: 1\n  D: {Type: AWS::Serverless::Function, "
                + "Properties: {Events: {A: 1, B: {Type: Api}, C: {Type: SQS, Properties: {Queue: []}}}}}\n");
        write("c/package.json", "[]");
        write("c/tsconfig.json", "3");
        write("c/pom.xml", "<project><a></project>");

        assertThat(check()).isEqualTo(1);
        assertThat(printed).contains(SOUND).doesNotContain("mistake in Dovetail");
    }
}
