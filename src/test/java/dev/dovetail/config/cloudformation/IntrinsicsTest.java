package dev.dovetail.config.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.dovetail.config.ConfigNode;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntrinsicsTest {

    private static final String TEMPLATE =
            """
            Parameters:
              Stage: {Type: String, Default: dev}
              Size: {Type: Number, Default: 512}
              Zones: {Type: CommaDelimitedList, Default: "a, b"}
              Secret: {Type: String}
              Domain: {Type: String, Default: ""}
              Stored: {Type: 'AWS::SSM::Parameter::Value<String>', Default: /shop/size}
            Mappings:
              Sizes:
                dev: {memory: 256, runtime: nodejs24.x}
                prod: {memory: 1024, runtime: nodejs24.x}
            Conditions:
              IsProd: !Equals [!Ref Stage, prod]
              IsDev: !Not [!Condition IsProd]
              HasSecret: !Not [!Equals [!Ref Secret, ""]]
              HasDomain: !Not [!Equals [!Ref Domain, ""]]
              ProdAndSecret: !And [!Condition IsProd, !Condition HasSecret]
              DevOrSecret: !Or [!Condition IsDev, {Condition: HasSecret}]
              DevAndSecret: !And [!Condition IsDev, !Condition HasSecret]
              Itself: !Not [!Condition Itself]
            Value: %s
            """;

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "!Ref Stage | dev",
                "{Ref: Stage} | dev",
                "!Ref Size | 512",
                "!Sub 'orders-${Stage}' | orders-dev",
                "{'Fn::Sub': 'orders-${Stage}'} | orders-dev",
                "!Sub ['${Table}-${Stage}', {Table: carts}] | carts-dev",
                "!Sub 'a-${!Stage}-b' | a-${Stage}-b",
                "!FindInMap [Sizes, !Ref Stage, memory] | 256",
                "!If [IsProd, 1024, 128] | 128",
                "!If [HasDomain, custom, plain] | plain",
                "!If [HasSecret, same, same] | same",
                "!Join ['-', [orders, !Ref Stage]] | orders-dev",
                "!Join ['', [a, b]] | ab",
                "!Select [1, !Split ['.', 'x.y.z']] | y",
                "!Select [0, !Ref Zones] | a",
                "!Sub [1, 2, 3, {}] | 1",
            })
    void what_the_template_says_is_evaluated(String written, String value) {
        assertThat(evaluated(written)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "!Ref Secret",
                "!Ref Domain",
                "!Ref Stored",
                "!Ref Missing",
                "!Ref 'AWS::Region'",
                "!Sub '${AWS::StackName}-x'",
                "!GetAtt Table.Arn",
                "!ImportValue shared",
                "!FindInMap [Sizes, !Ref Secret, memory]",
                "!FindInMap [Sizes, staging, memory]",
                "!If [HasSecret, a, b]",
                "!If [Itself, a, b]",
                "!If [a, b]",
                "!Select [9, [a]]",
                "!Select [x, [a]]",
                "!Join ['-', !Ref Secret]",
                "!Join x",
                "!Split ['', abc]",
                "'{{resolve:ssm:/shop/size}}'",
                "!Unheard [of]",
            })
    void what_the_deploy_computes_is_unknown(String written) {
        assertThat(evaluated(written)).isEqualTo("unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "IsProd, false",
        "IsDev, true",
        "HasSecret, unknown",
        "ProdAndSecret, false",
        "DevOrSecret, true",
        "DevAndSecret, unknown",
        "Itself, unknown",
        "Missing, unknown",
    })
    void conditions_have_three_truth_values(String condition, String holds) {
        Intrinsics intrinsics = new TemplateFolder(folder).intrinsics(TEMPLATE.formatted("x"));
        assertThat(intrinsics.condition(condition).map(String::valueOf).orElse("unknown"))
                .isEqualTo(holds);
    }

    @Test
    void no_value_is_no_property() {
        assertThat(evaluated("!If [IsProd, 3, !Ref 'AWS::NoValue']")).isEqualTo("absent");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "!Ref Orders | [Orders]",
                "!Ref Orders.Alias | [Orders]",
                "!GetAtt Orders.Arn | [Orders]",
                "{'Fn::GetAtt': [Orders, Arn]} | [Orders]",
                "!Sub 'arn:x:${Orders.Arn}/invocations' | [Orders]",
                "!Join ['/', [integrations, !Ref Route]] | [Route]",
                "{a: [{b: !Ref Orders}], c: !Sub ['${X}', {X: !Ref Carts}]} | [Carts, Orders, X]",
                "plain | []",
            })
    void references_are_found_at_any_depth(String written, String ids) {
        TemplateFolder templates = new TemplateFolder(folder);
        ConfigNode value = templates.document("Value: " + written).get("Value").orElseThrow();
        assertThat(templates.intrinsics("Resources: {}").references(value)).hasToString(ids);
    }

    @Test
    void choices_in_choices_are_evaluated_once_each() {
        String written = "!If [HasSecret, ".repeat(80) + "a" + ", b]".repeat(80);
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> evaluated(written));
        String both = "!Join ['', [!If [HasSecret, ".repeat(30) + "a" + ", b]]]".repeat(30);
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> evaluated(both));
    }

    private String evaluated(String written) {
        TemplateFolder templates = new TemplateFolder(folder);
        String text = TEMPLATE.formatted(written);
        Intrinsics intrinsics = templates.intrinsics(text);
        ConfigNode document = templates.document(text);
        return intrinsics
                .at(document, "Value")
                .map(node -> intrinsics.value(node).text().orElse("unknown"))
                .orElse("absent");
    }
}
