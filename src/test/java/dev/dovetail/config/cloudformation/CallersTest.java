package dev.dovetail.config.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallersTest {

    private static final String FUNCTION =
            """
            Orders:
              Type: AWS::Lambda::Function
              Properties: {Handler: app.handler, Code: src}
            """;

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "AWS::Events::Rule | {ScheduleExpression: rate(1 day), Targets: [{Arn: !GetAtt Orders.Arn}]} | schedule schedule=rate(1 day)",
                "AWS::Events::Rule | {EventPattern: {source: [x]}, Targets: [{Arn: !GetAtt Orders.Arn}]} | event",
                "AWS::Scheduler::Schedule | {ScheduleExpression: rate(1 day), Target: {Arn: !GetAtt Orders.Arn}} | schedule schedule=rate(1 day)",
                "AWS::S3::Bucket | {NotificationConfiguration: {LambdaConfigurations: [{Function: !GetAtt Orders.Arn}]}} | event",
                "AWS::SNS::Subscription | {Protocol: lambda, Endpoint: !GetAtt Orders.Arn} | event",
                "AWS::StepFunctions::StateMachine | {DefinitionString: !Sub '{\"Resource\": \"${Orders.Arn}\"}'} | event",
                "AWS::Lambda::Url | {TargetFunctionArn: !Ref Orders, InvokeMode: RESPONSE_STREAM} | http aws-lambda-function-url response-mode=stream payload-format=2.0",
                "AWS::ElasticLoadBalancingV2::TargetGroup | {TargetType: lambda, Targets: [{Id: !GetAtt Orders.Arn}]} | http aws-alb response-mode=buffered payload-format=alb",
                "AWS::Lambda::EventSourceMapping | {FunctionName: !Ref Orders, EventSourceArn: 'arn:aws:sqs:eu-west-1:1:jobs'} | queue jobs",
                "AWS::Lambda::EventSourceMapping | {FunctionName: !Ref Orders, EventSourceArn: !Ref Somewhere} | event",
                "AWS::Lambda::Permission | {FunctionName: !Ref Orders, Principal: s3.amazonaws.com} | event",
                "Custom::Seed | {ServiceToken: !GetAtt Orders.Arn} | event",
                "AWS::Serverless::WebSocketApi | {Routes: {$connect: {FunctionArn: !GetAtt Orders.Arn, IntegrationTimeout: 5000}}} | websocket $connect aws-api-gateway-websocket timeout=5000",
                "AWS::ApiGatewayV2::Api | {ProtocolType: HTTP, Target: !GetAtt Orders.Arn} | http aws-api-gateway-http response-mode=buffered payload-format=?",
            })
    void resources_that_call_a_function_are_its_triggers(
            String type, String properties, String trigger) {
        TemplateFolder templates = withCaller(type, properties);
        assertThat(templates.triggers("Orders")).containsExactly(trigger);
        assertThat(templates.unit("Orders").triggersKnown()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "AWS::CloudFormation::Stack | {TemplateURL: ./other.yaml, Parameters: {Target: !GetAtt Orders.Arn}}",
                "AWS::SSM::Parameter | {Value: !GetAtt Orders.Arn}",
                "AWS::VpcLattice::TargetGroup | {Targets: [{Id: !GetAtt Orders.Arn}]}",
                "AWS::Lambda::Permission | {FunctionName: !Ref Orders, Principal: '123456789012'}",
                "AWS::Lambda::Permission | {FunctionName: !Ref Orders, Principal: apigateway.amazonaws.com}",
                "AWS::Lambda::Function | {Environment: {Variables: {NEXT: !Ref Orders}}}",
            })
    void what_is_not_understood_leaves_a_doubt(String type, String properties) {
        TemplateFolder templates = withCaller(type, properties);
        assertThat(templates.triggers("Orders")).isEmpty();
        assertThat(templates.unit("Orders").triggersKnown()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "AWS::CloudWatch::Alarm | {Dimensions: [{Value: !Ref Orders}]}",
                "AWS::Logs::LogGroup | {LogGroupName: !Sub '/aws/lambda/${Orders}'}",
                "AWS::IAM::Policy | {PolicyDocument: {Resource: !GetAtt Orders.Arn}}",
                "AWS::Lambda::Version | {FunctionName: !Ref Orders}",
            })
    void what_only_speaks_of_a_function_does_not_call_it(String type, String properties) {
        TemplateFolder templates = withCaller(type, properties);
        assertThat(templates.triggers("Orders")).isEmpty();
        assertThat(templates.unit("Orders").triggersKnown()).isTrue();
    }

    private TemplateFolder withCaller(String type, String properties) {
        return new TemplateFolder(folder)
                .resources(
                        FUNCTION
                                + """
                                Caller:
                                  Type: %s
                                  Properties: %s
                                """
                                        .formatted(type, properties));
    }

    @Test
    void a_method_hangs_under_its_resources() {
        TemplateFolder templates =
                new TemplateFolder(folder)
                        .resources(
                                FUNCTION
                                        + """
                                        Api: {Type: AWS::ApiGateway::RestApi}
                                        Carts:
                                          Type: AWS::ApiGateway::Resource
                                          Properties: {ParentId: !GetAtt Api.RootResourceId, PathPart: carts}
                                        Cart:
                                          Type: AWS::ApiGateway::Resource
                                          Properties: {ParentId: !Ref Carts, PathPart: '{id}'}
                                        Get:
                                          Type: AWS::ApiGateway::Method
                                          Properties:
                                            HttpMethod: GET
                                            ResourceId: !Ref Cart
                                            RestApiId: !Ref Api
                                            Integration:
                                              Type: AWS_PROXY
                                              TimeoutInMillis: 9000
                                              ResponseTransferMode: STREAM
                                              Uri: !Sub "arn:aws:apigateway:x:lambda:path/functions/${Orders.Arn}/invocations"
                                        Allow:
                                          Type: AWS::Lambda::Permission
                                          Properties: {FunctionName: !Ref Orders, Principal: apigateway.amazonaws.com}
                                        """);
        assertThat(templates.triggers("Orders"))
                .containsExactly(
                        "http GET /carts/{id} aws-api-gateway-rest response-mode=stream"
                                + " timeout=9000 payload-format=1.0");
        assertThat(templates.unit("Orders").triggersKnown()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "HTTP | GET /carts | http GET /carts aws-api-gateway-http response-mode=buffered timeout=9000 payload-format=1.0",
                "HTTP | $default | http aws-api-gateway-http response-mode=buffered timeout=9000 payload-format=1.0",
                "WEBSOCKET | sendmessage | websocket sendmessage aws-api-gateway-websocket timeout=9000",
            })
    void a_route_leads_through_its_integration(String protocol, String key, String trigger) {
        TemplateFolder templates =
                new TemplateFolder(folder)
                        .resources(
                                FUNCTION
                                        + """
                                        Api:
                                          Type: AWS::ApiGatewayV2::Api
                                          Properties: {ProtocolType: %s}
                                        Route:
                                          Type: AWS::ApiGatewayV2::Route
                                          Properties:
                                            ApiId: !Ref Api
                                            RouteKey: %s
                                            Target: !Join [/, [integrations, !Ref Integration]]
                                        Integration:
                                          Type: AWS::ApiGatewayV2::Integration
                                          Properties:
                                            ApiId: !Ref Api
                                            IntegrationUri: !GetAtt Orders.Arn
                                            PayloadFormatVersion: "1.0"
                                            TimeoutInMillis: 9000
                                        """
                                                .formatted(protocol, key));
        assertThat(templates.triggers("Orders")).containsExactly(trigger);
        assertThat(templates.unit("Orders").triggersKnown()).isTrue();
    }

    @Test
    void an_openapi_document_beside_defines_routes() {
        TemplateFolder templates =
                new TemplateFolder(folder)
                        .with(
                                "openapi.yaml",
                                """
                                openapi: 3.0.1
                                paths:
                                  /carts:
                                    post:
                                      x-amazon-apigateway-integration:
                                        type: aws_proxy
                                        uri: {Fn::Sub: "arn:x:path/functions/${Orders.Arn}/invocations"}
                                        timeoutInMillis: 4000
                                """)
                        .resources(
                                FUNCTION
                                        + """
                                        Api:
                                          Type: AWS::Serverless::Api
                                          Properties:
                                            DefinitionBody:
                                              Fn::Transform:
                                                Name: AWS::Include
                                                Parameters: {Location: openapi.yaml}
                                        """);
        assertThat(templates.triggers("Orders"))
                .containsExactly(
                        "http POST /carts aws-api-gateway-rest response-mode=buffered timeout=4000"
                                + " payload-format=1.0");
        assertThat(templates.unit("Orders").triggers().get(0).place())
                .hasToString("openapi.yaml:4");
    }

    @Test
    void a_caller_that_is_perhaps_not_deployed_leaves_a_doubt() {
        TemplateFolder templates =
                new TemplateFolder(folder)
                        .with(
                                "template.yaml",
                                """
                                Parameters: {Stage: {Type: String}}
                                Conditions: {IsProd: !Equals [!Ref Stage, prod]}
                                Resources:
                                  Orders:
                                    Type: AWS::Lambda::Function
                                    Properties: {Handler: app.handler, Code: src}
                                  Url:
                                    Type: AWS::Lambda::Url
                                    Condition: IsProd
                                    Properties: {TargetFunctionArn: !Ref Orders}
                                """);
        assertThat(templates.triggers("Orders")).isEmpty();
        assertThat(templates.unit("Orders").triggersKnown()).isFalse();
    }
}
