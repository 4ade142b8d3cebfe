package dev.dovetail.config.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.Value;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KubernetesReaderTest extends ManifestsTest {

    @BeforeEach
    void shop() throws IOException {
        write("Dockerfile", "FROM node:22\nWORKDIR /app\nENV MODE=image LOG=info\nCOPY . .\nCMD [\"node\", \"server.js\"]\n");
        write("server.js", "");
        write("worker.js", "");
    }

    private static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: shop}
            spec:
              selector: {matchLabels: {app: shop}}
              template:
                metadata: {labels: {app: shop}}
                spec:
                  containers:
                    - name: shop
                      image: acme/shop:1
                      ports: [{name: http, containerPort: 3000}]
            """;

    private static final String SERVICE = """
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: shop}
            spec:
              selector: {app: shop}
              ports: [{port: 80, targetPort: http}]
            """;

    @Test
    void workload_service_and_image_are_one_unit() throws IOException {
        write("k8s/shop.yaml", DEPLOYMENT + SERVICE);
        DeploymentUnit unit = only();
        assertThat(unit.name()).isEqualTo("shop");
        assertThat(unit.host()).isEqualTo("kubernetes");
        assertThat(((EntryPoint.Program) unit.entryPoint()).file()).isEqualTo("server.js");
        assertThat(setting(unit, "port")).isEqualTo("3000");
        assertThat(setting(unit, "replicas")).isEqualTo("1");
        assertThat(setting(unit, "grace-period")).isEqualTo("30000");
        assertThat(setting(unit, "update-strategy")).isEqualTo("rolling");
        assertThat(setting(unit, "session-affinity")).isEqualTo("false");
        assertThat(setting(unit, "service-links")).isEqualTo("SHOP");
        assertThat(unit.triggers()).extracting(Trigger::kind).containsExactly(Trigger.Kind.HTTP);
        assertThat(variable(unit, "MODE")).isEqualTo("image");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "affinity: cookie | true",
        "affinity-mode: persistent | ?",
        "proxy-body-size: 8m | false",
        "upstream-hash-by: $remote_addr | true",
    })
    void affinity_is_what_the_ingress_says(String annotation, String affinity) throws IOException {
        write("k8s/shop.yaml", DEPLOYMENT + SERVICE.replace("spec:\n", "spec:\n  sessionAffinity: ClientIP\n"));
        write("k8s/ingress.yaml", """
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata:
                  name: shop
                  annotations:
                    nginx.ingress.kubernetes.io/%s
                spec:
                  rules:
                    - http: {paths: [{path: /shop, pathType: Prefix, backend: {service: {name: shop, port: {number: 80}}}}]}
                """.formatted(annotation));
        DeploymentUnit unit = only();
        assertThat(setting(unit, "session-affinity")).isEqualTo(affinity);
        assertThat(unit.triggers().get(0).path()).contains("/shop");
        assertThat(unit.triggers().get(0).hops().get(0).platform()).isEqualTo("ingress-nginx");
    }

    @Test
    void an_ingress_of_an_unknown_class_is_a_way_without_a_hop() throws IOException {
        write("k8s/shop.yaml", DEPLOYMENT + SERVICE + """
                ---
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata: {name: shop}
                spec:
                  ingressClassName: edge
                  defaultBackend: {service: {name: shop, port: {number: 80}}}
                """);
        assertThat(only().triggers()).hasSize(1);
        assertThat(only().triggers().get(0).hops()).isEmpty();
    }

    @Test
    void a_service_alone_decides_affinity_when_nothing_stands_before_it() throws IOException {
        write("k8s/shop.yaml", DEPLOYMENT + SERVICE.replace("spec:\n", "spec:\n  sessionAffinity: ClientIP\n"));
        assertThat(setting(only(), "session-affinity")).isEqualTo("true");
    }

    @Test
    void an_autoscaler_gives_least_and_most() throws IOException {
        write("k8s/shop.yaml", DEPLOYMENT.replace("spec:\n  selector", "spec:\n  replicas: 7\n  selector"));
        write("k8s/hpa.yaml", """
                apiVersion: autoscaling/v2
                kind: HorizontalPodAutoscaler
                metadata: {name: shop}
                spec: {scaleTargetRef: {kind: Deployment, name: shop}, minReplicas: 2, maxReplicas: 6}
                """);
        assertThat(setting(only(), "replicas")).isEqualTo("2");
        assertThat(setting(only(), "processes")).isEqualTo("2");
        assertThat(setting(only(), "most-processes")).isEqualTo("6");
    }

    @Test
    void variables_come_from_the_container_config_maps_and_secrets() throws IOException {
        write("k8s/shop.yaml", DEPLOYMENT + """
                          env:
                            - {name: LOG, value: debug}
                            - {name: URL, value: "http://$(HOST):80"}
                            - {name: TOKEN, valueFrom: {secretKeyRef: {name: shop, key: token}}}
                            - {name: NODE, valueFrom: {fieldRef: {fieldPath: spec.nodeName}}}
                          envFrom:
                            - {configMapRef: {name: shop}}
                            - {prefix: S_, secretRef: {name: shop}}
                ---
                apiVersion: v1
                kind: List
                items:
                  - {apiVersion: v1, kind: ConfigMap, metadata: {name: shop}, data: {HOST: mail}}
                  - {apiVersion: v1, kind: Secret, metadata: {name: shop}, stringData: {token: abc}}
                """.indent(0).replaceAll("(?m)^ {10}(env|envFrom|  - )", "          $1"));
        DeploymentUnit unit = only();
        assertThat(variable(unit, "LOG")).isEqualTo("debug");
        assertThat(variable(unit, "HOST")).isEqualTo("mail");
        assertThat(variable(unit, "URL")).isEqualTo("http://mail:80");
        assertThat(variable(unit, "TOKEN")).isEqualTo("?");
        assertThat(variable(unit, "S_token")).isEqualTo("?");
        assertThat(variable(unit, "NODE")).isEqualTo("?");
        assertThat(unit.environmentKnown()).isTrue();
    }

    @Test
    void a_secret_that_is_not_in_the_workspace_leaves_the_environment_unknown() throws IOException {
        write("k8s/shop.yaml", DEPLOYMENT + "          envFrom: [{secretRef: {name: elsewhere}}]\n");
        assertThat(only().environmentKnown()).isFalse();
    }

    @Test
    void security_probes_resources_and_volumes_are_settings() throws IOException {
        write("k8s/shop.yaml", DEPLOYMENT.replace("    spec:\n", """
                    spec:
                      terminationGracePeriodSeconds: 45
                      securityContext: {runAsNonRoot: true}
                      volumes:
                        - {name: data, persistentVolumeClaim: {claimName: data}}
                        - {name: conf, configMap: {name: conf}}
                """.indent(0).replaceAll("(?m)^    ", "    ")) + """
                          command: [node]
                          args: [worker.js, "--name=$(POD)"]
                          workingDir: /app
                          env: [{name: POD, value: a}]
                          securityContext: {readOnlyRootFilesystem: true}
                          resources: {limits: {memory: 1.5Gi}}
                          livenessProbe: {httpGet: {path: /live, port: 9090}}
                          readinessProbe: {httpGet: {path: /ready, port: http}}
                          lifecycle: {preStop: {exec: {command: [sleep, "5"]}}}
                          volumeMounts:
                            - {name: data, mountPath: /data/}
                            - {name: conf, mountPath: /conf}
                """.indent(0));
        DeploymentUnit unit = only();
        assertThat(((EntryPoint.Program) unit.entryPoint()).file()).isEqualTo("worker.js");
        assertThat(setting(unit, "read-only-root")).isEqualTo("true");
        assertThat(setting(unit, "user")).isEqualTo("non-root");
        assertThat(setting(unit, "memory")).isEqualTo("1536");
        assertThat(setting(unit, "liveness-path")).isEqualTo("/live");
        assertThat(setting(unit, "readiness-path")).isEqualTo("/ready");
        assertThat(setting(unit, "probe-port")).isEqualTo("9090");
        assertThat(setting(unit, "grace-period")).isEqualTo("45000");
        assertThat(setting(unit, "pre-stop")).isEqualTo("true");
        assertThat(unit.mounts().stream().map(each -> each.kind() + " " + each.path().text().orElse("?")).collect(Collectors.toList()))
                .containsExactly("persistentVolumeClaim /data", "configMap /conf");
    }

    @Test
    void a_cron_job_is_run_by_its_schedule() throws IOException {
        write("k8s/report.yaml", """
                apiVersion: batch/v1
                kind: CronJob
                metadata: {name: report}
                spec:
                  schedule: "0 3 * * *"
                  jobTemplate: {spec: {template: {spec: {containers: [{name: report, image: acme/shop, args: [node, worker.js]}]}}}}
                """);
        DeploymentUnit unit = only();
        assertThat(unit.triggers()).extracting(Trigger::kind).containsExactly(Trigger.Kind.SCHEDULE);
        assertThat(unit.triggers().get(0).settings().get("schedule").value()).isEqualTo(new Value.Known("0 3 * * *"));
        assertThat(((EntryPoint.Program) unit.entryPoint()).file()).isEqualTo("worker.js");
    }

    @Test
    void databases_and_copies_for_tests_are_no_units() throws IOException {
        write("k8s/db.yaml", DEPLOYMENT.replace("acme/shop:1", "postgres:16").replace("shop", "db"));
        write("k8s/shop.yaml", DEPLOYMENT);
        write("test/shop.yaml", DEPLOYMENT);
        assertThat(only().place().file()).isEqualTo("k8s/shop.yaml");
    }

    @Test
    void of_several_environments_production_counts() throws IOException {
        write("k8s/dev/shop.yaml", DEPLOYMENT);
        write("k8s/staging/shop.yaml", DEPLOYMENT);
        write("k8s/prod/shop.yaml", DEPLOYMENT);
        assertThat(only().place().file()).isEqualTo("k8s/prod/shop.yaml");
    }

    @Test
    void placeholders_are_unknown() throws IOException {
        write("k8s/shop.yaml", DEPLOYMENT.replace("spec:\n  selector", "spec:\n  replicas: ${REPLICAS}\n  selector").replace("acme/shop:1", "acme/shop:${TAG}"));
        assertThat(setting(only(), "replicas")).isEqualTo("?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "kind: Deployment",
        "apiVersion: apps/v1",
        "apiVersion: apps/v1\\nkind: Deployment",
        "apiVersion: apps/v1\\nkind: Deployment\\nspec: 3",
        "apiVersion: apps/v1\\nkind: Deployment\\nspec: {template: {spec: {containers: nothing}}}",
        "apiVersion: apps/v1\\nkind: Deployment\\nmetadata: [a]\\nspec: {template: {spec: {containers: [a, {image: [x]}]}}}",
        "apiVersion: v1\\nkind: List\\nitems: {a: b}",
        "apiVersion: v1\\nkind: Service\\nspec: {selector: [a], ports: 80}",
        "apiVersion: apps/v1\\nkind: Deployment\\n  broken: [",
        "apiVersion: apps/v1\\nkind: Deployment\\nreplicas: {{ .Values.x }}",
    })
    void what_is_no_manifest_is_no_unit(String text) throws IOException {
        write("k8s/broken.yaml", text.replace("\\n", "\n"));
        assertThat(read().units()).isEmpty();
    }

    @Test
    void a_service_that_selects_nothing_leads_nowhere() throws IOException {
        write("k8s/shop.yaml", DEPLOYMENT + SERVICE.replace("selector: {app: shop}", "selector: {}"));
        assertThat(only().triggers()).isEmpty();
        assertThat(only().triggersKnown()).isFalse();
    }
}
