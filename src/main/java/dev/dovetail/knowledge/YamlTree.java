package dev.dovetail.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads YAML as a {@link Tree}; scalars stay the texts that they are. */
final class YamlTree {

    private final String file;
    private final List<String> errors;

    private YamlTree(String file, List<String> errors) {
        this.file = file;
        this.errors = errors;
    }

    /** The document, or an empty one when it cannot be parsed: why is then added to errors. */
    static Tree.Fields read(String file, String text, List<String> errors) {
        YamlTree reader = new YamlTree(file, errors);
        try {
            LoaderOptions options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            Node root = new Yaml(options).compose(new java.io.StringReader(text));
            if (root != null && reader.convert(root) instanceof Tree.Fields fields) {
                return fields;
            }
            errors.add(file + ":1: this is no mapping");
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            errors.add(file + ":" + line + ": " + e.getProblem());
        } catch (YAMLException e) {
            errors.add(file + ":1: " + e.getMessage());
        }
        return new Tree.Fields(Map.of(), file + ":1");
    }

    private Tree convert(Node node) {
        String where = file + ":" + (node.getStartMark().getLine() + 1);
        if (node instanceof ScalarNode scalar) {
            return new Tree.Text(scalar.getValue(), where);
        }
        if (node instanceof SequenceNode sequence) {
            List<Tree> items = new ArrayList<>();
            sequence.getValue().forEach(item -> items.add(convert(item)));
            return new Tree.Items(items, where);
        }
        Map<String, Tree> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : ((MappingNode) node).getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                if (fields.containsKey(key.getValue())) {
                    errors.add(where + ": the key " + key.getValue() + " stands twice");
                }
                fields.put(key.getValue(), convert(tuple.getValueNode()));
            } else {
                errors.add(where + ": a key must be a plain text");
            }
        }
        return new Tree.Fields(fields, where);
    }
}
