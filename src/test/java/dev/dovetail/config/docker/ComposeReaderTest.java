package dev.dovetail.config.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.Value;
import dev.dovetail.config.documents.WorkspaceDocuments;
import dev.dovetail.workspace.DirectoryWorkspace;
import dev.dovetail.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposeReaderTest {

    @TempDir Path root;

    @BeforeEach
    void shop() throws IOException {
        write("package.json", "{\"scripts\": {\"start\": \"node server.js\"}}");
        write("server.js", "");
        write("worker.js", "");
        write("Dockerfile", "FROM node:22\nWORKDIR /app\nENV PORT=80 MODE=image\nCOPY . .\nCMD [\"node\", \"server.js\"]\n");
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private List<DeploymentUnit> units() throws IOException {
        Workspace workspace = DirectoryWorkspace.open(root);
        return new ComposeReader().read(workspace, new WorkspaceDocuments(workspace)).units();
    }

    private DeploymentUnit only() throws IOException {
        assertThat(units()).hasSize(1);
        return units().get(0);
    }

    private static String setting(DeploymentUnit unit, String name) {
        return unit.setting(name).map(set -> set.value().text().orElse("?")).orElse("");
    }

    private static String file(DeploymentUnit unit) {
        return ((EntryPoint.Program) unit.entryPoint()).file();
    }

    @Test
    void a_service_that_is_built_is_a_unit_and_a_database_is_none() throws IOException {
        write("compose.yaml", """
                services:
                  web:
                    build: .
                    ports: ["127.0.0.1:8080:80/tcp"]
                    mem_limit: 512m
                    stop_grace_period: 1m30s
                    user: "1000"
                    read_only: true
                    tmpfs: /run
                    deploy:
                      replicas: 3
                    volumes:
                      - uploads:/app/uploads
                      - type: bind
                        source: ./data
                        target: /data/
                  db:
                    image: postgres:16
                volumes: {uploads: {}}
                """);
        DeploymentUnit unit = only();
        assertThat(unit.name()).isEqualTo("web");
        assertThat(unit.host()).isEqualTo("docker");
        assertThat(file(unit)).isEqualTo("server.js");
        assertThat(setting(unit, "replicas")).isEqualTo("3");
        assertThat(setting(unit, "processes")).isEqualTo("3");
        assertThat(setting(unit, "port")).isEqualTo("80");
        assertThat(setting(unit, "memory")).isEqualTo("512");
        assertThat(setting(unit, "grace-period")).isEqualTo("90000");
        assertThat(setting(unit, "user")).isEqualTo("1000");
        assertThat(setting(unit, "read-only-root")).isEqualTo("true");
        assertThat(unit.mounts().stream().map(mount -> mount.kind() + " " + mount.path().text().orElse("")))
                .containsExactly("volume /app/uploads", "bind /data", "tmpfs /run");
        assertThat(unit.triggers().get(0).kind()).isEqualTo(Trigger.Kind.HTTP);
        assertThat(unit.way().get(0)).hasToString("Dockerfile:5");
    }

    @Test
    void a_command_outranks_the_images() throws IOException {
        write("docker-compose.yml", """
                services:
                  worker:
                    build: {context: ., dockerfile: Dockerfile}
                    command: node ${SCRIPT:-worker.js} --name "a b"
                """);
        assertThat(file(only())).isEqualTo("worker.js");
        assertThat(only().triggersKnown()).isFalse();
    }

    @Test
    void variables_come_from_image_files_and_config_in_this_order() throws IOException {
        write(".env", "TAG=7\n");
        write("web.env", "# web\nMODE=file\nexport KEY='a b'\nLEVEL=info # quiet\n");
        write("compose.yaml", """
                services:
                  web:
                    build: .
                    env_file: [web.env]
                    environment:
                      - MODE=config
                      - TAG=${TAG}
                      - OTHER=${OTHER}
                      - FROM_SHELL
                """);
        DeploymentUnit unit = only();
        assertThat(unit.environment().get("MODE").value()).isEqualTo(new Value.Known("config"));
        assertThat(unit.environment().get("PORT").value()).isEqualTo(new Value.Known("80"));
        assertThat(unit.environment().get("KEY").value()).isEqualTo(new Value.Known("a b"));
        assertThat(unit.environment().get("LEVEL").value()).isEqualTo(new Value.Known("info"));
        assertThat(unit.environment().get("TAG").value()).isEqualTo(new Value.Known("7"));
        assertThat(unit.environment().get("OTHER").value()).isInstanceOf(Value.Unknown.class);
        assertThat(unit.environment().get("FROM_SHELL").value()).isInstanceOf(Value.Unknown.class);
        assertThat(unit.environmentKnown()).isTrue();
    }

    @Test
    void an_env_file_that_is_not_there_hides_variables() throws IOException {
        write("compose.yaml", "services: {web: {build: ., env_file: .env.local}}\n");
        assertThat(only().environmentKnown()).isFalse();
    }

    @Test
    void production_is_laid_over_the_base() throws IOException {
        write("docker-compose.yml", "services:\n  web:\n    build: .\n    ports: ['80:80']\n");
        write("docker-compose.override.yml", "services:\n  web:\n    command: node worker.js\n");
        write("docker-compose.prod.yml", "services:\n  web:\n    deploy: {replicas: 2}\n");
        assertThat(file(only())).isEqualTo("server.js");
        assertThat(setting(only(), "replicas")).isEqualTo("2");
        assertThat(setting(only(), "port")).isEqualTo("80");
    }

    @Test
    void without_production_the_override_counts() throws IOException {
        write("docker-compose.yml", "services:\n  web:\n    build: .\n");
        write("docker-compose.override.yml", "services:\n  web:\n    command: node worker.js\n");
        write("docker-compose.dev.yml", "services:\n  web:\n    build: .\n    command: node dev.js\n");
        assertThat(file(only())).isEqualTo("worker.js");
    }

    @Test
    void a_service_takes_over_what_it_extends_and_what_anchors_say() throws IOException {
        write("common.yml", "services:\n  base:\n    build: .\n    environment: {A: '1', B: '1'}\n");
        write("compose.yaml", """
                x-limits: &limits
                  mem_limit: 1g
                services:
                  web:
                    <<: *limits
                    extends: {file: common.yml, service: base}
                    environment: {B: '2'}
                """);
        DeploymentUnit unit = only();
        assertThat(setting(unit, "memory")).isEqualTo("1024");
        assertThat(unit.environment().get("A").value()).isEqualTo(new Value.Known("1"));
        assertThat(unit.environment().get("B").value()).isEqualTo(new Value.Known("2"));
    }

    @Test
    void code_that_is_mounted_into_a_public_image_runs() throws IOException {
        write("compose.yaml", "services:\n  web:\n    image: node:22\n    working_dir: /code\n    command: npm start\n    volumes: ['.:/code']\n");
        assertThat(file(only())).isEqualTo("server.js");
        assertThat(setting(only(), "runtime")).isEqualTo("nodejs22");
    }

    @Test
    void a_service_may_run_the_image_that_another_one_builds() throws IOException {
        write("compose.yaml", "services:\n  web: {build: ., image: acme/shop}\n  worker: {image: acme/shop, command: [node, worker.js]}\n");
        assertThat(units().stream().map(ComposeReaderTest::file)).containsExactly("server.js", "worker.js");
    }

    @Test
    void services_for_tests_are_no_units() throws IOException {
        write("compose.yaml", "services:\n  e2e: {build: .}\n  seed: {build: ., profiles: [dev]}\n  web: {build: ., profiles: [dev, live]}\n");
        assertThat(only().name()).isEqualTo("web");
    }

    @Test
    void files_that_are_broken_do_no_harm() throws IOException {
        for (String text :
                List.of("", "services: 3", "services: [a]", "services: {web: }", "services: {web: {build: {}}}",
                        "services: {web: {build: ../..}}", "services: {web: {build: ., extends: web, ports: [[1], {a: b}], volumes: [':', '', {target: ''}], environment: 4, env_file: {a: b}, deploy: 1}}",
                        "services: {web: {build: 'https://github.com/a/b.git'}}", "services: {web: {build: ., command: 'a ${b'}}")) {
            write("compose.yaml", text);
            units();
        }
    }
}
