package dev.dovetail.knowledge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * YAML as the JSON that editors take it for: plain scalars get their types by YAML 1.2's core
 * schema, in which {@code on} is a text. Remembers where each value stands.
 */
final class YamlJson {

    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");

    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

    private final Map<List<String>, Node> values = new HashMap<>();
    private final Map<List<String>, Node> keys = new HashMap<>();

    JsonNode of(MappingNode document) {
        return convert(document, List.of());
    }

    /** The key of this name in the value at a path; the value itself when there is no such key. */
    Node place(List<String> path, String key) {
        Node found = key == null ? null : keys.get(with(path, key));
        for (List<String> at = path; found == null; at = at.subList(0, at.size() - 1)) {
            found = values.get(at);
        }
        return found;
    }

    private JsonNode convert(Node node, List<String> path) {
        values.put(path, node);
        if (node instanceof MappingNode mapping) {
            ObjectNode object = MAKE.objectNode();
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key) {
                    List<String> inner = with(path, key.getValue());
                    keys.put(inner, key);
                    object.set(key.getValue(), convert(tuple.getValueNode(), inner));
                }
            }
            return object;
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = MAKE.arrayNode();
            for (Node item : sequence.getValue()) {
                array.add(convert(item, with(path, String.valueOf(array.size()))));
            }
            return array;
        }
        return scalar((ScalarNode) node);
    }

    private static JsonNode scalar(ScalarNode node) {
        String text = node.getValue();
        if (node.getScalarStyle() != ScalarStyle.PLAIN) {
            return MAKE.textNode(text);
        }
        if (INTEGER.matcher(text).matches()) {
            return MAKE.numberNode(new BigInteger(text));
        }
        if (NUMBER.matcher(text).matches()) {
            return MAKE.numberNode(new BigDecimal(text));
        }
        return switch (text) {
            case "true", "True", "TRUE" -> MAKE.booleanNode(true);
            case "false", "False", "FALSE" -> MAKE.booleanNode(false);
            case "", "~", "null", "Null", "NULL" -> MAKE.nullNode();
            default -> MAKE.textNode(text);
        };
    }

    private static List<String> with(List<String> path, String step) {
        List<String> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }
}
