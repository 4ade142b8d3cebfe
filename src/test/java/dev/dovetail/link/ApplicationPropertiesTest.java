package dev.dovetail.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.engine.Analysis;
import dev.dovetail.knowledge.KnowledgeResource;
import dev.dovetail.workspace.DirectoryWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplicationPropertiesTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "shop.folder, /data/prod",
        "shop.max-size, 5MB",
        "shop.maxSize, 5MB",
        "shop.url, jdbc:h2:mem:x",
        "shop.table, orders",
        "shop.overridden, from-env",
        "shop.file, /data/prod/shop.log",
    })
    void a_property_has_the_value_of_its_profile_and_variables(String name, String expected)
            throws IOException {
        assertThat(value(name).text()).isEqualTo(Optional.of(expected));
    }

    @Test
    void a_property_that_nothing_sets_is_absent() throws IOException {
        assertThat(value("shop.nothing")).isInstanceOf(Folded.Nothing.class);
        assertThat(value("shop.other")).isInstanceOf(Folded.Nothing.class);
    }

    private Folded value(String name) throws IOException {
        write(
                "serverless.yml",
                """
                service: shop
                provider:
                  name: aws
                  runtime: java21
                  environment: {TABLE: orders, SPRING_PROFILES_ACTIVE: prod, SHOP_OVERRIDDEN: from-env}
                functions:
                  api: {handler: shop.Handler}
                """);
        write(
                "src/main/resources/application.yml",
                """
                shop:
                  folder: /data/base
                  max-size: 5MB
                  url: ${SHOP_DB:jdbc:h2:mem:x}
                  table: ${TABLE}
                  overridden: from-file
                  file: ${shop.folder}/shop.log
                ---
                spring.config.activate.on-profile: dev
                shop.other: dev
                """);
        write("src/main/resources/application-prod.properties", "# prod\nshop.folder = /data/prod\n");
        write(
                "src/main/java/shop/Handler.java",
                "package shop; public class Handler { public String handleRequest(String s) { return s; } }");
        Analysis analysis =
                new Analysis(DirectoryWorkspace.open(folder), KnowledgeResource.load());
        LinkedUnit unit = analysis.link(Optional.empty()).get(0);
        return unit.folder().properties().value(unit.files().get(0), name);
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
