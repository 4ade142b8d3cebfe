package dev.dovetail.knowledge;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** Nodes of a document with its aliases written out; more is a bomb and no rule. */
    private static final int MOST_NODES = 100_000;

    private static final int DEEPEST = 50;

    private final String file;
    private final List<String> errors;

    private YamlTree(String file, List<String> errors) {
        this.file = file;
        this.errors = errors;
    }

    /** A document without aliases that go too far; why there is none is added to errors. */
    static Optional<MappingNode> compose(String file, String text, List<String> errors) {
        try {
            LoaderOptions options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            options.setNestingDepthLimit(DEEPEST);
            Node root = new Yaml(options).compose(new StringReader(text));
            if (count(root, 0, 0) > MOST_NODES) {
                errors.add(file + ":1:1: this is too large or too deep, or contains itself");
            } else if (root instanceof MappingNode mapping) {
                return Optional.of(mapping);
            } else {
                errors.add(file + ":1:1: this is no mapping");
            }
        } catch (MarkedYAMLException e) {
            String place =
                    Optional.ofNullable(e.getProblemMark())
                            .map(mark -> (mark.getLine() + 1) + ":" + (mark.getColumn() + 1))
                            .orElse("1:1");
            errors.add(file + ":" + place + ": " + e.getProblem());
        } catch (YAMLException e) {
            errors.add(file + ":1:1: " + e.getMessage());
        }
        return Optional.empty();
    }

    private static int count(Node node, int sum, int depth) {
        if (depth > DEEPEST || sum > MOST_NODES) {
            return MOST_NODES + 1;
        }
        int counted = sum + 1;
        if (node instanceof SequenceNode sequence) {
            for (Node item : sequence.getValue()) {
                counted = count(item, counted, depth + 1);
            }
        } else if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                counted = count(tuple.getKeyNode(), counted, depth + 1);
                counted = count(tuple.getValueNode(), counted, depth + 1);
            }
        }
        return counted;
    }

    /** The tree of what {@link #compose} gave. */
    static Tree.Fields of(String file, MappingNode document, List<String> errors) {
        return new YamlTree(file, errors).fields(document);
    }

    /** Where a node begins, as {@code file:line:column}. */
    static String where(String file, Node node) {
        return file
                + ":"
                + (node.getStartMark().getLine() + 1)
                + ":"
                + (node.getStartMark().getColumn() + 1);
    }

    private Tree convert(Node node) {
        if (node instanceof ScalarNode scalar) {
            return new Tree.Text(scalar.getValue(), where(file, node));
        }
        if (node instanceof SequenceNode sequence) {
            List<Tree> items = new ArrayList<>();
            sequence.getValue().forEach(item -> items.add(convert(item)));
            return new Tree.Items(items, where(file, node));
        }
        return fields((MappingNode) node);
    }

    private Tree.Fields fields(MappingNode node) {
        Map<String, Tree> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                if (fields.containsKey(key.getValue())) {
                    errors.add(
                            where(file, key) + ": the key " + key.getValue() + " stands twice");
                }
                fields.put(key.getValue(), convert(tuple.getValueNode()));
            } else {
                errors.add(where(file, tuple.getKeyNode()) + ": a key must be a plain text");
            }
        }
        return new Tree.Fields(fields, where(file, node));
    }
}
