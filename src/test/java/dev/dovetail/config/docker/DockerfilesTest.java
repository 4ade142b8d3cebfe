package dev.dovetail.config.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.ConfigReader;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Setting;
import dev.dovetail.config.Value;
import dev.dovetail.config.commands.CommandLine;
import dev.dovetail.config.documents.WorkspaceDocuments;
import dev.dovetail.workspace.DirectoryWorkspace;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DockerfilesTest {

    @TempDir Path root;

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Image image(String dockerfile) throws IOException {
        write("Dockerfile", dockerfile);
        return images().at("Dockerfile", "", Optional.empty(), Map.of()).orElseThrow();
    }

    private Images images() throws IOException {
        return new Images(DirectoryWorkspace.open(root));
    }

    private static String setting(Image image, String name) {
        return Optional.ofNullable(image.settings().get(name))
                .map(set -> set.value().text().orElse("?"))
                .orElse("");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(nullValues = "-", textBlock = """
            node:20,                                    nodejs20,   glibc
            node:20.11.1-alpine3.19,                    nodejs20,   musl
            node:lts-alpine,                            '',         musl
            node:iron-slim,                             nodejs20,   glibc
            docker.io/library/node:22,                  nodejs22,   glibc
            node:18@sha256:abc,                         nodejs18,   glibc
            gcr.io/distroless/nodejs22-debian12,        nodejs22,   glibc
            python:3.12-slim,                           python3.12, glibc
            python:3-alpine,                            '',         musl
            ghcr.io/astral-sh/uv:python3.13-bookworm,   python3.13, glibc
            tiangolo/uvicorn-gunicorn-fastapi:python3.9, python3.9, glibc
            eclipse-temurin:17-jre-alpine,              java17,     musl
            openjdk:8-jdk,                              java8,      glibc
            amazoncorretto:21,                          java21,     glibc
            maven:3.9.6-eclipse-temurin-21,             java21,     glibc
            tomcat:9.0-jdk11,                           java11,     glibc
            gcr.io/distroless/java17-debian12:nonroot,  java17,     glibc
            registry.access.redhat.com/ubi8/openjdk-17:1.18, java17, glibc
            registry:5000/acme/base:3,                  '',         ''
            debian:bookworm,                            '',         glibc
            """)
    void a_base_image_tells_runtime_and_libc(String base, String runtime, String libc)
            throws IOException {
        Image image = image("FROM " + base + "\n");
        assertThat(setting(image, "runtime")).isEqualTo(runtime);
        assertThat(setting(image, "libc")).isEqualTo(libc);
    }

    @Test
    void nodejs_of_alpine_is_the_version_of_the_release() throws IOException {
        assertThat(setting(image("FROM alpine:3.20\nRUN apk add --no-cache nodejs npm\n"), "runtime"))
                .isEqualTo("nodejs20");
    }

    @Test
    void arguments_before_and_in_stages_are_put_in() throws IOException {
        Image image = image("""
                ARG NODE_VERSION=18
                FROM node:${NODE_VERSION}-slim
                ARG PORT=3000
                ENV PORT=$PORT HOME="/home/${USER:-node}"
                EXPOSE ${PORT}
                """);
        assertThat(setting(image, "runtime")).isEqualTo("nodejs18");
        assertThat(image.exposed().get(0).value()).isEqualTo(new Value.Known(3000L));
        assertThat(image.environment().get("HOME").value()).isEqualTo(new Value.Known("/home/node"));
    }

    @Test
    void build_arguments_outrank_defaults() throws IOException {
        write("Dockerfile", "ARG V=18\nFROM node:$V\n");
        Image image =
                images().at("Dockerfile", "", Optional.empty(), Map.of("V", new Value.Known("24"))).orElseThrow();
        assertThat(setting(image, "runtime")).isEqualTo("nodejs24");
    }

    @Test
    void a_target_stops_at_its_stage() throws IOException {
        write("Dockerfile", "FROM node:20 AS one\nCMD [\"node\", \"a.js\"]\nFROM one AS two\nCMD node b.js\n");
        assertThat(images().at("Dockerfile", "", Optional.of("one"), Map.of()).orElseThrow().command())
                .contains(new CommandLine.Exec(List.of("node", "a.js")));
        assertThat(images().at("Dockerfile", "", Optional.empty(), Map.of()).orElseThrow().command())
                .contains(new CommandLine.ShellText("node b.js"));
        assertThat(images().at("Dockerfile", "", Optional.of("three"), Map.of())).isEmpty();
    }

    @Test
    void lines_go_on_through_comments_and_other_escapes() throws IOException {
        Image image = image("""
                # escape=`
                FROM node:20
                RUN apt-get update && `
                    # for thumbnails
                    apt-get install -y --no-install-recommends `
                      imagemagick=8:6.9 ffmpeg `
                    && rm -rf /var/lib/apt/lists/*
                CMD ["node", `
                     "server.js"]
                """);
        assertThat(setting(image, "system-packages").split(" ")).contains("imagemagick", "convert", "ffmpeg", "ffprobe", "git");
        assertThat(image.command()).contains(new CommandLine.Exec(List.of("node", "server.js")));
    }

    @Test
    void here_documents_are_no_instructions() throws IOException {
        Image image = image("FROM node:20-slim\nRUN <<EOF\napt-get install -y git\nCMD wrong\nEOF\nCOPY <<'X' /etc/a\nUSER wrong\nX\nUSER node:node\n");
        assertThat(setting(image, "user")).isEqualTo("node");
        assertThat(setting(image, "system-packages")).isEqualTo("git");
        assertThat(image.command()).isEmpty();
    }

    @Test
    void packages_that_are_deleted_again_are_not_there() throws IOException {
        assertThat(setting(image("FROM node:20-alpine\nRUN apk add --virtual .build python3 make && npm ci && apk del .build\n"), "system-packages"))
                .isEmpty();
    }

    @Test
    void programs_that_a_download_brings_are_not_known() throws IOException {
        assertThat(setting(image("FROM node:20-slim\nRUN curl -L https://yt-dl.org/yt-dlp -o /usr/bin/yt-dlp\n"), "system-packages"))
                .isEqualTo("?");
        assertThat(setting(image("FROM node:20-slim\nCOPY --from=mwader/static-ffmpeg:6 /ffmpeg /usr/bin/\n"), "system-packages"))
                .isEqualTo("?");
    }

    @Test
    void paths_lead_back_to_the_workspace() throws IOException {
        write("src/server.ts", "");
        write("package.json", "{}");
        write("scripts/start.sh", "");
        write("secret/key.js", "");
        write(".dockerignore", "# no secrets\nsecret\n**/*.log\n*.md\n!README.md\n");
        Image image = image("""
                FROM node:20 AS build
                WORKDIR /build
                COPY package*.json ./
                COPY . .
                RUN npm run build
                FROM node:20
                WORKDIR /app
                COPY --from=build /build/dist ./dist
                COPY --from=build /build/package.json ./
                COPY --chown=node:node scripts/start.sh /usr/local/bin/start
                COPY secret/ ./secret/
                """);
        ImageFiles files = image.files();
        assertThat(files.source("/app/dist/server.js")).contains("dist/server.js");
        assertThat(files.source("/app/package.json")).contains("package.json");
        assertThat(files.source("/usr/local/bin/start")).contains("scripts/start.sh");
        assertThat(files.source("/etc/passwd")).isEmpty();
        assertThat(files.source("/app/src/server.ts")).isEmpty();
        assertThat(files.holds("package.json")).isTrue();
        assertThat(files.holds("src/server.ts")).isFalse();
        assertThat(files.holds("secret/key.js")).isFalse();
        assertThat(files.places("scripts/start.sh")).containsExactly("/usr/local/bin/start");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(textBlock = """
            node_modules, node_modules/a/b.js, true
            node_modules, api/node_modules/a.js, false
            **/node_modules, api/node_modules/a.js, true
            *.md, README.md, true
            *.md, docs/README.md, false
            /dist/, dist/main.js, true
            ./dist, dist, true
            **, a/b, true
            doc?, docs/a, true
            a.b, axb, false
            """)
    void an_ignore_file_is_read_from_the_context(String pattern, String path, boolean excluded) {
        assertThat(DockerIgnore.of(".dockerignore", pattern).excludes(path)).isEqualTo(excluded);
    }

    @Test
    void the_last_pattern_that_matches_decides() {
        DockerIgnore ignore = DockerIgnore.of(".dockerignore", "*\n!src\nsrc/test\n");
        assertThat(ignore.excludes("package.json")).isTrue();
        assertThat(ignore.excludes("src/main.ts")).isFalse();
        assertThat(ignore.excludes("src/test/a.ts")).isTrue();
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource(delimiter = ';', textBlock = """
            ENTRYPOINT ["tini", "--"] ; CMD ["node", "a.js"] ; tini -- node a.js
            ENTRYPOINT ["tini", "--"] ; CMD node a.js        ; tini -- /bin/sh -c node a.js
            ENTRYPOINT node b.js      ; CMD ["node", "a.js"] ; $ node b.js
            ENTRYPOINT ["node"]       ; CMD ["a.js"]         ; node a.js
            ENTRYPOINT ["node"]       ; CMD []               ; node
            LABEL a=b                 ; CMD node a.js        ; $ node a.js
            SHELL ["/bin/bash", "-c"] ; CMD node a.js        ; bash -c node a.js
            """)
    void entrypoint_and_command_are_one_line(String first, String second, String line)
            throws IOException {
        CommandLine started =
                Images.started(image("FROM node:20\n" + first + "\n" + second + "\n"), Optional.empty(), Optional.empty())
                        .orElseThrow();
        String shown =
                started instanceof CommandLine.Exec exec
                        ? String.join(" ", exec.arguments())
                        : "$ " + ((CommandLine.ShellText) started).text();
        assertThat(shown).isEqualTo(line);
    }

    @Test
    void a_health_check_names_path_and_port() throws IOException {
        Image image = image("FROM node:20\nHEALTHCHECK --interval=5s CMD wget -q http://127.0.0.1:8080/healthz?x=1 || exit 1\n");
        assertThat(setting(image, "health-check-path")).isEqualTo("/healthz");
        assertThat(setting(image, "probe-port")).isEqualTo("8080");
    }

    private List<DeploymentUnit> bare(DeploymentUnit... others) throws IOException {
        Workspace workspace = DirectoryWorkspace.open(root);
        ConfigReader.Result result =
                new DockerfileReader(List.of(others)).read(workspace, new WorkspaceDocuments(workspace));
        return result.units();
    }

    @Test
    void a_dockerfile_that_nothing_deploys_is_a_unit() throws IOException {
        write("shop/package.json", "{}");
        write("shop/server.js", "");
        write("shop/Dockerfile", "FROM node:22\nWORKDIR /app\nCOPY . .\nVOLUME /app/data\nEXPOSE 80\nCMD [\"node\", \"server.js\"]\n");
        write("shop/Dockerfile.dev", "FROM node:22\nCOPY . .\nCMD node server.js\n");
        write("web/Dockerfile", "FROM nginx\nCOPY dist /usr/share/nginx/html\n");
        DeploymentUnit.Draft other =
                DeploymentUnit.draft("shop", "kubernetes", Place.startOf("k8s.yaml"), "kubernetes")
                        .by(Place.startOf("shop/Dockerfile"));
        assertThat(bare(other.build())).isEmpty();
        other.setting("working-folder", Setting.byDefault("/app"))
                .mount(new DeploymentUnit.Mount(new Value.Known("/app"), "bind", Place.startOf("k8s.yaml")));
        assertThat(bare(other.build())).hasSize(1);
        List<DeploymentUnit> units = bare();
        assertThat(units).hasSize(1);
        DeploymentUnit unit = units.get(0);
        assertThat(unit.name()).isEqualTo("shop");
        assertThat(((EntryPoint.Program) unit.entryPoint()).file()).isEqualTo("shop/server.js");
        assertThat(unit.mounts().get(0).path()).isEqualTo(new Value.Known("/app/data"));
        assertThat(unit.way().get(0)).hasToString("shop/Dockerfile:6");
        assertThat(unit.environmentKnown()).isFalse();
    }

    @Test
    void the_context_is_the_folder_that_has_what_is_copied() throws IOException {
        write("package.json", "{}");
        write("src/index.js", "");
        write("docker/api/Dockerfile", "FROM node:22\nCOPY package.json ./\nCOPY src src\nCMD node src/index.js\n");
        assertThat(((EntryPoint.Program) bare().get(0).entryPoint()).file()).isEqualTo("src/index.js");
    }

    @Test
    void a_package_is_found_of_which_only_parts_are_copied() throws IOException {
        write("package.json", "{\"scripts\": {\"start\": \"pnpm --filter ./apps/api run live\"}}");
        write("apps/api/package.json", "{\"name\": \"@acme/api\", \"scripts\": {\"live\": \"node dist/main\"}}");
        write("apps/api/src/main.ts", "");
        for (String command : List.of("pnpm start", "pnpm --filter @acme/api live", "npm run live -w @acme/api", "cd apps/api && npm run live")) {
            write("Dockerfile", """
                    FROM node:22 AS build
                    COPY . /src
                    FROM node:22
                    WORKDIR /app
                    COPY --from=build /src/package.json ./
                    COPY --from=build /src/apps/api/dist apps/api/dist
                    COPY --from=build /src/apps/api/package.json apps/api/package.json
                    CMD\s""".concat(command + "\n"));
            assertThat(((EntryPoint.Program) bare().get(0).entryPoint()).file()).isEqualTo("apps/api/dist/main");
        }
    }

    @Test
    void images_for_functions_are_no_units() throws IOException {
        write("handler.js", "");
        write("Dockerfile", "FROM public.ecr.aws/lambda/nodejs:22\nCOPY handler.js ./\nCMD [\"handler.handler\"]\n");
        assertThat(bare()).isEmpty();
    }

    @Test
    void a_broken_dockerfile_does_no_harm() throws IOException {
        for (String text :
                List.of("", "FROM", "FROM \\", "COPY", "FROM a\nCOPY\nCOPY x\nENV\nENV A\nEXPOSE\nUSER\nVOLUME [\nCMD [\"",
                        "FROM a AS a\nCOPY --from=a / /\n".repeat(60), "RUN <<EOF\n", "FROM ${A:-${B:-${C}}}\n",
                        "FROM a\nENV A=$A\nENV B=\"" + "\\".repeat(5000) + "\n", "FROM a\nRUN " + "apk add ".repeat(3000))) {
            write("Dockerfile", text);
            images().at("Dockerfile", "", Optional.empty(), Map.of());
            bare();
        }
    }
}
