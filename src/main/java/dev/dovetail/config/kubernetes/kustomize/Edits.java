package dev.dovetail.config.kubernetes.kustomize;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Nodes;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Changed copies of nodes. */
final class Edits {

    private Edits() {}

    static ConfigNode.Scalar text(String text, Place place) {
        return new ConfigNode.Scalar(text, text, "", place);
    }

    /** The mapping with a key set to a value, in its place or at the end. */
    static ConfigNode.Mapping with(ConfigNode.Mapping mapping, String key, ConfigNode value) {
        List<ConfigNode.Entry> entries = new ArrayList<>();
        boolean found = false;
        for (ConfigNode.Entry entry : mapping.entries()) {
            boolean same = entry.key().equals(key);
            found |= same;
            entries.add(same ? new ConfigNode.Entry(key, entry.keyPlace(), value) : entry);
        }
        if (!found) {
            entries.add(new ConfigNode.Entry(key, value.place(), value));
        }
        return new ConfigNode.Mapping(entries, mapping.tag(), mapping.place());
    }

    static ConfigNode.Mapping without(ConfigNode.Mapping mapping, String key) {
        return new ConfigNode.Mapping(
                mapping.entries().stream().filter(entry -> !entry.key().equals(key)).toList(),
                mapping.tag(),
                mapping.place());
    }

    /** A node with what lies at a path of keys changed, if it is there. */
    static ConfigNode at(ConfigNode node, List<String> path, UnaryOperator<ConfigNode> change) {
        if (path.isEmpty()) {
            return change.apply(node);
        }
        Optional<ConfigNode> inner = node.get(path.get(0));
        return node instanceof ConfigNode.Mapping mapping && inner.isPresent()
                ? with(mapping, path.get(0), at(inner.get(), path.subList(1, path.size()), change))
                : node;
    }

    /** A node with a value set at a path of keys; mappings on the way are made. */
    static ConfigNode set(ConfigNode node, List<String> path, ConfigNode value) {
        if (path.isEmpty()) {
            return value;
        }
        ConfigNode.Mapping mapping =
                node instanceof ConfigNode.Mapping own ? own : new ConfigNode.Mapping(List.of(), "", value.place());
        ConfigNode inner = mapping.get(path.get(0)).orElse(new ConfigNode.Mapping(List.of(), "", value.place()));
        return with(mapping, path.get(0), set(inner, path.subList(1, path.size()), value));
    }

    /** A node with each mapping in it changed, the innermost first. */
    static ConfigNode everywhere(ConfigNode node, String key, Change change) {
        if (node instanceof ConfigNode.Mapping mapping) {
            List<ConfigNode.Entry> entries = new ArrayList<>();
            for (ConfigNode.Entry entry : mapping.entries()) {
                entries.add(
                        new ConfigNode.Entry(
                                entry.key(), entry.keyPlace(), everywhere(entry.value(), entry.key(), change)));
            }
            return change.apply(key, new ConfigNode.Mapping(entries, mapping.tag(), mapping.place()));
        }
        if (node instanceof ConfigNode.Sequence list) {
            return new ConfigNode.Sequence(
                    list.elements().stream().map(each -> everywhere(each, key, change)).toList(),
                    list.tag(),
                    list.place());
        }
        return node;
    }

    /** Changes a mapping that stands under a key, or in a list under it. */
    interface Change {
        ConfigNode apply(String key, ConfigNode.Mapping mapping);
    }

    static List<ConfigNode> elements(Optional<ConfigNode> node) {
        return node.map(Nodes::elements).orElse(List.of());
    }
}
