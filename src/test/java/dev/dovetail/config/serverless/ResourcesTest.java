package dev.dovetail.config.serverless;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.TestDocuments;
import dev.dovetail.config.Trigger;
import dev.dovetail.workspace.DirectoryWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourcesTest {

    @TempDir Path folder;

    private DeploymentUnit unit(String events, String resources) throws IOException {
        Files.writeString(
                folder.resolve("serverless.yml"),
                """
                service: shop
                provider: {name: aws, runtime: nodejs22.x}
                custom: {patience: 90}
                functions:
                  list-orders:
                    handler: src/app.handler
                    events: [%s]
                resources: %s
                """
                        .formatted(events, resources));
        DirectoryWorkspace workspace = DirectoryWorkspace.open(folder);
        return new ServerlessReader()
                .read(workspace, TestDocuments.of(workspace))
                .units()
                .get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{Resources: {Jobs: {Type: AWS::SQS::Queue, Properties: {VisibilityTimeout: 45}}}} | 45000.0",
                "{Resources: {Jobs: {Type: AWS::SQS::Queue, Properties: {VisibilityTimeout: '${self:custom.patience}'}}}} | 90000.0",
                "{Resources: {Jobs: {Type: AWS::SQS::Queue}}} | 30000.0",
                "[{Resources: {Other: {Type: AWS::SNS::Topic}}}, {Resources: {Jobs: {Type: AWS::SQS::Queue}}}] | 30000.0",
                "{Resources: {Jobs: {Type: AWS::SQS::Queue, Properties: {VisibilityTimeout: '${env:PATIENCE}'}}}} | unknown",
                "{Resources: {}} | none",
                "text | none",
            })
    void a_queue_of_the_service_says_how_long_it_hides_messages(String resources, String hidden)
            throws IOException {
        Trigger queue = unit("{sqs: {arn: !GetAtt Jobs.Arn}}", resources).triggers().get(0);
        String value =
                queue.settings().containsKey(SettingName.VISIBILITY_TIMEOUT)
                        ? queue.settings()
                                .get(SettingName.VISIBILITY_TIMEOUT)
                                .value()
                                .text()
                                .orElse("unknown")
                        : "none";
        assertThat(value).isEqualTo(hidden);
    }

    @Test
    void resources_call_functions_by_the_logical_ids_that_the_framework_makes() throws IOException {
        DeploymentUnit unit =
                unit(
                        "",
                        "{Resources: {Url: {Type: AWS::Lambda::Url, Properties:"
                                + " {TargetFunctionArn: !GetAtt ListDashordersLambdaFunction.Arn}}}}");
        assertThat(unit.triggers()).extracting(Trigger::kind).containsExactly(Trigger.Kind.HTTP);
        assertThat(unit.triggersKnown()).isTrue();
    }

    @Test
    void a_resource_that_is_not_understood_leaves_a_doubt() throws IOException {
        DeploymentUnit unit =
                unit(
                        "{httpApi: '*'}",
                        "{Resources: {Stack: {Type: AWS::CloudFormation::Stack, Properties:"
                                + " {Parameters: {Target: !GetAtt ListDashordersLambdaFunction.Arn}}}}}");
        assertThat(unit.triggersKnown()).isFalse();
    }
}
