package dev.dovetail.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RulesSchemaTest {

    private static final Path FOLDER = RulesFiles.FOLDER.resolve("schema");

    @Test
    void every_file_of_rules_meets_its_schema() {
        RulesSchema schema = new RulesSchema();
        List<String> errors = new ArrayList<>();
        for (RulesFiles.RulesFile file : RulesFiles.all()) {
            errors.addAll(schema.errors(file.kind(), file.path().toString(), file.root()));
        }
        assertThat(errors).isEmpty();
    }

    @Test
    void schemas_are_themselves_valid() throws IOException {
        JsonSchema ofSchemas =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(
                                SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        for (Path file : files()) {
            JsonNode schema = new ObjectMapper().readTree(Files.readString(file));
            assertThat(ofSchemas.validate(schema)).as(file.toString()).isEmpty();
            assertThat(schema.path("$id").asText()).endsWith("/" + file.getFileName());
        }
    }

    @Test
    void every_key_says_what_it_is() throws IOException {
        List<String> silent = new ArrayList<>();
        for (Path file : files()) {
            JsonNode schema = new ObjectMapper().readTree(Files.readString(file));
            assertThat(schema.path("description").asText()).isNotBlank();
            schema.path("properties")
                    .properties()
                    .forEach(
                            key -> {
                                boolean says =
                                        key.getValue().isBoolean()
                                                || key.getValue().has("$ref")
                                                || key.getValue().has("description");
                                if (!says && !key.getKey().equals("name")) {
                                    silent.add(file + ": " + key.getKey());
                                }
                            });
        }
        assertThat(silent).isEmpty();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".schema.json")).sorted().toList();
        }
    }
}
