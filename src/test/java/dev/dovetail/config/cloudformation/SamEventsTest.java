package dev.dovetail.config.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamEventsTest {

    private static final String FUNCTION =
            """
            Jobs: {Type: AWS::SQS::Queue, Properties: {VisibilityTimeout: 90}}
            Plain: {Type: AWS::SQS::Queue}
            Orders:
              Type: AWS::Serverless::Function
              Properties:
                Handler: app.handler
                Events: {One: %s}
            """;

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{Type: Api, Properties: {Path: /a, Method: get}} | http GET /a aws-api-gateway-rest response-mode=buffered payload-format=1.0",
                "{Type: Api, Properties: {Path: /a, Method: any, TimeoutInMillis: 60000}} | http /a aws-api-gateway-rest response-mode=buffered timeout=60000 payload-format=1.0",
                "{Type: Api, Properties: {Path: /a, Method: get, ResponseTransferMode: RESPONSE_STREAM}} | http GET /a aws-api-gateway-rest response-mode=stream payload-format=1.0",
                "{Type: HttpApi} | http aws-api-gateway-http response-mode=buffered payload-format=2.0",
                "{Type: HttpApi, Properties: {Path: /a, Method: POST, PayloadFormatVersion: '1.0'}} | http POST /a aws-api-gateway-http response-mode=buffered payload-format=1.0",
                "{Type: HttpApi, Properties: {Path: /a, Method: GET, TimeoutInMillis: 9000}} | http GET /a aws-api-gateway-http response-mode=buffered timeout=9000 payload-format=2.0",
                "{Type: SQS, Properties: {Queue: !GetAtt Jobs.Arn}} | queue Jobs visibility-timeout=90000.0",
                "{Type: SQS, Properties: {Queue: !GetAtt Plain.Arn}} | queue Plain visibility-timeout=30000.0",
                "{Type: SQS, Properties: {Queue: !ImportValue jobs}} | queue",
                "{Type: SNS, Properties: {Topic: x}} | event",
                "{Type: SNS, Properties: {Topic: x, SqsSubscription: true}} | queue visibility-timeout=30000.0",
                "{Type: SNS, Properties: {SqsSubscription: {QueueArn: !GetAtt Jobs.Arn}}} | queue Jobs visibility-timeout=90000.0",
                "{Type: S3, Properties: {Bucket: x}} | event",
                "{Type: Schedule, Properties: {Schedule: rate(5 minutes)}} | schedule schedule=rate(5 minutes)",
                "{Type: ScheduleV2, Properties: {ScheduleExpression: rate(1 day)}} | schedule schedule=rate(1 day)",
                "{Type: Kinesis} | stream",
                "{Type: DynamoDB} | stream",
                "{Type: EventBridgeRule} | event",
                "{Type: NobodyKnows} | event",
            })
    void events_are_triggers(String event, String trigger) {
        TemplateFolder templates =
                new TemplateFolder(folder).resources(FUNCTION.formatted(event));
        assertThat(templates.triggers("Orders")).containsExactly(trigger);
        assertThat(templates.unit("Orders").triggersKnown()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"!Ref Something", "{Properties: {Path: /a}}", "[1, 2]", "{Type: !Ref Kind}"})
    void what_is_no_event_leaves_a_doubt(String event) {
        TemplateFolder templates =
                new TemplateFolder(folder).resources(FUNCTION.formatted(event));
        assertThat(templates.triggers("Orders")).isEmpty();
        assertThat(templates.unit("Orders").triggersKnown()).isFalse();
    }

    @Test
    void a_url_of_its_own_may_stream() {
        TemplateFolder templates =
                new TemplateFolder(folder)
                        .resources(
                                """
                                Orders:
                                  Type: AWS::Serverless::Function
                                  Properties:
                                    Handler: app.handler
                                    FunctionUrlConfig: {AuthType: NONE, InvokeMode: RESPONSE_STREAM}
                                """);
        assertThat(templates.triggers("Orders"))
                .containsExactly(
                        "http aws-lambda-function-url response-mode=stream payload-format=2.0");
        assertThat(templates.unit("Orders").setting("response-mode").orElseThrow().value().text())
                .hasValue("stream");
    }
}
