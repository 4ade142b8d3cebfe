package dev.dovetail.config.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.TestDocuments;
import dev.dovetail.config.Trigger;
import dev.dovetail.workspace.DirectoryWorkspace;
import dev.dovetail.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnativeTest {

    @TempDir Path root;

    private DeploymentUnit unit(String template) throws IOException {
        Files.writeString(root.resolve("Dockerfile"), "FROM node:22\nWORKDIR /app\nCOPY . .\nCMD [\"node\", \"server.js\"]\n");
        Files.writeString(root.resolve("server.js"), "");
        Files.writeString(
                root.resolve("service.yaml"),
                """
                apiVersion: serving.knative.dev/v1
                kind: Service
                metadata: {name: shop}
                spec:
                  template:
                """
                        + template.indent(4));
        Workspace workspace = DirectoryWorkspace.open(root);
        List<DeploymentUnit> units = new KubernetesReader().read(workspace, TestDocuments.of(workspace)).units();
        assertThat(units).hasSize(1);
        return units.get(0);
    }

    private static String setting(DeploymentUnit unit, String name) {
        return unit.setting(name).map(set -> set.value().text().orElse("?")).orElse("");
    }

    @Test
    void a_knative_service_is_a_unit_of_cloud_run() throws IOException {
        DeploymentUnit unit = unit("""
                metadata:
                  annotations:
                    autoscaling.knative.dev/minScale: "2"
                    autoscaling.knative.dev/maxScale: "9"
                    run.googleapis.com/cpu-throttling: "false"
                    run.googleapis.com/sessionAffinity: "true"
                spec:
                  containerConcurrency: 40
                  timeoutSeconds: 600
                  containers: [{image: acme/shop, ports: [{containerPort: 3000}]}]
                """);
        assertThat(unit.host()).isEqualTo("google-cloud-run");
        assertThat(setting(unit, "min-replicas")).isEqualTo("2");
        assertThat(setting(unit, "max-replicas")).isEqualTo("9");
        assertThat(setting(unit, "cpu-always")).isEqualTo("true");
        assertThat(setting(unit, "session-affinity")).isEqualTo("true");
        assertThat(setting(unit, "concurrency")).isEqualTo("40");
        assertThat(setting(unit, "timeout")).isEqualTo("600000");
        assertThat(setting(unit, "port")).isEqualTo("3000");
        assertThat(unit.environment().get("PORT").value().text()).contains("3000");
        assertThat(unit.triggers()).extracting(Trigger::kind).containsExactly(Trigger.Kind.HTTP);
    }

    @Test
    void what_it_does_not_say_is_what_the_platform_takes() throws IOException {
        DeploymentUnit unit = unit("spec:\n  containers: [{image: acme/shop}]\n");
        assertThat(setting(unit, "replicas")).isEqualTo("1");
        assertThat(setting(unit, "most-processes")).isEqualTo("100");
        assertThat(setting(unit, "port")).isEqualTo("8080");
    }
}
