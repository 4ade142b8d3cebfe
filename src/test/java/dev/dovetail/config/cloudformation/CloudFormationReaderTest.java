package dev.dovetail.config.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.config.ConfigReader;
import dev.dovetail.config.DeploymentUnit;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudFormationReaderTest {

    private static final String TEMPLATE =
            """
            Resources:
              Orders:
                Type: AWS::Serverless::Function
                Properties: {Handler: app.handler, Runtime: nodejs24.x}
            """;

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "template.yaml, true",
        "infra/orders.cfn.yml, true",
        "stack.template, true",
        "tests/template.yaml, false",
        "src/__snapshots__/template.yaml, false",
        "orders.integ.snapshot/orders.template, false",
        "template.txt, false",
    })
    void a_template_is_known_by_what_it_holds(String file, boolean isRead) {
        assertThat(new TemplateFolder(folder).with(file, TEMPLATE).units()).hasSize(isRead ? 1 : 0);
    }

    @Test
    void a_template_may_be_json() {
        TemplateFolder templates =
                new TemplateFolder(folder)
                        .with(
                                "cdk.out/shop.template.json",
                                """
                                {"Resources": {"Orders": {
                                  "Type": "AWS::Lambda::Function",
                                  "Properties": {
                                    "Handler": "app.handler", "Timeout": 30,
                                    "Code": {"S3Bucket": "b", "S3Key": {"Fn::Sub": "${Key}.zip"}}}}}}
                                """);
        assertThat(templates.unit("Orders").setting("timeout").orElseThrow().value().number())
                .hasValue(30_000.0);
    }

    @Test
    void what_sam_package_made_is_no_template_of_its_own() {
        TemplateFolder templates =
                new TemplateFolder(folder)
                        .with(
                                "output.yaml",
                                """
                                Resources:
                                  Orders:
                                    Type: AWS::Serverless::Function
                                    Properties:
                                      Handler: app.handler
                                      CodeUri: s3://bucket/0123456789abcdef0123456789abcdef
                                """);
        assertThat(templates.units()).isEmpty();
    }

    @Test
    void a_function_whose_condition_does_not_hold_by_default_is_no_unit() {
        TemplateFolder templates =
                new TemplateFolder(folder)
                        .with(
                                "template.yaml",
                                """
                                Parameters: {Stage: {Type: String, Default: dev}}
                                Conditions: {IsProd: !Equals [!Ref Stage, prod]}
                                Resources:
                                  Orders:
                                    Type: AWS::Serverless::Function
                                    Condition: IsProd
                                    Properties: {Handler: app.handler}
                                  Carts:
                                    Type: AWS::Serverless::Function
                                    Properties: {Handler: app.handler}
                                """);
        assertThat(templates.units()).extracting(DeploymentUnit::name).containsExactly("Carts");
    }

    @Test
    void a_loop_makes_a_function_per_round() {
        TemplateFolder templates =
                new TemplateFolder(folder)
                        .with(
                                "template.yaml",
                                """
                                Transform: [AWS::LanguageExtensions, AWS::Serverless-2016-10-31]
                                Resources:
                                  Fn::ForEach::Functions:
                                    - Name
                                    - [Orders, Carts]
                                    - ${Name}Function:
                                        Type: AWS::Serverless::Function
                                        Properties: {CodeUri: !Sub "./${Name}", Handler: app.handler}
                                """);
        assertThat(templates.units())
                .extracting(DeploymentUnit::name, DeploymentUnit::folder)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("OrdersFunction", "Orders"),
                        org.assertj.core.groups.Tuple.tuple("CartsFunction", "Carts"));
    }

    @Test
    void a_macro_of_the_accounts_own_may_add_anything() {
        DeploymentUnit unit =
                new TemplateFolder(folder)
                        .with("template.yaml", "Transform: OurMacro\n" + TEMPLATE)
                        .unit("Orders");
        assertThat(unit.triggersKnown()).isFalse();
        assertThat(unit.environmentKnown()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Resources: [AWS::Serverless::Function]",
                "Resources: {A: [AWS::Lambda::Function], B: AWS::Lambda::Function, C: }",
                "Resources: {A: {Type: [AWS::Lambda::Function]}}",
                "Resources: {A: {Type: AWS::Lambda::Function, Properties: 3, Metadata: x, Condition: []}}",
                "Resources: {A: {Type: AWS::Serverless::Function, Properties: {Timeout: {}, Events: [],"
                        + " Environment: x, Layers: 1, FileSystemConfigs: {a: b}, Architectures: {}}}}",
                "Globals: [1]\nConditions: x\nMappings: []\nParameters: 1\nOutputs: [1]\n"
                        + "Resources: {A: {Type: AWS::Serverless::Function, Properties: {Handler: !If [a, b, !FindInMap [x]]}}}",
                "Conditions: {A: !Not [!Condition B], B: !Or [!Condition A, !Condition A]}\n"
                        + "Resources: {A: {Type: AWS::Lambda::Function, Condition: A}}",
                "Resources:\n  A: {Type: AWS::Lambda::Function}\n"
                        + "  R: {Type: AWS::ApiGateway::Resource, Properties: {PathPart: a, ParentId: !Ref R}}\n"
                        + "  M: {Type: AWS::ApiGateway::Method, Properties: {ResourceId: !Ref R, Integration: {Uri: !Ref A}}}",
                "Resources: {'Fn::ForEach::X': [A, [b], {'Fn::ForEach::Y': [A, [c], 3]}], T: AWS::Lambda::Function}",
            })
    void wrong_types_and_cycles_are_borne(String text) {
        ConfigReader.Result result = new TemplateFolder(folder).with("template.yaml", text).read();
        assertThat(result.units()).hasSizeLessThan(2);
    }

    @Test
    void the_same_template_gives_the_same_units() {
        TemplateFolder templates = new TemplateFolder(folder).with("template.yaml", TEMPLATE);
        List<DeploymentUnit> units = templates.units();
        assertThat(templates.units()).isEqualTo(units);
    }
}
