package dev.dovetail.config.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.Trigger;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelmTest extends ManifestsTest {

    private static final String HELPERS = """
            {{/* The name of all. */}}
            {{- define "shop.fullname" -}}
            {{- if .Values.fullnameOverride }}
            {{- .Values.fullnameOverride | trunc 63 | trimSuffix "-" }}
            {{- else }}
            {{- $name := default .Chart.Name .Values.nameOverride }}
            {{- if contains $name .Release.Name }}
            {{- .Release.Name | trunc 63 | trimSuffix "-" }}
            {{- else }}
            {{- printf "%s-%s" .Release.Name $name | trunc 63 | trimSuffix "-" }}
            {{- end }}
            {{- end }}
            {{- end }}

            {{- define "shop.selectorLabels" -}}
            app.kubernetes.io/name: {{ .Chart.Name }}
            app.kubernetes.io/instance: {{ .Release.Name }}
            {{- end }}

            {{- define "shop.labels" -}}
            helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
            {{ include "shop.selectorLabels" . }}
            {{- end }}
            """;

    private static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: {{ include "shop.fullname" . }}
              labels:
                {{- include "shop.labels" . | nindent 4 }}
            spec:
              {{- if not .Values.autoscaling.enabled }}
              replicas: {{ .Values.replicaCount }}
              {{- end }}
              selector:
                matchLabels:
                  {{- include "shop.selectorLabels" . | nindent 6 }}
              template:
                metadata:
                  {{- with .Values.podAnnotations }}
                  annotations:
                    {{- toYaml . | nindent 8 }}
                  {{- end }}
                  labels:
                    {{- include "shop.selectorLabels" . | nindent 8 }}
                spec:
                  containers:
                    - name: {{ .Chart.Name }}
                      securityContext:
                        {{- toYaml .Values.securityContext | nindent 12 }}
                      image: "{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}"
                      ports:
                        - name: http
                          containerPort: {{ .Values.service.port | int }}
                      env:
                        {{- range $key, $value := .Values.env }}
                        - name: {{ $key | upper }}
                          value: {{ $value | quote }}
                        {{- end }}
                      resources:
                        {{- toYaml .Values.resources | nindent 12 }}
            """;

    private static final String SERVICE = """
            apiVersion: v1
            kind: Service
            metadata:
              name: {{ include "shop.fullname" . }}
            spec:
              type: {{ .Values.service.type }}
              selector:
                {{- include "shop.selectorLabels" . | nindent 4 }}
              ports:
                - port: 80
                  targetPort: http
            """;

    private static final String INGRESS = """
            {{- if .Values.ingress.enabled -}}
            {{- $fullName := include "shop.fullname" . -}}
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata:
              name: {{ $fullName }}
              {{- with .Values.ingress.annotations }}
              annotations:
                {{- toYaml . | nindent 4 }}
              {{- end }}
            spec:
              {{- if and .Values.ingress.className (semverCompare ">=1.18-0" .Capabilities.KubeVersion.GitVersion) }}
              ingressClassName: {{ .Values.ingress.className }}
              {{- end }}
              rules:
                {{- range .Values.ingress.hosts }}
                - host: {{ .host | quote }}
                  http:
                    paths:
                      {{- range .paths }}
                      - path: {{ .path }}
                        backend:
                          service:
                            name: {{ $fullName }}
                            port: {number: 80}
                      {{- end }}
                {{- end }}
            {{- end }}
            """;

    private static final String SCALER = """
            {{- if .Values.autoscaling.enabled }}
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata:
              name: {{ include "shop.fullname" . }}
            spec:
              scaleTargetRef:
                kind: Deployment
                name: {{ include "shop.fullname" . }}
              minReplicas: {{ .Values.autoscaling.minReplicas }}
              maxReplicas: {{ .Values.autoscaling.maxReplicas }}
            {{- end }}
            """;

    private static final String VALUES = """
            replicaCount: 2
            image: {repository: acme/shop, tag: ""}
            service: {type: ClusterIP, port: 3000}
            env: {log_level: info, feature: "on"}
            podAnnotations: {}
            securityContext: {readOnlyRootFilesystem: true}
            resources: {limits: {memory: 256Mi}}
            autoscaling: {enabled: false, minReplicas: 2, maxReplicas: 8}
            ingress:
              enabled: true
              className: nginx
              annotations: {nginx.ingress.kubernetes.io/affinity: cookie}
              hosts: [{host: shop.example.com, paths: [{path: /}]}]
            """;

    @BeforeEach
    void chart() throws IOException {
        write("Dockerfile", "FROM node:22\nWORKDIR /app\nCOPY . .\nCMD [\"node\", \"server.js\"]\n");
        write("server.js", "");
        write("chart/Chart.yaml", "apiVersion: v2\nname: shop\nversion: 0.1.0\nappVersion: \"1.4\"\n");
        write("chart/values.yaml", VALUES);
        write("chart/templates/_helpers.tpl", HELPERS);
        write("chart/templates/deployment.yaml", DEPLOYMENT);
        write("chart/templates/service.yaml", SERVICE);
        write("chart/templates/ingress.yaml", INGRESS);
        write("chart/templates/hpa.yaml", SCALER);
        write("chart/templates/NOTES.txt", "{{ .Values.nothing.at.all }}");
        write("chart/templates/tests/test.yaml", "apiVersion: v1\nkind: Pod\nspec: {containers: [{image: acme/shop}]}\n");
    }

    @Test
    void values_are_folded_into_templates() throws IOException {
        DeploymentUnit unit = only();
        assertThat(read().notifications()).isEmpty();
        assertThat(unit.name()).isEqualTo("shop");
        assertThat(((EntryPoint.Program) unit.entryPoint()).file()).isEqualTo("server.js");
        assertThat(setting(unit, "replicas")).isEqualTo("2");
        assertThat(setting(unit, "port")).isEqualTo("3000");
        assertThat(setting(unit, "memory")).isEqualTo("256");
        assertThat(setting(unit, "read-only-root")).isEqualTo("true");
        assertThat(setting(unit, "session-affinity")).isEqualTo("true");
        assertThat(variable(unit, "LOG_LEVEL")).isEqualTo("info");
        assertThat(variable(unit, "FEATURE")).isEqualTo("on");
        Trigger way = unit.triggers().get(0);
        assertThat(way.hops().get(0).platform()).isEqualTo("ingress-nginx");
        assertThat(way.path()).contains("/");
    }

    @Test
    void places_are_lines_of_the_templates() throws IOException {
        DeploymentUnit unit = only();
        assertThat(unit.place().toString()).isEqualTo("chart/templates/deployment.yaml:4");
        assertThat(unit.setting("replicas").orElseThrow().place().orElseThrow().toString())
                .isEqualTo("chart/templates/deployment.yaml:9");
        assertThat(unit.setting("port").orElseThrow().place().orElseThrow().toString())
                .isEqualTo("chart/templates/service.yaml:11");
    }

    @Test
    void values_for_production_lie_over_the_defaults() throws IOException {
        write("chart/values-prod.yaml", "autoscaling: {enabled: true}\n");
        write("chart/values-dev.yaml", "replicaCount: 9\n");
        assertThat(setting(only(), "replicas")).isEqualTo("2");
        assertThat(setting(only(), "max-replicas")).isEqualTo("8");
    }

    @Test
    void what_a_library_makes_is_unknown_but_the_same() throws IOException {
        write("chart/templates/_helpers.tpl", "");
        write("chart/templates/deployment.yaml", DEPLOYMENT.replace("      env:\n", "      env:\n            {{- include \"lib.env\" . | nindent 12 }}\n"));
        DeploymentUnit unit = only();
        assertThat(unit.name()).isEqualTo("deployment");
        assertThat(setting(unit, "replicas")).isEqualTo("2");
        assertThat(unit.environmentKnown()).isFalse();
        assertThat(read().notifications()).isEmpty();
    }

    @Test
    void a_part_gets_the_values_that_the_whole_gives_it() throws IOException {
        write("all/Chart.yaml", """
                name: all
                dependencies:
                  - {name: shop, alias: web, repository: "file://../chart"}
                  - {name: mail, condition: mail.enabled}
                """);
        write("all/values.yaml", "web: {replicaCount: 5}\nmail: {enabled: false}\n");
        write("all/charts/mail/Chart.yaml", "name: mail\n");
        write("all/charts/mail/templates/d.yaml", DEPLOYMENT.replace("shop.", "mail."));
        assertThat(setting(only(), "replicas")).isEqualTo("5");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{{ if }}",
        "{{ end }}{{ end }}",
        "{{ range }}a{{ else }}",
        "{{ define }}",
        "{{",
        "{{ \"",
        "{{ (((((",
        "{{ include \"loop\" . }}{{ define \"loop\" }}{{ include \"loop\" . }}{{ end }}",
        "{{ range until 100000 }}{{ range until 100000 }}x{{ end }}{{ end }}",
        "{{ repeat 100000000 \"a\" }}",
        "{{ index .Values \"a\" 1 2 }}{{ div 1 0 }}{{ substr 5 1 \"a\" }}",
        "{{ tpl \"{{ tpl . $ }}\" . }}",
        "a: b: c\n\t- {{ .Values }}",
        "{{ .Values.a.b.c | nindent 4000000000 }}",
        "{{ $x := . }}{{ $_ := set $x \"self\" $x }}{{ $x.self.self | toYaml }}",
    })
    void what_cannot_be_rendered_loses_nothing_else(String text) throws IOException {
        write("chart/templates/broken.yaml", text);
        assertThat(setting(only(), "replicas")).isEqualTo("2");
        assertThat(read().notifications().size()).isLessThanOrEqualTo(1);
    }
}
