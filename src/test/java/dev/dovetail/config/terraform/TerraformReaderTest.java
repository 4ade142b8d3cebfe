package dev.dovetail.config.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.config.ConfigReader;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.Setting;
import dev.dovetail.config.TestDocuments;
import dev.dovetail.config.TestFolder;
import dev.dovetail.config.Trigger;
import dev.dovetail.workspace.DirectoryWorkspace;
import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerraformReaderTest {

    private static final String FUNCTION =
            """
            resource "aws_lambda_function" "orders" {
              function_name = "orders"
              filename      = "${path.module}/../src"
              handler       = "app.handler"
              runtime       = "nodejs24.x"
              %s
            }
            """;

    @TempDir Path root;
    private TestFolder folder;

    @BeforeEach
    void a_folder() {
        folder = new TestFolder(root).write("src/app.js", "");
    }

    private List<DeploymentUnit> units() {
        return folder.units(new TerraformReader());
    }

    private DeploymentUnit unit(String hcl) {
        folder.write("infra/main.tf", hcl);
        assertThat(units()).hasSize(1);
        return units().get(0);
    }

    private List<Notification> notifications() throws IOException {
        Workspace workspace = DirectoryWorkspace.open(root);
        ConfigReader.Result result = new TerraformReader().read(workspace, TestDocuments.of(workspace));
        return result.notifications();
    }

    private static String code(DeploymentUnit unit) {
        return unit.entryPoint() instanceof EntryPoint.Handler handler
                ? handler.reference() + " in " + (handler.folder().isEmpty() ? "the root" : handler.folder())
                : "unknown";
    }

    private static String place(DeploymentUnit unit, String setting) {
        return unit.setting(setting).flatMap(Setting::place).map(Object::toString).orElse("none");
    }

    private static String triggers(DeploymentUnit unit) {
        String known =
                unit.triggers().stream().map(TerraformReaderTest::trigger).collect(Collectors.joining(", "));
        return unit.triggersKnown() ? known : known + " and others";
    }

    private static String trigger(Trigger trigger) {
        String hop = trigger.hops().stream().map(each -> " by " + each.platform()).collect(Collectors.joining());
        return (trigger.kind()
                        + trigger.method().map(method -> " " + method).orElse("")
                        + trigger.path().map(path -> " " + path).orElse("")
                        + hop)
                .toLowerCase(java.util.Locale.ROOT);
    }

    @Test
    void a_function_has_its_settings_with_their_places() {
        DeploymentUnit unit =
                unit(
                        FUNCTION.formatted(
                                """
                                timeout     = var.seconds
                                  memory_size = 2 * 512
                                  architectures = ["arm64"]
                                  ephemeral_storage {
                                    size = 1024
                                  }
                                  file_system_config {
                                    arn              = aws_efs_access_point.data.arn
                                    local_mount_path = "/mnt/data"
                                  }
                                  environment {
                                    variables = merge({ A = "1" }, { B = aws_s3_bucket.files.id })
                                  }
                                """)
                                + "variable \"seconds\" {\n  default = 45\n}\n");
        assertThat(unit.name()).isEqualTo("orders");
        assertThat(unit.format()).isEqualTo("terraform");
        assertThat(unit.place()).hasToString("infra/main.tf:1");
        assertThat(code(unit)).isEqualTo("app.handler in src");
        assertThat(TestFolder.setting(unit, "timeout")).isEqualTo("45000.0");
        assertThat(place(unit, "timeout")).isEqualTo("infra/main.tf:22");
        assertThat(TestFolder.setting(unit, "memory")).isEqualTo("1024");
        assertThat(place(unit, "memory")).isEqualTo("infra/main.tf:7");
        assertThat(TestFolder.setting(unit, "architecture")).isEqualTo("arm64");
        assertThat(TestFolder.setting(unit, "temporary-storage")).isEqualTo("1024");
        assertThat(unit.mounts()).hasSize(1);
        assertThat(TestFolder.variable(unit, "A")).isEqualTo("1");
        assertThat(TestFolder.variable(unit, "B")).isEqualTo("unknown");
        assertThat(unit.environmentKnown()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "filename = \"${path.module}/../src\" | app.handler in src",
                "filename = \"../dist/app.zip\" | app.handler in the root",
                "filename = data.archive_file.dir.output_path | app.handler in src",
                "filename = \"out/dir.zip\" | app.handler in src",
                "filename = data.archive_file.file.output_path | app.handler in src",
                "filename = data.archive_file.parts.output_path | app.handler in src",
                "filename = data.archive_file.text.output_path | unknown",
                "filename = aws_s3_object.code.source | app.handler in src",
                "s3_key = aws_s3_object.code.key | app.handler in src",
                "s3_key = \"builds/app.zip\" | unknown",
                "filename = var.archive | unknown",
                "filename = \"../../outside/app.zip\" | unknown",
                "image_uri = \"1.dkr.ecr.eu-west-1.amazonaws.com/x\" | unknown",
            })
    void the_code_of_a_function_is_where_its_archive_comes_from(String code, String entry) {
        DeploymentUnit unit =
                unit(
                        """
                        resource "aws_lambda_function" "orders" {
                          %s
                          handler = "app.handler"
                          runtime = "nodejs24.x"
                        }
                        data "archive_file" "dir" {
                          type        = "zip"
                          source_dir  = "${path.module}/../src"
                          output_path = "${path.module}/out/dir.zip"
                        }
                        data "archive_file" "file" {
                          type        = "zip"
                          source_file = "../src/app.js"
                          output_path = "out/file.zip"
                        }
                        data "archive_file" "parts" {
                          type        = "zip"
                          output_path = "out/parts.zip"
                          source {
                            content  = file("../src/app.js")
                            filename = "app.js"
                          }
                        }
                        data "archive_file" "text" {
                          type        = "zip"
                          output_path = "out/text.zip"
                          source {
                            content  = "exports.handler = 1"
                            filename = "app.js"
                          }
                        }
                        resource "aws_s3_object" "code" {
                          bucket = "code"
                          key    = "app.zip"
                          source = data.archive_file.dir.output_path
                        }
                        variable "archive" {}
                        """
                                .formatted(code));
        assertThat(code(unit)).isEqualTo(entry);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "FROM public.ecr.aws/lambda/python:3.13;COPY main.py ${LAMBDA_TASK_ROOT}/;CMD [\"main.handle\"] | main.handle in worker",
                "FROM public.ecr.aws/lambda/python:3.13;COPY . .;CMD [\"main.handle\"] | main.handle in worker",
                "FROM public.ecr.aws/lambda/nodejs:24 AS build;COPY . .;RUN npm run build;FROM public.ecr.aws/lambda/nodejs:24;COPY --from=build /var/task/dist ./;CMD [\"main.handle\"] | main.handle in worker/dist",
                "FROM python:3.13-slim;WORKDIR /work;COPY main.py .;ENTRYPOINT [\"python\", \"-m\", \"awslambdaric\"];CMD [\"main.handle\"] | main.handle in worker",
                "FROM public.ecr.aws/lambda/python:3.13;COPY . .;CMD main.handle | unknown",
                "FROM public.ecr.aws/lambda/python:3.13;COPY . . | unknown",
                "FROM public.ecr.aws/lambda/python:3.13;COPY app.py .;CMD [\"main.handle\"] | unknown",
                "FROM python:3.13-slim;COPY . .;CMD [\"python\", \"main.py\"] | unknown",
            })
    void the_command_of_an_image_is_the_handler(String dockerfile, String entry) {
        folder.write("worker/Dockerfile", dockerfile.replace(';', '\n')).write("worker/main.py", "").write("worker/app.py", "");
        DeploymentUnit unit =
                unit(
                        """
                        resource "aws_lambda_function" "worker" {
                          package_type = "Image"
                          image_uri    = "${aws_ecr_repository.worker.repository_url}:live"
                        }
                        resource "aws_ecr_repository" "worker" {
                          name = "worker"
                        }
                        """);
        assertThat(code(unit)).isEqualTo(entry);
    }

    @Test
    void config_may_start_another_handler_of_an_image() {
        folder.write("worker/Dockerfile", "FROM public.ecr.aws/lambda/python:3.13\nCOPY . .\nCMD [\"main.handle\"]\n").write("worker/main.py", "").write("worker/app.py", "");
        DeploymentUnit unit =
                unit("resource \"aws_lambda_function\" \"worker\" {\n  image_uri = var.image\n  image_config {\n    command = [\"app.other\"]\n  }\n}\nvariable \"image\" {}\n");
        assertThat(code(unit)).isEqualTo("app.other in worker");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "resource \"aws_lambda_function_url\" \"u\" {~ function_name = aws_lambda_function.orders.function_name~} | http by aws-lambda-function-url",
                "resource \"aws_lambda_event_source_mapping\" \"m\" {~ event_source_arn = aws_sqs_queue.jobs.arn~ function_name = aws_lambda_function.orders.arn~} | queue jobs",
                "resource \"aws_lambda_event_source_mapping\" \"m\" {~ event_source_arn = aws_dynamodb_table.t.stream_arn~ function_name = \"orders\"~} | stream",
                "resource \"aws_cloudwatch_event_target\" \"t\" {~ rule = aws_cloudwatch_event_rule.nightly.name~ arn = aws_lambda_function.orders.arn~} | schedule",
                "resource \"aws_cloudwatch_event_target\" \"t\" {~ rule = \"created\"~ arn = aws_lambda_function.orders.arn~} | event",
                "resource \"aws_scheduler_schedule\" \"s\" {~ schedule_expression = \"rate(1 day)\"~ target {~ arn = aws_lambda_function.orders.arn~ }~} | schedule",
                "resource \"aws_sns_topic_subscription\" \"s\" {~ endpoint = aws_lambda_function.orders.arn~} | event",
                "resource \"aws_lambda_permission\" \"p\" {~ function_name = aws_lambda_function.orders.function_name~ principal = \"s3.amazonaws.com\"~} | event",
                "resource \"aws_lambda_permission\" \"p\" {~ function_name = aws_lambda_function.orders.function_name~ principal = \"123456789012\"~} | ` and others`",
                "resource \"aws_ssm_parameter\" \"p\" {~ value = aws_lambda_function.orders.arn~} | ` and others`",
                "resource \"aws_cloudwatch_metric_alarm\" \"a\" {~ dimensions = { FunctionName = aws_lambda_function.orders.function_name }~} | ``",
                "resource \"aws_lb_target_group_attachment\" \"a\" {~ target_group_arn = \"x\"~ target_id = aws_lambda_function.orders.arn~} | http by aws-alb",
                "resource \"aws_lambda_function_url\" \"u\" {~ count = var.public ? 1 : 0~ function_name = aws_lambda_function.orders.function_name~} | ` and others`",
                "resource \"aws_lambda_function_url\" \"u\" {~ count = 0~ function_name = aws_lambda_function.orders.function_name~} | ``",
                "resource \"aws_lambda_alias\" \"live\" {~ function_name = aws_lambda_function.orders.function_name~}~resource \"aws_lambda_function_url\" \"u\" {~ function_name = aws_lambda_alias.live.arn~} | http by aws-lambda-function-url",
            })
    void what_calls_a_function_makes_its_triggers(String caller, String triggers) {
        DeploymentUnit unit =
                unit(
                        FUNCTION.formatted("")
                                + """
                                variable "public" {}
                                resource "aws_sqs_queue" "jobs" {
                                  name                       = "jobs"
                                  visibility_timeout_seconds = 60
                                }
                                resource "aws_dynamodb_table" "t" {
                                }
                                resource "aws_cloudwatch_event_rule" "nightly" {
                                  schedule_expression = "cron(0 3 * * ? *)"
                                }
                                resource "aws_cloudwatch_event_rule" "created" {
                                  name          = "created"
                                  event_pattern = "{}"
                                }
                                """
                                + caller.replace('~', '\n'));
        assertThat(triggers(unit)).isEqualTo(triggers);
    }

    @Test
    void a_rest_api_gives_paths_and_the_time_it_waits() {
        DeploymentUnit unit =
                unit(
                        FUNCTION.formatted("")
                                + """
                                resource "aws_api_gateway_rest_api" "api" {
                                  name = "api"
                                }
                                resource "aws_api_gateway_resource" "orders" {
                                  rest_api_id = aws_api_gateway_rest_api.api.id
                                  parent_id   = aws_api_gateway_rest_api.api.root_resource_id
                                  path_part   = "orders"
                                }
                                resource "aws_api_gateway_resource" "order" {
                                  rest_api_id = aws_api_gateway_rest_api.api.id
                                  parent_id   = aws_api_gateway_resource.orders.id
                                  path_part   = "{id}"
                                }
                                resource "aws_api_gateway_method" "get" {
                                  http_method = "GET"
                                  resource_id = aws_api_gateway_resource.order.id
                                }
                                resource "aws_api_gateway_integration" "get" {
                                  rest_api_id          = aws_api_gateway_rest_api.api.id
                                  resource_id          = aws_api_gateway_method.get.resource_id
                                  http_method          = aws_api_gateway_method.get.http_method
                                  type                 = "AWS_PROXY"
                                  uri                  = aws_lambda_function.orders.invoke_arn
                                  timeout_milliseconds = 12000
                                }
                                """);
        assertThat(triggers(unit)).isEqualTo("http get /orders/{id} by aws-api-gateway-rest");
        assertThat(unit.triggers().get(0).hops().get(0).settings().get("timeout")).isNotNull();
    }

    @Test
    void routes_of_an_http_api_are_triggers_each() {
        DeploymentUnit unit =
                unit(
                        FUNCTION.formatted("")
                                + """
                                resource "aws_apigatewayv2_api" "api" {
                                  name          = "api"
                                  protocol_type = "HTTP"
                                }
                                resource "aws_apigatewayv2_integration" "orders" {
                                  api_id                 = aws_apigatewayv2_api.api.id
                                  integration_type       = "AWS_PROXY"
                                  integration_uri        = aws_lambda_function.orders.invoke_arn
                                  payload_format_version = "2.0"
                                }
                                resource "aws_apigatewayv2_route" "all" {
                                  for_each  = toset(["GET /orders", "POST /orders"])
                                  api_id    = aws_apigatewayv2_api.api.id
                                  route_key = each.value
                                  target    = "integrations/${aws_apigatewayv2_integration.orders.id}"
                                }
                                """);
        assertThat(triggers(unit))
                .isEqualTo("http get /orders by aws-api-gateway-http, http post /orders by aws-api-gateway-http");
    }

    @Test
    void routes_of_a_websocket_api_hold_connections() {
        DeploymentUnit unit =
                unit(
                        FUNCTION.formatted("")
                                + """
                                resource "aws_apigatewayv2_api" "chat" {
                                  protocol_type = "WEBSOCKET"
                                }
                                resource "aws_apigatewayv2_integration" "chat" {
                                  api_id          = aws_apigatewayv2_api.chat.id
                                  integration_uri = aws_lambda_function.orders.invoke_arn
                                }
                                resource "aws_apigatewayv2_route" "send" {
                                  api_id    = aws_apigatewayv2_api.chat.id
                                  route_key = "send"
                                  target    = "integrations/${aws_apigatewayv2_integration.chat.id}"
                                }
                                """);
        assertThat(triggers(unit)).isEqualTo("websocket send by aws-api-gateway-websocket");
    }

    @Test
    void an_openapi_body_gives_routes() {
        DeploymentUnit unit =
                unit(
                        FUNCTION.formatted("")
                                + """
                                resource "aws_api_gateway_rest_api" "api" {
                                  body = jsonencode({
                                    paths = {
                                      "/orders" = {
                                        get = {
                                          x-amazon-apigateway-integration = {
                                            type = "aws_proxy"
                                            uri  = aws_lambda_function.orders.invoke_arn
                                          }
                                        }
                                      }
                                    }
                                  })
                                }
                                """);
        assertThat(triggers(unit)).isEqualTo("http get /orders by aws-api-gateway-rest");
    }

    @Test
    void a_module_of_the_workspace_is_evaluated_for_each_call() {
        folder.write(
                        "infra/main.tf",
                        """
                        module "functions" {
                          for_each = {
                            orders = { handler = "app.orders" }
                            bills  = { handler = "app.bills", memory = 512 }
                          }
                          source = "./modules/function"
                          name   = each.key
                          config = each.value
                        }
                        resource "aws_lambda_function_url" "orders" {
                          function_name = module.functions["orders"].name
                        }
                        """)
                .write(
                        "infra/modules/function/main.tf",
                        """
                        variable "name" {}
                        variable "config" {
                          type = object({
                            handler = string
                            memory  = optional(number, 256)
                          })
                        }
                        resource "aws_lambda_function" "this" {
                          function_name = var.name
                          filename      = "${path.module}/../../../src"
                          handler       = var.config.handler
                          runtime       = "nodejs24.x"
                          memory_size   = var.config.memory
                        }
                        output "name" {
                          value = aws_lambda_function.this.function_name
                        }
                        """);
        assertThat(units()).extracting(DeploymentUnit::name).containsExactly("orders", "bills");
        assertThat(units()).extracting(TerraformReaderTest::code).containsExactly("app.orders in src", "app.bills in src");
        assertThat(units()).extracting(unit -> TestFolder.setting(unit, "memory")).containsExactly("256", "512");
        assertThat(place(units().get(1), "memory")).isEqualTo("infra/main.tf:4");
        assertThat(units()).extracting(TerraformReaderTest::triggers).containsExactly("http by aws-lambda-function-url", "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"dev prod | 1024", "staging prod | 1024", "eu us | 128 1024", "dev local | 128 1024"})
    void of_one_module_in_several_environments_production_speaks(String folders, String memory) {
        String[] stages = folders.split(" ");
        for (int i = 0; i < 2; i++) {
            folder.write("envs/" + stages[i] + "/main.tf", "module \"api\" {\n  source = \"../../modules/api\"\n  memory = " + (i == 0 ? 128 : 1024) + "\n}\n");
        }
        folder.write("modules/api/main.tf", "variable \"memory\" {}\nresource \"aws_lambda_function\" \"api\" {\n  function_name = \"api\"\n  memory_size = var.memory\n}\n");
        assertThat(units().stream().map(unit -> TestFolder.setting(unit, "memory")).collect(Collectors.joining(" "))).isEqualTo(memory);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "terraform.tfvars | memory = 256 | 256",
                "a.auto.tfvars | memory = 256 | 256",
                "terraform.tfvars.json | {\"memory\": 256} | 256",
                "envs/prod.tfvars | memory = 256 | 256",
                "envs/prod.tfvars | other = 1 | 128",
            })
    void variables_come_from_their_files(String file, String text, String memory) {
        folder.write("infra/" + file, text);
        DeploymentUnit unit =
                unit(FUNCTION.formatted("memory_size = var.memory") + "variable \"memory\" {\n  default = 128\n}\n");
        assertThat(TestFolder.setting(unit, "memory")).isEqualTo(memory);
    }

    @Test
    void files_of_which_one_is_chosen_and_that_disagree_leave_a_variable_unknown() {
        folder.write("infra/dev.tfvars", "memory = 128\nregion = \"eu\"\n").write("infra/prod.tfvars", "memory = 1024\nregion = \"eu\"\n");
        DeploymentUnit unit =
                unit(
                        FUNCTION.formatted("memory_size = var.memory\n  environment {\n    variables = { REGION = var.region }\n  }")
                                + "variable \"memory\" {\n  default = 128\n}\nvariable \"region\" {}\n");
        assertThat(TestFolder.setting(unit, "memory")).isEqualTo("unknown");
        assertThat(TestFolder.variable(unit, "REGION")).isEqualTo("eu");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[1] | live true",
                "[] | none true",
                "var.with | none false",
                "var.map | live true",
                "{} | none true",
            })
    void dynamic_blocks_are_made_as_often_as_is_known(String forEach, String expected) {
        DeploymentUnit unit =
                unit(
                        FUNCTION.formatted(
                                """
                                dynamic "environment" {
                                    for_each = %s
                                    content {
                                      variables = { MODE = "live" }
                                    }
                                  }
                                """
                                        .formatted(forEach))
                                + "variable \"with\" {}\nvariable \"map\" {\n  default = { a = 1 }\n}\n");
        assertThat(TestFolder.variable(unit, "MODE") + " " + unit.environmentKnown()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"count = 3,3", "count = 0,0", "count = var.many,1", "count = 100000000,200", "for_each = toset(['a' 'b']),1"})
    void counts_are_bounded(String times, int units) {
        folder.write("infra/main.tf", FUNCTION.formatted(times.replace('\'', '"')) + "variable \"many\" {}\n");
        assertThat(units()).hasSize(units);
    }

    @Test
    void json_is_the_same_language() {
        folder.write(
                "infra/main.tf.json",
                """
                {
                  "variable": {"stage": {"default": "dev"}},
                  "locals": {"seconds": 20},
                  "resource": {
                    "aws_lambda_function": {
                      "orders": {
                        "function_name": "orders-${var.stage}",
                        "filename": "${path.module}/../src",
                        "handler": "app.handler",
                        "runtime": "nodejs24.x",
                        "timeout": "${local.seconds}",
                        "environment": [{"variables": {"STAGE": "${var.stage}"}}]
                      }
                    }
                  }
                }
                """);
        assertThat(units()).hasSize(1);
        DeploymentUnit unit = units().get(0);
        assertThat(unit.name()).isEqualTo("orders-dev");
        assertThat(code(unit)).isEqualTo("app.handler in src");
        assertThat(TestFolder.setting(unit, "timeout")).isEqualTo("20000.0");
        assertThat(TestFolder.variable(unit, "STAGE")).isEqualTo("dev");
    }

    @Test
    void tofu_files_and_overrides_are_read() {
        folder.write("infra/main.tofu", FUNCTION.formatted("timeout = 5"))
                .write("infra/dev_override.tofu", "resource \"aws_lambda_function\" \"orders\" {\n  timeout = 9\n}\n");
        assertThat(TestFolder.setting(units().get(0), "timeout")).isEqualTo("9000.0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "locals {~  a = [1, 2~}~ | 1",
                "locals {~  a = \"no end~  b = 1~}~ | 1",
                "locals {~  a = <<EOT~ never ends~ | 1",
                "resource {{{~ | 1",
                "}}}}~ | 1",
                "locals {~  a = ~}~ | 1",
                "locals {~  a = 5 6~}~ | 1",
                "\"\\uZZZZ\" {}~ | 1",
            })
    void what_does_not_parse_is_said_and_the_rest_is_read(String broken, int notices) throws IOException {
        folder.write("infra/broken.tf", broken.replace('~', '\n')).write("infra/main.tf", FUNCTION.formatted(""));
        assertThat(units()).hasSize(1);
        assertThat(notifications()).hasSize(notices);
        assertThat(notifications().get(0).place().file()).isEqualTo("infra/broken.tf");
    }

    @Test
    void what_stands_beside_a_mistake_is_read() {
        DeploymentUnit unit = unit(FUNCTION.formatted("memory_size = = 5\n  timeout = 7"));
        assertThat(TestFolder.setting(unit, "timeout")).isEqualTo("7000.0");
    }

    @Test
    void modules_that_call_each_other_are_not_followed_forever() throws IOException {
        folder.write("a/main.tf", "module \"b\" {\n  source = \"../b\"\n}\n" + FUNCTION.formatted(""))
                .write("b/main.tf", "module \"a\" {\n  source = \"../a\"\n}\n");
        assertThat(units()).hasSize(1);
        assertThat(notifications()).hasSize(1);
    }

    @Test
    void modules_in_modules_are_bounded() {
        for (int i = 0; i < 30; i++) {
            folder.write(
                    "m" + i + "/main.tf",
                    "module \"one\" {\n  count = 20\n  source = \"../m%d\"\n}\n".formatted(i + 1));
        }
        folder.write("m30/main.tf", FUNCTION.formatted(""));
        assertThat(units()).isEmpty();
    }

    @Test
    void a_service_of_ecs_has_its_container_its_copies_and_its_balancer() {
        image();
        DeploymentUnit unit =
                unit(
                        """
                        resource "aws_ecs_task_definition" "shop" {
                          family = "shop"
                          cpu    = 512
                          memory = 1024
                          volume {
                            name = "data"
                            efs_volume_configuration {
                              file_system_id = "fs-1"
                            }
                          }
                          container_definitions = <<-JSON
                          [
                            {
                              "name": "api",
                              "image": "${aws_ecr_repository.shop.repository_url}:${var.release}",
                              "portMappings": [{"containerPort": ${var.port}}],
                              "mountPoints": [{"sourceVolume": "data", "containerPath": "/data"}],
                              "environment": [{"name": "REGION", "value": "${var.region}"}],
                              "stopTimeout": 45
                            }
                          ]
                          JSON
                        }
                        resource "aws_ecs_service" "shop" {
                          name            = "shop-live"
                          task_definition = aws_ecs_task_definition.shop.arn
                          desired_count   = 2
                          load_balancer {
                            target_group_arn = aws_lb_target_group.shop.arn
                            container_name   = "api"
                            container_port   = var.port
                          }
                        }
                        resource "aws_lb" "shop" {
                          idle_timeout = 120
                        }
                        resource "aws_lb_target_group" "shop" {
                          protocol = "HTTP"
                          stickiness {
                            type = "lb_cookie"
                          }
                          health_check {
                            path = "/health"
                          }
                        }
                        resource "aws_appautoscaling_target" "shop" {
                          resource_id  = "service/live/${aws_ecs_service.shop.name}"
                          min_capacity = 2
                          max_capacity = 6
                        }
                        resource "aws_ecr_repository" "shop" {
                          name = "shop"
                        }
                        variable "port" {
                          default = 3000
                        }
                        variable "region" {}
                        variable "release" {}
                        """);
        assertThat(unit.name()).isEqualTo("shop-live");
        assertThat(TestFolder.entry(unit)).isEqualTo("server.js");
        assertThat(TestFolder.setting(unit, "replicas")).isEqualTo("2");
        assertThat(TestFolder.setting(unit, "min-replicas")).isEqualTo("2");
        assertThat(TestFolder.setting(unit, "max-replicas")).isEqualTo("6");
        assertThat(TestFolder.setting(unit, "session-affinity")).isEqualTo("true");
        assertThat(TestFolder.setting(unit, "health-check-path")).isEqualTo("/health");
        assertThat(TestFolder.setting(unit, "port")).isEqualTo("3000");
        assertThat(TestFolder.setting(unit, "cpu")).isEqualTo("0.5");
        assertThat(TestFolder.setting(unit, "grace-period")).isEqualTo("45000.0");
        assertThat(place(unit, "grace-period")).isEqualTo("infra/main.tf:19");
        assertThat(TestFolder.variable(unit, "REGION")).isEqualTo("unknown");
        assertThat(unit.mounts()).hasSize(1);
        assertThat(triggers(unit)).isEqualTo("http by aws-alb");
        assertThat(unit.triggers().get(0).hops().get(0).settings()).containsKey("idle-timeout");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "desired_count = 3 | 3",
                "desired_count = var.copies | unknown",
                " | unknown",
            })
    void copies_that_config_does_not_give_are_unknown(String count, String replicas) {
        image();
        DeploymentUnit unit =
                unit(
                        """
                        resource "aws_ecs_task_definition" "shop" {
                          container_definitions = jsonencode([{ name = "api", image = "shop" }])
                        }
                        resource "aws_ecs_service" "shop" {
                          task_definition = aws_ecs_task_definition.shop.family
                          %s
                        }
                        variable "copies" {}
                        """
                                .formatted(count == null ? "" : count));
        assertThat(TestFolder.setting(unit, "replicas")).isEqualTo(replicas);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "resources {; limits = { memory = \"1Gi\", cpu = \"500m\" }; cpu_idle = true; } | 1024 0.5 false 0 100 8080",
                "resources {; limits = { memory = \"512Mi\" }; } | 512 none true 0 100 8080",
                "ports {; container_port = 3000; } | none none none 0 100 3000",
                "env {; name = \"A\"; value = \"1\"; } | none none none 0 100 8080",
            })
    void a_cloud_run_service_has_the_settings_of_its_container(String block, String settings) {
        image();
        DeploymentUnit unit =
                unit(
                        """
                        resource "google_cloud_run_v2_service" "shop" {
                          name = "shop"
                          template {
                            timeout = "90s"
                            session_affinity = true
                            containers {
                              image = "eu-docker.pkg.dev/p/r/shop"
                              %s
                            }
                          }
                        }
                        """
                                .formatted(block.replace(';', '\n')));
        assertThat(TestFolder.setting(unit, "timeout")).isEqualTo("90000");
        assertThat(TestFolder.setting(unit, "session-affinity")).isEqualTo("true");
        assertThat(
                        List.of("memory", "cpu", "cpu-always", "min-replicas", "max-replicas", "port").stream()
                                .map(name -> TestFolder.setting(unit, name))
                                .collect(Collectors.joining(" ")))
                .isEqualTo(settings);
    }

    @Test
    void the_first_resource_of_cloud_run_has_annotations() {
        image();
        DeploymentUnit unit =
                unit(
                        """
                        resource "google_cloud_run_service" "shop" {
                          name = "shop"
                          template {
                            metadata {
                              annotations = {
                                "autoscaling.knative.dev/minScale"    = "1"
                                "autoscaling.knative.dev/maxScale"    = var.most
                                "run.googleapis.com/cpu-throttling"   = "false"
                              }
                            }
                            spec {
                              container_concurrency = 1
                              timeout_seconds       = 60
                              containers {
                                image = "gcr.io/p/shop"
                              }
                            }
                          }
                        }
                        variable "most" {}
                        """);
        assertThat(
                        List.of("concurrency", "timeout", "cpu-always", "replicas", "min-replicas", "max-replicas").stream()
                                .map(name -> TestFolder.setting(unit, name))
                                .collect(Collectors.joining(" ")))
                .isEqualTo("1 60000 true 1 1 unknown");
    }

    @Test
    void an_app_runner_service_runs_an_image_or_code() {
        image();
        folder.write(
                "infra/main.tf",
                """
                resource "aws_apprunner_service" "shop" {
                  service_name                   = "shop"
                  auto_scaling_configuration_arn = aws_apprunner_auto_scaling_configuration_version.few.arn
                  source_configuration {
                    image_repository {
                      image_identifier = "1.dkr.ecr.eu-west-1.amazonaws.com/shop:1"
                      image_configuration {
                        port = "3000"
                        runtime_environment_variables = { MODE = "live" }
                      }
                    }
                  }
                }
                resource "aws_apprunner_auto_scaling_configuration_version" "few" {
                  max_size = 2
                }
                resource "aws_apprunner_service" "code" {
                  service_name = "code"
                  source_configuration {
                    code_repository {
                      code_configuration {
                        code_configuration_values {
                          runtime       = "NODEJS_22"
                          start_command = "node server.js"
                        }
                      }
                    }
                  }
                }
                """);
        assertThat(units()).extracting(DeploymentUnit::name).containsExactly("shop", "code");
        assertThat(units()).extracting(TestFolder::entry).containsExactly("server.js", "server.js");
        assertThat(units()).extracting(unit -> TestFolder.setting(unit, "max-replicas")).containsExactly("2", "25");
        assertThat(TestFolder.variable(units().get(0), "MODE")).isEqualTo("live");
        assertThat(TestFolder.setting(units().get(1), "runtime")).isEqualTo("nodejs22");
    }

    @Test
    void the_registrys_module_for_functions_is_one() {
        DeploymentUnit unit =
                unit(
                        """
                        module "orders" {
                          source        = "terraform-aws-modules/lambda/aws"
                          function_name = "orders"
                          handler       = "app.handler"
                          runtime       = "nodejs24.x"
                          source_path   = ["${path.module}/../src"]
                          timeout       = 20
                          create_lambda_function_url = true
                          environment_variables = { MODE = "live" }
                          event_source_mapping = {
                            jobs = { event_source_arn = aws_sqs_queue.jobs.arn }
                          }
                          allowed_triggers = {
                            rule = { principal = "events.amazonaws.com" }
                          }
                        }
                        resource "aws_sqs_queue" "jobs" {
                          name = "jobs"
                        }
                        module "layer" {
                          source       = "terraform-aws-modules/lambda/aws"
                          create_layer = true
                        }
                        module "api" {
                          source = "terraform-aws-modules/apigateway-v2/aws"
                          routes = {
                            "GET /orders" = {
                              integration = {
                                uri                  = module.orders.lambda_function_arn
                                timeout_milliseconds = 5000
                              }
                            }
                          }
                        }
                        """);
        assertThat(code(unit)).isEqualTo("app.handler in src");
        assertThat(TestFolder.setting(unit, "timeout")).isEqualTo("20000.0");
        assertThat(TestFolder.variable(unit, "MODE")).isEqualTo("live");
        assertThat(triggers(unit)).isEqualTo("http by aws-lambda-function-url, queue jobs, http get /orders by aws-api-gateway-http");
    }

    @Test
    void the_registrys_module_for_ecs_makes_services() {
        image();
        DeploymentUnit unit =
                unit(
                        """
                        module "ecs" {
                          source = "terraform-aws-modules/ecs/aws"
                          services = {
                            shop = {
                              cpu                = 1024
                              enable_autoscaling = false
                              desired_count      = 2
                              container_definitions = {
                                api = {
                                  image         = "shop:1"
                                  port_mappings = [{ containerPort = 3000 }]
                                  environment   = [{ name = "MODE", value = "live" }]
                                }
                              }
                            }
                          }
                        }
                        """);
        assertThat(unit.name()).isEqualTo("shop");
        assertThat(TestFolder.entry(unit)).isEqualTo("server.js");
        assertThat(TestFolder.setting(unit, "read-only-root")).isEqualTo("true");
        assertThat(TestFolder.setting(unit, "replicas")).isEqualTo("2");
        assertThat(TestFolder.setting(unit, "port")).isEqualTo("3000");
        assertThat(TestFolder.variable(unit, "MODE")).isEqualTo("live");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "google_cloudfunctions2_function | build_config {; runtime = \"python313\"; entry_point = \"handle\"; source {; storage_source {; object = google_storage_bucket_object.code.name; }; }; }; service_config {; timeout_seconds = 90; available_memory = \"512Mi\"; max_instance_count = 3; environment_variables = { MODE = \"live\" }; } | google-cloud-run-functions http 3",
                "google_cloudfunctions_function | runtime = \"python313\"; entry_point = \"handle\"; timeout = 90; available_memory_mb = 512; environment_variables = { MODE = \"live\" }; source_archive_object = google_storage_bucket_object.code.name; event_trigger {; event_type = \"x\"; } | google-cloud-functions event none",
            })
    void cloud_functions_are_made_of_a_folder(String type, String body, String expected) {
        folder.write("functions/main.py", "def handle(request):\n    return \"\"\n");
        DeploymentUnit unit =
                unit(
                        """
                        data "archive_file" "code" {
                          type        = "zip"
                          source_dir  = "../functions"
                          output_path = "code.zip"
                        }
                        resource "google_storage_bucket_object" "code" {
                          name   = "code.zip"
                          source = data.archive_file.code.output_path
                        }
                        resource "%s" "f" {
                          name = "f"
                          %s
                        }
                        """
                                .formatted(type, body.replace(';', '\n')));
        assertThat(code(unit)).isEqualTo("main.handle in functions");
        assertThat(unit.host() + " " + triggers(unit) + " " + TestFolder.setting(unit, "max-replicas")).isEqualTo(expected);
        assertThat(TestFolder.setting(unit, "timeout")).isEqualTo("90000");
        assertThat(TestFolder.setting(unit, "memory")).isEqualTo("512");
        assertThat(TestFolder.variable(unit, "MODE")).isEqualTo("live");
    }

    @Test
    void a_container_app_has_its_ingress_and_scaling() {
        image();
        DeploymentUnit unit =
                unit(
                        """
                        resource "azurerm_container_app" "shop" {
                          name = "shop"
                          template {
                            max_replicas = 3
                            container {
                              name   = "shop"
                              image  = "${azurerm_container_registry.main.login_server}/shop:1"
                              cpu    = 0.5
                              memory = "1Gi"
                              env {
                                name        = "KEY"
                                secret_name = "key"
                              }
                            }
                          }
                          ingress {
                            target_port = 3000
                          }
                        }
                        """);
        assertThat(
                        List.of("memory", "cpu", "min-replicas", "max-replicas", "port").stream()
                                .map(name -> TestFolder.setting(unit, name))
                                .collect(Collectors.joining(" ")))
                .isEqualTo("1024 0.5 0 3 3000");
        assertThat(TestFolder.variable(unit, "KEY")).isEqualTo("unknown");
        assertThat(triggers(unit)).isEqualTo("http");
    }

    private void image() {
        folder.write("Dockerfile", "FROM node:24\nWORKDIR /app\nCOPY . .\nCMD [\"node\", \"server.js\"]\n").write("server.js", "");
    }

    @Test
    void configuration_for_tests_is_deployed_by_nobody() {
        folder.write("tests/main.tf", FUNCTION.formatted(""));
        assertThat(units()).isEmpty();
    }
}
