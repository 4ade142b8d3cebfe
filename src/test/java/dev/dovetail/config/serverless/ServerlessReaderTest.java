package dev.dovetail.config.serverless;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.documents.WorkspaceDocuments;
import dev.dovetail.workspace.DirectoryWorkspace;
import dev.dovetail.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerlessReaderTest {

    private static final String SERVICE =
            """
            service: orders
            frameworkVersion: '%s'
            %s
            provider:
              name: aws
              runtime: nodejs24.x
            functions:
              create:
                handler: src/orders.create
            """;

    @TempDir Path root;

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private List<DeploymentUnit> units() throws IOException {
        Workspace workspace = DirectoryWorkspace.open(root);
        return new ServerlessReader().read(workspace, new WorkspaceDocuments(workspace)).units();
    }

    private DeploymentUnit only(String service) throws IOException {
        write("serverless.yml", service);
        assertThat(units()).hasSize(1);
        return units().get(0);
    }

    /** One function whose only event is written so. */
    private Trigger event(String written) throws IOException {
        String service =
                """
                service: orders
                provider:
                  name: aws
                  runtime: nodejs24.x
                functions:
                  create:
                    handler: src/orders.create
                    events:
                      - %s
                """;
        List<Trigger> triggers = only(service.formatted(written)).triggers();
        assertThat(triggers).hasSize(1);
        return triggers.get(0);
    }

    private static String shown(Trigger trigger) {
        return trigger.kind()
                + trigger.hops().stream().map(hop -> " " + hop.platform()).reduce("", String::concat)
                + trigger.method().map(method -> " " + method).orElse("")
                + trigger.path().map(path -> " " + path).orElse("");
    }

    private static String setting(DeploymentUnit unit, String name) {
        return unit.setting(name).flatMap(set -> set.value().text()).orElse("none");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http: GET /orders                            | HTTP aws-api-gateway-rest GET /orders",
                "http: {method: post, path: orders}           | HTTP aws-api-gateway-rest POST /orders",
                "http: {method: any, path: '/{proxy+}'}       | HTTP aws-api-gateway-rest /{proxy+}",
                "http: {method: get, path: a, async: true}    | EVENT",
                "httpApi: 'PUT /orders/{id}'                  | HTTP aws-api-gateway-http PUT /orders/{id}",
                "httpApi: '*'                                 | HTTP aws-api-gateway-http",
                "httpApi: {method: GET, path: /orders}        | HTTP aws-api-gateway-http GET /orders",
                "websocket: $connect                          | WEBSOCKET aws-api-gateway-websocket $connect",
                "websocket: {route: message}                  | WEBSOCKET aws-api-gateway-websocket message",
                "alb: {listenerArn: arn, priority: 1}         | HTTP aws-alb",
                "schedule: rate(1 day)                        | SCHEDULE",
                "schedule: {rate: ['cron(0 6 * * ? *)']}      | SCHEDULE",
                "sqs: arn:aws:sqs:eu-west-1:123456789012:jobs | QUEUE",
                "stream: {type: kinesis, arn: arn}            | STREAM",
                "kafka: {topic: orders}                       | STREAM",
                "s3: photos                                   | EVENT",
                "sns: orders                                  | EVENT",
                "eventBridge: {pattern: {source: [orders]}}   | EVENT",
                "cognitoUserPool: {pool: shop}                | EVENT",
            })
    void an_event_is_a_trigger_with_its_hop(String written, String expected) throws IOException {
        assertThat(shown(event(written))).isEqualTo(expected);
    }

    @Test
    void a_function_url_is_a_way_in_beside_the_events() throws IOException {
        DeploymentUnit unit =
                only(SERVICE.formatted("4", "") + "    url: {invokeMode: RESPONSE_STREAM}\n");
        assertThat(unit.triggers()).extracting(ServerlessReaderTest::shown)
                .containsExactly("HTTP aws-lambda-function-url");
        assertThat(setting(unit, SettingName.RESPONSE_MODE)).isEqualTo("stream");
    }

    @Test
    void a_function_overrides_the_provider_and_the_framework_has_defaults() throws IOException {
        write(
                "serverless.yml",
                """
                service: orders
                provider:
                  name: aws
                  runtime: nodejs24.x
                  timeout: 20
                  environment: {TABLE: orders, STAGE: dev}
                functions:
                  create:
                    handler: src/orders.create
                    timeout: 40
                    memorySize: 256
                    runtime: nodejs22.x
                    environment: {TABLE: other}
                  list:
                    handler: src/orders.list
                """);
        DeploymentUnit create = units().get(0);
        DeploymentUnit list = units().get(1);
        assertThat(setting(create, SettingName.TIMEOUT)).isEqualTo("40000.0");
        assertThat(setting(create, SettingName.MEMORY)).isEqualTo("256");
        assertThat(setting(create, SettingName.RUNTIME)).isEqualTo("nodejs22.x");
        assertThat(create.environment().get("TABLE").value().text()).contains("other");
        assertThat(create.environment()).containsKey("STAGE");
        assertThat(setting(list, SettingName.TIMEOUT)).isEqualTo("20000.0");
        assertThat(setting(list, SettingName.MEMORY)).isEqualTo("1024.0");
        assertThat(list.setting(SettingName.MEMORY).orElseThrow().origin())
                .isEqualTo(Setting.Origin.DEFAULT);
    }

    @Test
    void version_4_has_a_default_runtime_and_older_ones_have_another() throws IOException {
        String noRuntime =
                """
                service: orders
                frameworkVersion: '%s'
                provider: {name: aws}
                functions:
                  create: {handler: src/orders.create}
                """;
        assertThat(setting(only(noRuntime.formatted("4")), SettingName.RUNTIME))
                .isEqualTo("nodejs20.x");
        assertThat(setting(only(noRuntime.formatted("3")), SettingName.RUNTIME)).isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3 |                                     | none | none",
                "3 | plugins: [serverless-offline]       | none | none",
                "3 | plugins: [serverless-esbuild]       | none | true",
                "3 | plugins: {modules: [serverless-webpack]} | true | true",
                "3 | plugins: [serverless-wsgi]          | true | true",
                "3 | plugins: [a-plugin-nobody-knows]    | none | true",
                "3 | 'package: {artifact: build/a.zip}'  | true | none",
                "4 |                                     | none | true",
            })
    void plugins_and_versions_say_what_stands_between_source_and_handler(
            String version, String key, String mayDiffer, String built) throws IOException {
        DeploymentUnit unit = only(SERVICE.formatted(version, key == null ? "" : key));
        assertThat(setting(unit, SettingName.HANDLER_MAY_DIFFER)).isEqualTo(mayDiffer);
        assertThat(setting(unit, SettingName.BUILT)).isEqualTo(built);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "newrelic-lambda-wrapper.handler",
                "/opt/nodejs/handler.handler",
                "node_modules/datadog-lambda-js/dist/handler.handler",
                "${ssm:/orders/handler}",
                "../../elsewhere.handler",
            })
    void a_handler_that_is_not_the_services_own_is_unknown(String handler) throws IOException {
        DeploymentUnit unit =
                only(SERVICE.formatted("3", "").replace("src/orders.create", handler));
        assertThat(unit.entryPoint()).isInstanceOf(EntryPoint.Unknown.class);
    }

    @Test
    void an_image_has_no_handler_and_no_runtime_to_judge() throws IOException {
        DeploymentUnit unit =
                only(SERVICE.formatted("3", "").replace("handler: src/orders.create", "image: orders"));
        assertThat(unit.entryPoint()).isInstanceOf(EntryPoint.Unknown.class);
        assertThat(setting(unit, SettingName.PACKAGE_TYPE)).isEqualTo("image");
    }

    @Test
    void services_of_a_monorepo_are_read_each_from_its_own_folder() throws IOException {
        write("services/orders/serverless.yml", SERVICE.formatted("3", ""));
        write("services/invoices/serverless.yaml", SERVICE.formatted("3", ""));
        write("services/mails/serverless.json",
                """
                {"service": "mails", "provider": {"name": "aws", "runtime": "nodejs24.x"},
                 "functions": {"send": {"handler": "src/mails.send"}}}
                """);
        write("serverless-compose.yml", "services:\n  orders: {path: services/orders}\n");
        assertThat(units())
                .extracting(unit -> ((EntryPoint.Handler) unit.entryPoint()).folder())
                .containsExactlyInAnyOrder(
                        "services/orders", "services/invoices", "services/mails");
    }

    @Test
    void a_service_of_another_provider_has_no_lambda_functions() throws IOException {
        write("serverless.yml", SERVICE.formatted("3", "").replace("name: aws", "name: google"));
        assertThat(units()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "useDotenv: true",
                "plugins: [serverless-dotenv-plugin]",
            })
    void variables_that_a_file_brings_leave_the_environment_open(String key) throws IOException {
        assertThat(only(SERVICE.formatted("3", key)).environmentKnown()).isFalse();
    }
}
