package dev.dovetail.config.constructs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.Setting;
import dev.dovetail.config.TestFolder;
import dev.dovetail.config.Trigger;
import dev.dovetail.engine.Analysis;
import dev.dovetail.knowledge.KnowledgeResource;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.workspace.DirectoryWorkspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CdkReaderTest {

    @TempDir Path root;
    private TestFolder folder;

    @BeforeEach
    void a_program() {
        folder =
                new TestFolder(root)
                        .write("infra/cdk.json", "{\"app\": \"npx ts-node bin/app.ts\"}")
                        .write("src/app.js", "exports.handler = async () => ({});\n")
                        .write("src/main.py", "def handle(event, context):\n    return {}\n");
    }

    private List<DeploymentUnit> units() throws IOException {
        Analysis analysis = new Analysis(DirectoryWorkspace.open(root), KnowledgeResource.load(), 1);
        return analysis.link(Optional.empty()).stream().map(LinkedUnit::unit).filter(unit -> unit.format().equals("aws-cdk")).toList();
    }

    private DeploymentUnit stack(String body) throws IOException {
        folder.write(
                "infra/lib/stack.ts",
                """
                import * as cdk from 'aws-cdk-lib';
                import * as path from 'path';
                import { Duration, Stack, aws_apigateway as apigateway, aws_sqs as sqs } from 'aws-cdk-lib';
                import * as lambda from 'aws-cdk-lib/aws-lambda';
                import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
                import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
                import { HttpApi, HttpMethod, WebSocketApi } from 'aws-cdk-lib/aws-apigatewayv2';
                import { HttpLambdaIntegration, WebSocketLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
                import * as events from 'aws-cdk-lib/aws-events';
                import * as targets from 'aws-cdk-lib/aws-events-targets';
                import * as s3n from 'aws-cdk-lib/aws-s3-notifications';
                import * as ecs from 'aws-cdk-lib/aws-ecs';
                import * as patterns from 'aws-cdk-lib/aws-ecs-patterns';

                export class ShopStack extends Stack {
                  constructor(scope: Construct, id: string) {
                    super(scope, id);
                    %s
                  }
                }
                """
                        .formatted(body));
        assertThat(units()).hasSize(1);
        return units().get(0);
    }

    private static final String FUNCTION =
            "const fn = new lambda.Function(this, 'Orders', { runtime: lambda.Runtime.NODEJS_24_X, handler: 'app.handler', code: lambda.Code.fromAsset('../src') });\n";

    private static String code(DeploymentUnit unit) {
        return unit.entryPoint() instanceof EntryPoint.Handler handler ? handler.reference() + " in " + handler.folder() : "unknown";
    }

    private static String triggers(DeploymentUnit unit) {
        String known = unit.triggers().stream().map(CdkReaderTest::trigger).collect(Collectors.joining(", "));
        return unit.triggersKnown() ? known : known + " and others";
    }

    private static String trigger(Trigger trigger) {
        String hop = trigger.hops().stream().map(each -> " by " + each.platform()).collect(Collectors.joining());
        return (trigger.kind() + trigger.method().map(method -> " " + method).orElse("") + trigger.path().map(path -> " " + path).orElse("") + hop)
                .toLowerCase(Locale.ROOT);
    }

    @Test
    void a_function_has_its_settings_with_their_places() throws IOException {
        DeploymentUnit unit =
                stack(
                        """
                        const fn = new lambda.Function(this, 'Orders', {
                          functionName: 'orders',
                          runtime: lambda.Runtime.PYTHON_3_13,
                          handler: 'main.handle',
                          code: lambda.Code.fromAsset(path.join(__dirname, '..', '..', 'src')),
                          timeout: Duration.minutes(2),
                          memorySize: 2 * 512,
                          architecture: lambda.Architecture.ARM_64,
                          ephemeralStorageSize: cdk.Size.gibibytes(1),
                          environment: { MODE: 'live', TABLE: process.env.TABLE },
                        });
                        fn.addEnvironment('MORE', '1');
                        """);
        assertThat(unit.name()).isEqualTo("orders");
        assertThat(code(unit)).isEqualTo("main.handle in src");
        assertThat(
                        List.of("runtime", "timeout", "memory", "architecture", "temporary-storage").stream()
                                .map(name -> TestFolder.setting(unit, name))
                                .collect(Collectors.joining(" ")))
                .isEqualTo("python3.13 120000.0 1024.0 arm64 1024");
        assertThat(unit.setting("memory").flatMap(Setting::place)).hasToString("Optional[infra/lib/stack.ts:24]");
        assertThat(TestFolder.variable(unit, "MODE")).isEqualTo("live");
        assertThat(TestFolder.variable(unit, "TABLE")).isEqualTo("unknown");
        assertThat(TestFolder.variable(unit, "MORE")).isEqualTo("1");
        assertThat(unit.environmentKnown()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "new lambda.Function(this, 'F', { runtime: lambda.Runtime.NODEJS_24_X, handler: 'app.handler', code: lambda.Code.fromAsset('../src') }) | app.handler in src",
                "new lambda.Function(this, 'F', { runtime: new lambda.Runtime('nodejs24.x'), handler: `app.handler`, code: new lambda.AssetCode('../src') }) | app.handler in src",
                "new lambda.Function(this, 'F', { runtime: lambda.Runtime.NODEJS_24_X, handler: 'app.handler', code: lambda.Code.fromInline('x') }) | unknown",
                "new lambda.Function(this, 'F', { runtime: lambda.Runtime.NODEJS_24_X, handler: 'app.handler', code: lambda.Code.fromBucket(b, 'k') }) | unknown",
                "new lambda.Function(this, 'F', { runtime: lambda.Runtime.NODEJS_24_X, handler: 'app.handler', code: lambda.Code.fromAsset(where()) }) | unknown",
                "new lambda.Function(this, 'F', { runtime: lambda.Runtime.NODEJS_24_X, handler: name, code: lambda.Code.fromAsset('../src') }) | unknown",
                "new lambda.Function(this, 'F', { runtime: lambda.Runtime.NODEJS_LATEST, handler: 'app.handler', code: lambda.Code.fromAsset('../src') }) | unknown",
                "new NodejsFunction(this, 'F', { entry: path.join(__dirname, '../../src/app.js') }) | app.handler in src",
                "new NodejsFunction(this, 'F', { entry: '../src/app.js', handler: 'other' }) | app.other in src",
                "new NodejsFunction(this, 'audit', {}) | unknown",
            })
    void code_is_where_the_construct_takes_it_from(String construct, String entry) throws IOException {
        folder.write("infra/lib/stack.audit.ts", "export const handler = async () => ({});\n");
        assertThat(code(stack(construct.replace('`', '\'') + ";"))).isEqualTo(entry);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "fn.addFunctionUrl({ authType: lambda.FunctionUrlAuthType.NONE }); | http by aws-lambda-function-url",
                "fn.addEventSource(new SqsEventSource(new sqs.Queue(this, 'Jobs', { visibilityTimeout: Duration.seconds(60) }))); | queue jobs",
                "new events.Rule(this, 'Nightly', { schedule: events.Schedule.cron({ hour: '3' }), targets: [new targets.LambdaFunction(fn)] }); | schedule",
                "const rule = new events.Rule(this, 'R', { eventPattern: {} }); rule.addTarget(new targets.LambdaFunction(fn)); | event",
                "bucket.addEventNotification(1, new s3n.LambdaDestination(fn)); | ``",
                "new apigateway.LambdaRestApi(this, 'Api', { handler: fn }); | http / by aws-api-gateway-rest, http /{proxy+} by aws-api-gateway-rest",
                "const api = new apigateway.RestApi(this, 'Api'); api.root.addResource('orders').addResource('{id}').addMethod('GET', new apigateway.LambdaIntegration(fn)); | http get /orders/{id} by aws-api-gateway-rest",
                "const api = new HttpApi(this, 'Api'); api.addRoutes({ path: '/orders', methods: [HttpMethod.GET, HttpMethod.POST], integration: new HttpLambdaIntegration('i', fn) }); | http get /orders by aws-api-gateway-http, http post /orders by aws-api-gateway-http",
                "new HttpApi(this, 'Api', { defaultIntegration: new HttpLambdaIntegration('i', fn) }); | http by aws-api-gateway-http",
                "const chat = new WebSocketApi(this, 'Chat', { connectRouteOptions: { integration: new WebSocketLambdaIntegration('c', fn) } }); | websocket $connect by aws-api-gateway-websocket",
                "const chat = new WebSocketApi(this, 'Chat'); chat.addRoute('send', { integration: new WebSocketLambdaIntegration('s', fn) }); | websocket send by aws-api-gateway-websocket",
                "table.grantReadData(fn); fn.addToRolePolicy(policy); new cdk.CfnOutput(this, 'Arn', { value: fn.functionArn }); | ``",
                "const api = new apigateway.RestApi(this, 'Api'); const m = api.root.addMethod('GET', new apigateway.LambdaIntegration(fn)); (m.node.defaultChild as apigateway.CfnMethod).addPropertyOverride('Integration.Uri', uri); | ` and others`",
                "const dead = new sqs.Queue(this, 'Dead'); const jobs = new sqs.Queue(this, 'Jobs', { deadLetterQueue: { queue: dead, maxReceiveCount: 3 } }); fn.addEventSource(new SqsEventSource(jobs)); | queue jobs",
                "new custom.Provider(this, 'P', { onEventHandler: fn }); | ``",
                "new cdk.aws_stepfunctions_tasks.LambdaInvoke(this, 'Step', { lambdaFunction: fn }); | ` and others`",
            })
    void what_is_given_the_function_calls_it(String calls, String triggers) throws IOException {
        DeploymentUnit unit = stack(FUNCTION + calls);
        assertThat(triggers(unit)).isEqualTo(triggers);
    }

    @Test
    void a_function_of_a_distribution_runs_at_its_edge() throws IOException {
        DeploymentUnit unit =
                stack(
                        FUNCTION
                                + """
                                new cdk.aws_cloudfront.Distribution(this, 'Site', {
                                  defaultBehavior: { origin, edgeLambdas: [{ functionVersion: fn.currentVersion, eventType: 1 }] },
                                });
                                """);
        assertThat(unit.host()).isEqualTo("aws-lambda-edge");
    }

    @Test
    void python_has_keywords() throws IOException {
        folder.write(
                "infra/stack.py",
                """
                import os
                from aws_cdk import Duration, Stack, aws_lambda as _lambda
                from aws_cdk.aws_apigateway import LambdaRestApi


                class ShopStack(Stack):
                    def __init__(self, scope, construct_id, **kwargs):
                        super().__init__(scope, construct_id, **kwargs)
                        self.orders = _lambda.Function(
                            self,
                            "Orders",
                            runtime=_lambda.Runtime.PYTHON_3_13,
                            handler="main.handle",
                            code=_lambda.Code.from_asset(os.path.join(os.path.dirname(__file__), "../src")),
                            memory_size=512,
                            timeout=Duration.seconds(20),
                            environment={"MODE": "live"},
                        )
                        LambdaRestApi(self, "Api", handler=self.orders, proxy=False).root.add_resource("orders").add_method("GET")
                """);
        DeploymentUnit unit = units().get(0);
        assertThat(unit.name()).isEqualTo("Orders");
        assertThat(code(unit)).isEqualTo("main.handle in src");
        assertThat(TestFolder.setting(unit, "memory")).isEqualTo("512");
        assertThat(TestFolder.setting(unit, "timeout")).isEqualTo("20000.0");
        assertThat(TestFolder.variable(unit, "MODE")).isEqualTo("live");
        assertThat(triggers(unit)).isEqualTo("http get /orders by aws-api-gateway-rest");
    }

    @Test
    void java_has_builders() throws IOException {
        folder.write(
                "infra/src/main/java/shop/ShopStack.java",
                """
                package shop;

                import software.amazon.awscdk.Duration;
                import software.amazon.awscdk.Stack;
                import software.amazon.awscdk.services.lambda.Code;
                import software.amazon.awscdk.services.lambda.Function;
                import software.amazon.awscdk.services.lambda.Runtime;

                public class ShopStack extends Stack {
                    public ShopStack(final Construct scope, final String id) {
                        super(scope, id);
                        final Function orders = Function.Builder.create(this, "Orders")
                                .runtime(Runtime.NODEJS_24_X)
                                .handler("app.handler")
                                .code(Code.fromAsset("../src"))
                                .timeout(Duration.seconds(20))
                                .memorySize(512)
                                .build();
                    }
                }
                """);
        assertThat(units()).hasSize(1);
        DeploymentUnit unit = units().get(0);
        assertThat(unit.name()).isEqualTo("Orders");
        assertThat(code(unit)).isEqualTo("app.handler in src");
        assertThat(TestFolder.setting(unit, "memory")).isEqualTo("512");
        assertThat(TestFolder.setting(unit, "timeout")).isEqualTo("20000.0");
    }

    @Test
    void services_of_ecs_run_the_image_that_the_program_builds() throws IOException {
        folder.write("web/Dockerfile", "FROM node:24\nWORKDIR /app\nCOPY . .\nCMD [\"node\", \"server.js\"]\n").write("web/server.js", "");
        DeploymentUnit unit =
                stack(
                        """
                        const service = new patterns.ApplicationLoadBalancedFargateService(this, 'Web', {
                          cpu: 512,
                          memoryLimitMiB: 1024,
                          desiredCount: 2,
                          taskImageOptions: {
                            image: ecs.ContainerImage.fromAsset(path.join(__dirname, '../../web')),
                            containerPort: 3000,
                            environment: { MODE: 'live' },
                          },
                        });
                        service.targetGroup.configureHealthCheck({ path: '/health' });
                        service.targetGroup.enableCookieStickiness(Duration.hours(1));
                        const scaling = service.service.autoScaleTaskCount({ maxCapacity: 4 });
                        """);
        assertThat(TestFolder.entry(unit)).isEqualTo("web/server.js");
        assertThat(
                        List.of("port", "replicas", "max-replicas", "memory", "cpu", "session-affinity", "health-check-path").stream()
                                .map(name -> TestFolder.setting(unit, name))
                                .collect(Collectors.joining(" ")))
                .isEqualTo("3000 2 4 1024.0 0.5 true /health");
        assertThat(TestFolder.variable(unit, "MODE")).isEqualTo("live");
        assertThat(triggers(unit)).isEqualTo("http by aws-alb");
    }

    @Test
    void a_task_has_the_containers_that_are_added_to_it() throws IOException {
        folder.write("web/Dockerfile", "FROM node:24\nWORKDIR /app\nCOPY . .\nCMD [\"node\", \"server.js\"]\n").write("web/server.js", "").write("web/worker.js", "");
        DeploymentUnit unit =
                stack(
                        """
                        const task = new ecs.FargateTaskDefinition(this, 'Task', { cpu: 256 });
                        const container = task.addContainer('worker', {
                          image: ecs.ContainerImage.fromAsset('../web'),
                          command: ['node', 'worker.js'],
                        });
                        new ecs.FargateService(this, 'Worker', { taskDefinition: task, desiredCount: 3 });
                        """);
        assertThat(unit.name()).isEqualTo("Worker");
        assertThat(TestFolder.entry(unit)).isEqualTo("web/worker.js");
        assertThat(TestFolder.setting(unit, "replicas")).isEqualTo("3");
    }

    @Test
    void programs_for_tests_and_those_that_construct_nothing_make_no_units() throws IOException {
        folder.write("infra/test/stack.test.ts", "import * as lambda from 'aws-cdk-lib/aws-lambda';\nnew lambda.Function(this, 'F', {});\n")
                .write("infra/lib/stack.ts", "import { Stack } from 'aws-cdk-lib';\nexport class Empty extends Stack {}\n");
        assertThat(units()).isEmpty();
    }

    @Test
    void templates_that_were_made_before_are_read_instead() throws IOException {
        folder.write("infra/cdk.out/Shop.template.json", "{\"Resources\": {}}");
        folder.write("infra/lib/stack.ts", "import * as lambda from 'aws-cdk-lib/aws-lambda';\nnew lambda.Function(this, 'F', {});\n");
        assertThat(units()).isEmpty();
    }

    @Test
    void a_mistake_in_the_program_costs_no_more_than_its_line() throws IOException {
        DeploymentUnit unit = stack(FUNCTION + "const x = = 5;\nfn.addFunctionUrl();");
        assertThat(code(unit)).isEqualTo("app.handler in src");
    }
}
