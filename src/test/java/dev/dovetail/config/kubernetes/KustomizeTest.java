package dev.dovetail.config.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.config.DeploymentUnit;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KustomizeTest extends ManifestsTest {

    @BeforeEach
    void base() throws IOException {
        write("Dockerfile", "FROM node:22\nWORKDIR /app\nCOPY . .\nCMD [\"node\", \"server.js\"]\n");
        write("server.js", "");
        write("k8s/base/kustomization.yaml", "resources: [shop.yaml]\n");
        write("k8s/base/shop.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: shop}
                spec:
                  replicas: 1
                  selector: {matchLabels: {app: shop}}
                  template:
                    metadata: {labels: {app: shop}}
                    spec:
                      containers:
                        - name: shop
                          image: shop
                          env: [{name: LEVEL, value: debug}, {name: KEPT, value: "1"}]
                          envFrom: [{configMapRef: {name: settings}}]
                          ports: [{containerPort: 3000}]
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: shop}
                spec: {selector: {app: shop}, ports: [{port: 80, targetPort: 3000}]}
                """);
    }

    private static String line(DeploymentUnit unit, String name) {
        return unit.setting(name).flatMap(set -> set.place()).map(Object::toString).orElse("");
    }

    @Test
    void a_strategic_patch_lies_over_the_base_and_says_where() throws IOException {
        write("k8s/overlays/prod/kustomization.yaml", """
                resources: [../../base]
                patches:
                  - path: more.yaml
                  - target: {kind: Deployment}
                    patch: |-
                      - op: replace
                        path: /spec/template/spec/containers/0/env/0/value
                        value: warn
                      - op: add
                        path: /spec/template/spec/containers/0/env/-
                        value: {name: ADDED, value: yes}
                """);
        write("k8s/overlays/prod/more.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: shop}
                spec:
                  replicas: 4
                  template:
                    spec:
                      containers:
                        - name: shop
                          env: [{name: LEVEL, value: info}]
                          resources: {limits: {memory: 256Mi}}
                """);
        DeploymentUnit unit = only();
        assertThat(setting(unit, "replicas")).isEqualTo("4");
        assertThat(line(unit, "replicas")).isEqualTo("k8s/overlays/prod/more.yaml:5");
        assertThat(setting(unit, "memory")).isEqualTo("256");
        assertThat(variable(unit, "LEVEL")).isEqualTo("warn");
        assertThat(variable(unit, "KEPT")).isEqualTo("1");
        assertThat(variable(unit, "ADDED")).isEqualTo("yes");
        assertThat(unit.environment().get("LEVEL").place().orElseThrow().toString())
                .isEqualTo("k8s/overlays/prod/kustomization.yaml:8");
    }

    @Test
    void images_replicas_names_and_generated_config_are_taken_over() throws IOException {
        write("k8s/overlays/live/kustomization.yaml", """
                resources: [../../base]
                namespace: live
                namePrefix: live-
                commonLabels: {tier: web}
                images: [{name: shop, newName: ghcr.io/acme/shop, newTag: "7"}]
                replicas: [{name: shop, count: 3}]
                configMapGenerator:
                  - name: settings
                    literals: [MODE=live]
                    envs: [live.env]
                """);
        write("k8s/overlays/live/live.env", "REGION=eu\n");
        DeploymentUnit unit = only();
        assertThat(unit.name()).isEqualTo("live-shop");
        assertThat(setting(unit, "replicas")).isEqualTo("3");
        assertThat(setting(unit, "port")).isEqualTo("3000");
        assertThat(variable(unit, "MODE")).isEqualTo("live");
        assertThat(variable(unit, "REGION")).isEqualTo("eu");
        assertThat(unit.environmentKnown()).isTrue();
    }

    @Test
    void a_component_changes_what_takes_it_in() throws IOException {
        write("k8s/components/more/kustomization.yaml", """
                apiVersion: kustomize.config.k8s.io/v1alpha1
                kind: Component
                patches:
                  - patch: |-
                      apiVersion: apps/v1
                      kind: Deployment
                      metadata: {name: shop}
                      spec: {replicas: 5}
                """);
        write("k8s/overlays/prod/kustomization.yaml", "resources: [../../base]\ncomponents: [../../components/more]\n");
        assertThat(setting(only(), "replicas")).isEqualTo("5");
        assertThat(line(only(), "replicas")).isEqualTo("k8s/components/more/kustomization.yaml:8");
    }

    @Test
    void of_several_overlays_production_counts_and_developers_do_not() throws IOException {
        write("k8s/overlays/dev/kustomization.yaml", "resources: [../../base]\nreplicas: [{name: shop, count: 9}]\n");
        assertThat(setting(only(), "replicas")).isEqualTo("1");
        write("k8s/overlays/staging/kustomization.yaml", "namePrefix: staging-\nresources: [../../base]\nreplicas: [{name: shop, count: 2}]\n");
        assertThat(setting(only(), "replicas")).isEqualTo("2");
        write("k8s/overlays/production/kustomization.yaml", "resources: [../../base]\nreplicas: [{name: shop, count: 3}]\n");
        assertThat(setting(only(), "replicas")).isEqualTo("3");
    }

    @Test
    void a_patch_may_delete() throws IOException {
        write("k8s/overlays/prod/kustomization.yaml", """
                bases: [../../base]
                patchesStrategicMerge:
                  - |-
                    apiVersion: v1
                    kind: Service
                    metadata: {name: shop}
                    $patch: delete
                """);
        assertThat(only().triggers()).isEmpty();
    }

    @Test
    void a_cycle_ends_with_a_notification() throws IOException {
        write("k8s/base/kustomization.yaml", "resources: [shop.yaml, ../overlays/prod]\n");
        write("k8s/overlays/prod/kustomization.yaml", "resources: [../../base]\n");
        assertThat(read().units()).hasSize(1);
        assertThat(read().notifications()).hasSize(1);
    }

    @Test
    void what_is_missing_remote_or_broken_loses_nothing_else() throws IOException {
        write("k8s/overlays/prod/kustomization.yaml", """
                resources: [../../base, missing.yaml, "https://example.com/crds.yaml", "github.com/acme/base?ref=v1", ../../../..]
                patches: [{path: missing.yaml}, {patch: "{["}, {target: {kind: "("}}, text]
                images: [{newTag: 1}, text]
                replicas: 4
                configMapGenerator: [{literals: [a]}, {name: b, files: [../../../../x, y=z]}]
                components: [nowhere]
                """);
        assertThat(setting(only(), "replicas")).isEqualTo("1");
    }
}
