package dev.dovetail.config.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.TestFolder;
import dev.dovetail.config.Trigger;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EcsReaderTest {

    @TempDir Path root;
    private TestFolder folder;

    @BeforeEach
    void an_image() {
        folder =
                new TestFolder(root)
                        .write("Dockerfile", "FROM node:24\nWORKDIR /app\nCOPY . .\nCMD [\"node\", \"server.js\"]\n")
                        .write("server.js", "")
                        .write("worker.js", "");
    }

    private List<DeploymentUnit> units() {
        return folder.units(new EcsReader());
    }

    @Test
    void a_task_definition_gives_a_unit_per_container_of_ours() {
        folder.write(
                ".aws/task-definition.json",
                """
                {"family": "shop", "cpu": "512", "memory": "1024",
                 "ephemeralStorage": {"sizeInGiB": 30},
                 "volumes": [{"name": "data", "efsVolumeConfiguration": {"fileSystemId": "fs-1"}}, {"name": "scratch"}],
                 "containerDefinitions": [
                  {"name": "api", "image": "1.dkr.ecr.eu-west-1.amazonaws.com/api:latest",
                   "portMappings": [{"containerPort": 3000}], "stopTimeout": 60, "readonlyRootFilesystem": true,
                   "mountPoints": [{"sourceVolume": "data", "containerPath": "/data"}, {"sourceVolume": "scratch", "containerPath": "/scratch"}],
                   "environment": [{"name": "MODE", "value": "live"}, {"name": "BUILD", "value": "<BUILD>"}],
                   "secrets": [{"name": "KEY", "valueFrom": "arn"}]},
                  {"name": "log", "image": "public.ecr.aws/aws-observability/aws-for-fluent-bit:latest"},
                  {"name": "cache", "image": "redis:7"}]}
                """);
        assertThat(units()).hasSize(1);
        DeploymentUnit unit = units().get(0);
        assertThat(unit.name()).isEqualTo("api");
        assertThat(TestFolder.entry(unit)).isEqualTo("server.js");
        assertThat(TestFolder.setting(unit, "port")).isEqualTo("3000");
        assertThat(TestFolder.setting(unit, "memory")).isEqualTo("1024.0");
        assertThat(TestFolder.setting(unit, "cpu")).isEqualTo("0.5");
        assertThat(TestFolder.setting(unit, "grace-period")).isEqualTo("60000.0");
        assertThat(TestFolder.setting(unit, "temporary-storage")).isEqualTo("30720.0");
        assertThat(TestFolder.setting(unit, "read-only-root")).isEqualTo("true");
        assertThat(TestFolder.setting(unit, "replicas")).isEqualTo("none");
        assertThat(unit.mounts()).extracting(mount -> mount.path().text().orElse("")).containsExactly("/data");
        assertThat(TestFolder.variable(unit, "MODE")).isEqualTo("live");
        assertThat(TestFolder.variable(unit, "BUILD")).isEqualTo("unknown");
        assertThat(TestFolder.variable(unit, "KEY")).isEqualTo("unknown");
    }

    @Test
    void a_template_gives_replicas_scaling_and_the_way_through_the_balancer() {
        folder.write(
                "infra/service.yaml",
                """
                Resources:
                  Task:
                    Type: AWS::ECS::TaskDefinition
                    Properties:
                      ContainerDefinitions:
                      - Name: api
                        Image: !Sub ${AWS::AccountId}.dkr.ecr.eu-west-1.amazonaws.com/api
                        Command: [node, worker.js]
                        PortMappings: [{ContainerPort: 3000}]
                  Api:
                    Type: AWS::ECS::Service
                    Properties:
                      TaskDefinition: !Ref Task
                      DesiredCount: 2
                      LoadBalancers: [{ContainerName: api, ContainerPort: 3000, TargetGroupArn: !Ref Targets}]
                  Scaling:
                    Type: AWS::ApplicationAutoScaling::ScalableTarget
                    Properties:
                      MaxCapacity: 8
                      ResourceId: !Sub service/main/${Api.Name}
                  Targets:
                    Type: AWS::ElasticLoadBalancingV2::TargetGroup
                    Properties:
                      HealthCheckPath: /health
                      TargetGroupAttributes: [{Key: stickiness.enabled, Value: "true"}]
                  Balancer:
                    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
                    Properties:
                      LoadBalancerAttributes: [{Key: idle_timeout.timeout_seconds, Value: "120"}]
                """);
        DeploymentUnit unit = units().get(0);
        assertThat(unit.name()).isEqualTo("Api");
        assertThat(TestFolder.entry(unit)).isEqualTo("worker.js");
        assertThat(TestFolder.setting(unit, "processes")).isEqualTo("2");
        assertThat(TestFolder.setting(unit, "most-processes")).isEqualTo("8");
        assertThat(TestFolder.setting(unit, "session-affinity")).isEqualTo("true");
        assertThat(TestFolder.setting(unit, "health-check-path")).isEqualTo("/health");
        Trigger trigger = unit.triggers().get(0);
        assertThat(trigger.hops()).extracting(Trigger.Hop::platform).containsExactly("aws-alb");
        assertThat(trigger.hops().get(0).settings().get("idle-timeout").value().text()).contains("120000.0");
    }

    @Test
    void a_definition_for_tests_deploys_nothing() {
        folder.write("tests/fixtures/task.json", "{\"containerDefinitions\": [{\"name\": \"api\", \"image\": \"1.dkr.ecr.eu-west-1.amazonaws.com/api\"}]}");
        assertThat(units()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"containerDefinitions\": 3}",
                "{\"containerDefinitions\": [1, {\"name\": \"api\"}, {\"image\": \"\"}]}",
                "{\"containerDefinitions\": [{\"image\": {\"a\": 1}}]",
                "[\"containerDefinitions\"]",
            })
    void broken_definitions_are_no_units_of_others(String text) {
        folder.write("task-definition.json", text);
        assertThat(units()).allMatch(unit -> unit.host().equals("aws-ecs"));
    }
}
