package dev.dovetail.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Everything in {@code rules/} has its place, so that a diff shows what changed: keys in the order of
 * the schema, lists of names in the alphabet's. {@code -Drules=sort} puts such lists in order.
 */
class RulesOrderTest {

    /** Lists in which order says nothing. */
    private static final Set<String> SORTED =
            Set.of(
                    "api",
                    "apis",
                    "per_request_methods",
                    "promises",
                    "quiet",
                    "reaches",
                    "reads",
                    "sources",
                    "writes");

    private final Map<String, JsonNode> schemas = new HashMap<>();

    @Test
    void keys_stand_in_the_order_of_the_schema() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (RulesFiles.RulesFile file : RulesFiles.all()) {
            String schema = file.kind() + ".schema.json";
            keys(file.path(), file.root(), schema, schema(schema), wrong);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void lists_of_names_are_in_order_and_name_nothing_twice() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (RulesFiles.RulesFile file : RulesFiles.all()) {
            TreeMap<Integer, SequenceNode> unsorted = new TreeMap<>(Comparator.reverseOrder());
            lists(file.root(), "", unsorted);
            boolean sorts = "sort".equals(System.getProperty("rules"));
            if (sorts) {
                Files.writeString(file.path(), sorted(file.text(), unsorted));
            }
            unsorted.values().stream()
                    // Sorting leaves in a list what it names twice.
                    .filter(list -> !sorts || namesTwice(list))
                    .forEach(list -> wrong.add(YamlTree.where(file.path().toString(), list)));
        }
        assertThat(wrong).as("lists that -Drules=sort would sort, or that name something twice").isEmpty();
    }

    private JsonNode schema(String name) throws IOException {
        if (!schemas.containsKey(name)) {
            Path path = RulesFiles.FOLDER.resolve("schema").resolve(name);
            schemas.put(name, new ObjectMapper().readTree(Files.readString(path)));
        }
        return schemas.get(name);
    }

    private void keys(Path file, Node node, String document, JsonNode schema, List<String> wrong)
            throws IOException {
        if (schema.has("$ref") && !schema.has("properties")) {
            String[] reference = schema.get("$ref").asText().split("#");
            String other = reference[0].isEmpty() ? document : reference[0];
            keys(file, node, other, schema(other).at(reference[1]), wrong);
        } else if (node instanceof SequenceNode sequence) {
            for (Node item : sequence.getValue()) {
                keys(file, item, document, schema.path("items"), wrong);
            }
        } else if (node instanceof MappingNode mapping) {
            JsonNode properties = schema.path("properties");
            List<String> order = new ArrayList<>();
            properties.fieldNames().forEachRemaining(order::add);
            int last = -1;
            for (NodeTuple tuple : mapping.getValue()) {
                String key = ((ScalarNode) tuple.getKeyNode()).getValue();
                int position = order.indexOf(key);
                if (position >= 0 && position < last) {
                    wrong.add(
                            YamlTree.where(file.toString(), tuple.getKeyNode())
                                    + ": "
                                    + key
                                    + " stands before "
                                    + order.get(last));
                }
                last = Math.max(last, position);
                JsonNode inner =
                        position >= 0
                                ? properties.get(key)
                                : schema.path("additionalProperties");
                keys(file, tuple.getValueNode(), document, inner, wrong);
            }
        }
    }

    private static void lists(Node node, String key, Map<Integer, SequenceNode> unsorted) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                lists(
                        tuple.getValueNode(),
                        ((ScalarNode) tuple.getKeyNode()).getValue(),
                        unsorted);
            }
        } else if (node instanceof SequenceNode sequence) {
            boolean texts = sequence.getValue().stream().allMatch(ScalarNode.class::isInstance);
            if (texts && SORTED.contains(key)) {
                List<String> written = texts(sequence);
                if (!written.equals(written.stream().distinct().sorted().toList())) {
                    unsorted.put(sequence.getStartMark().getIndex(), sequence);
                }
            }
            sequence.getValue().forEach(item -> lists(item, key, unsorted));
        }
    }

    private static boolean namesTwice(SequenceNode list) {
        List<String> written = texts(list);
        return written.stream().distinct().count() < written.size();
    }

    private static List<String> texts(SequenceNode sequence) {
        return sequence.getValue().stream().map(item -> ((ScalarNode) item).getValue()).toList();
    }

    /** The text with the items of each list, from the last list to the first, put in order. */
    private static String sorted(String text, Map<Integer, SequenceNode> unsorted) {
        StringBuilder sorted = new StringBuilder(text);
        for (SequenceNode list : unsorted.values()) {
            List<Node> items = list.getValue();
            List<String> ordered =
                    items.stream()
                            .map(ScalarNode.class::cast)
                            .sorted(Comparator.comparing(ScalarNode::getValue))
                            .map(item -> written(text, item))
                            .toList();
            for (int i = items.size() - 1; i >= 0; i--) {
                sorted.replace(index(text, items.get(i), true), index(text, items.get(i), false), ordered.get(i));
            }
        }
        return sorted.toString();
    }

    private static String written(String text, Node item) {
        return text.substring(index(text, item, true), index(text, item, false));
    }

    /** Marks count code points, texts UTF-16 units. */
    private static int index(String text, Node item, boolean start) {
        return text.offsetByCodePoints(
                0, (start ? item.getStartMark() : item.getEndMark()).getIndex());
    }
}
