package dev.dovetail.config.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.config.TestDocuments;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.workspace.DirectoryWorkspace;
import dev.dovetail.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuiltImagesTest {

    @TempDir Path root;

    @BeforeEach
    void two_services() throws IOException {
        write("services/orders/Dockerfile", "FROM node:22\nCOPY . .\nCMD [\"node\", \"orders.js\"]\n");
        write("services/orders/orders.js", "");
        write("services/mail/Dockerfile", "FROM node:22\nCOPY . .\nCMD [\"node\", \"mail.js\"]\n");
        write("services/mail/Dockerfile.slim", "FROM node:22-slim\nCOPY . .\nCMD [\"node\", \"mail.js\"]\n");
        write("services/mail/mail.js", "");
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** The Dockerfile and context of an image, or none. */
    private String built(String name) throws IOException {
        Workspace workspace = DirectoryWorkspace.open(root);
        return new BuiltImages(new Manifests(workspace, TestDocuments.of(workspace)))
                .of(name)
                .map(image -> image.file() + " from " + image.context())
                .orElse("none");
    }

    @Test
    void compose_says_what_an_image_is_built_from() throws IOException {
        write("compose.yaml", """
                services:
                  web:
                    image: ${REGISTRY}/shop-web:${TAG:-latest}
                    build: ./services/orders
                """);
        assertThat(built("ghcr.io/acme/shop-web:1.2")).isEqualTo("services/orders/Dockerfile from services/orders");
        assertThat(built("ghcr.io/acme/shop-admin:1.2")).isEqualTo("none");
    }

    @Test
    void a_workflow_says_it_with_commands_and_variables() throws IOException {
        write(".github/workflows/release.yml", """
                env:
                  IMAGE: acme/shop
                jobs:
                  build:
                    runs-on: ubuntu-latest
                    steps:
                      - run: docker build -t $IMAGE:${{ github.sha }} .
                        working-directory: services/orders
                      - run: |
                          cd services
                          docker buildx build --push -f mail/Dockerfile.slim -t ${{ env.IMAGE }}-mail mail
                """);
        assertThat(built("acme/shop:abc")).isEqualTo("services/orders/Dockerfile from services/orders");
        assertThat(built("docker.io/acme/shop-mail")).isEqualTo("services/mail/Dockerfile.slim from services/mail");
    }

    @Test
    void a_workflow_says_it_with_an_action_its_metadata_and_a_matrix() throws IOException {
        write(".github/workflows/release.yml", """
                jobs:
                  build:
                    strategy:
                      matrix:
                        service: [orders, mail]
                    steps:
                      - uses: docker/metadata-action@v5
                        id: meta
                        with:
                          images: ghcr.io/acme/shop-${{ matrix.service }}
                      - uses: docker/build-push-action@v6
                        with:
                          context: services/${{ matrix.service }}
                          tags: ${{ steps.meta.outputs.tags }}
                """);
        assertThat(built("ghcr.io/acme/shop-orders")).isEqualTo("services/orders/Dockerfile from services/orders");
        assertThat(built("ghcr.io/acme/shop-mail")).isEqualTo("services/mail/Dockerfile from services/mail");
    }

    @Test
    void cloud_build_skaffold_make_and_scripts_say_it() throws IOException {
        write("cloudbuild.yaml", """
                steps:
                  - name: gcr.io/cloud-builders/docker
                    args: [build, -t, 'gcr.io/$PROJECT_ID/shop-1', services/orders]
                """);
        write("skaffold.yaml", """
                build:
                  artifacts:
                    - image: shop-2
                      context: services/mail
                      docker: {dockerfile: Dockerfile.slim}
                """);
        write("Makefile", "NAME := acme/shop-3\nimage:\n\t@docker build -t $(NAME) services/mail\n");
        write("bin/build.sh", "#!/bin/sh\ncd services/orders && docker build -t shop-4 .\ndocker tag shop-4 registry.acme.io/shop-5\n");
        assertThat(built("gcr.io/acme-prod/shop-1:v1")).isEqualTo("services/orders/Dockerfile from services/orders");
        assertThat(built("shop-2")).isEqualTo("services/mail/Dockerfile.slim from services/mail");
        assertThat(built("acme/shop-3")).isEqualTo("services/mail/Dockerfile from services/mail");
        assertThat(built("acme/shop-4")).isEqualTo("services/orders/Dockerfile from services/orders");
        assertThat(built("registry.acme.io/shop-5:2")).isEqualTo("services/orders/Dockerfile from services/orders");
    }

    @Test
    void a_name_with_two_builds_is_unknown_unless_tags_tell() throws IOException {
        write("build.sh", "docker build -t acme/shop:orders services/orders\ndocker build -t acme/shop:mail services/mail\n");
        assertThat(built("acme/shop:mail")).isEqualTo("services/mail/Dockerfile from services/mail");
        assertThat(built("acme/shop:v2")).isEqualTo("none");
    }

    @Test
    void a_folder_of_that_name_is_taken_when_nothing_says_more() throws IOException {
        assertThat(built("registry.acme.io/orders:1")).isEqualTo("services/orders/Dockerfile from services/orders");
    }

    @ParameterizedTest
    @CsvSource({
        "acme/api:1, acme/api, 0",
        "api, ghcr.io/acme/api, 2",
        "${REG}/api:${TAG}, ghcr.io/acme/api@sha256:0, 1",
        "ghcr.io/${owner}/${repository}, ghcr.io/acme/api, 3",
        "${IMAGE}, ghcr.io/acme/api, ",
        "acme/api, ghcr.io/other/api, ",
        "acme/redis, redis:7, ",
        "acme/api-${ENV}, acme/api-prod, 0",
        "docker.io/library/api, api, 0",
    })
    void names_agree_from_their_end(String built, String deployed, Integer rank) {
        var agreement = ImageName.of(built).agreesWith(ImageName.of(deployed));
        assertThat(agreement.isPresent() ? agreement.getAsInt() : null).isEqualTo(rank);
    }
}
