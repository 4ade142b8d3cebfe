package dev.dovetail.knowledge;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * The JSON Schemas of {@code rules/schema}, which every file of rules meets.
 *
 * <p>The library that knows them takes longer to load than a check takes: the build holds the rules
 * that are built in against them, and a run only those of users.
 */
final class RulesSchema {

    private static final String PUBLISHED =
            "https://raw.githubusercontent.com/dovetail-dev/dovetail/main/rules/schema/";
    private static final String BUNDLED = "classpath:dev/dovetail/knowledge/schema/";

    private final JsonSchemaFactory factory =
            JsonSchemaFactory.getInstance(
                    SpecVersion.VersionFlag.V202012,
                    builder ->
                            builder.schemaMappers(
                                    mappers -> mappers.mapPrefix(PUBLISHED, BUNDLED)));

    private final Map<String, JsonSchema> schemas = new HashMap<>();

    /** What of a document of this kind the schema refuses: {@code file:line:column: what}. */
    List<String> errors(String kind, String file, MappingNode document) {
        YamlJson json = new YamlJson();
        JsonNode value = json.of(document);
        // In the order of their places, and each once, whichever branch of the schema found it.
        TreeSet<Refusal> refusals = new TreeSet<>();
        for (ValidationMessage message : schema(kind).validate(value)) {
            refusals.add(
                    new Refusal(json.place(pointer(message), message.getProperty()), says(message)));
        }
        List<String> errors = new ArrayList<>();
        refusals.forEach(
                refusal ->
                        errors.add(YamlTree.where(file, refusal.place()) + ": " + refusal.says()));
        return errors;
    }

    private JsonSchema schema(String kind) {
        return schemas.computeIfAbsent(
                kind,
                name -> factory.getSchema(SchemaLocation.of(PUBLISHED + name + ".schema.json")));
    }

    private static List<String> pointer(ValidationMessage message) {
        List<String> steps = new ArrayList<>();
        JsonNodePath path = message.getInstanceLocation();
        for (int i = 0; i < path.getNameCount(); i++) {
            steps.add(String.valueOf(path.getElement(i)));
        }
        return steps;
    }

    /** Which key, what is wrong with it, and what the schema says should stand there. */
    private String says(ValidationMessage message) {
        String key = String.join(".", pointer(message));
        String sentence = message.getMessage();
        int afterPath = sentence.indexOf(": ");
        String wrong = afterPath < 0 ? sentence : sentence.substring(afterPath + 2);
        String wanted =
                factory.getSchema(parent(message.getSchemaLocation()))
                        .getSchemaNode()
                        .path("description")
                        .asText();
        return (key.isEmpty() ? "" : key + ": ") + wrong + (wanted.isEmpty() ? "" : ". " + wanted);
    }

    /** The schema that a keyword belongs to. */
    private static SchemaLocation parent(SchemaLocation keyword) {
        String location = keyword.toString();
        return SchemaLocation.of(location.substring(0, location.lastIndexOf('/')));
    }

    /** In the order of places, then of words. */
    private record Refusal(Node place, String says) implements Comparable<Refusal> {
        @Override
        public int compareTo(Refusal other) {
            int order =
                    Integer.compare(
                            place.getStartMark().getIndex(), other.place.getStartMark().getIndex());
            return order != 0 ? order : says.compareTo(other.says);
        }
    }
}
