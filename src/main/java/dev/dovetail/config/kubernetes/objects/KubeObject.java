package dev.dovetail.config.kubernetes.objects;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Nodes;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An object that is given to a cluster.
 *
 * @param group of its API, such as {@code apps}; empty for the core
 * @param namespace or empty when the one who applies it says
 * @param node the whole of it
 */
public record KubeObject(String group, String kind, String name, String namespace, ConfigNode node) {

    private static final int DEEPEST = 4;

    /** The objects of a document: itself, or the items when it is a list; none when it is no object. */
    public static List<KubeObject> of(ConfigNode document) {
        List<KubeObject> found = new ArrayList<>();
        add(document, found, 0);
        return found;
    }

    private static void add(ConfigNode document, List<KubeObject> found, int depth) {
        Optional<String> kind = Nodes.text(document, "kind");
        Optional<String> version = Nodes.text(document, "apiVersion");
        if (kind.isEmpty() || version.isEmpty() || depth > DEEPEST) {
            return;
        }
        if (kind.get().endsWith("List") && document.get("items").isPresent()) {
            Nodes.elements(document.get("items").get()).forEach(item -> add(item, found, depth + 1));
            return;
        }
        int slash = version.get().indexOf('/');
        found.add(
                new KubeObject(
                        slash < 0 ? "" : version.get().substring(0, slash),
                        kind.get(),
                        Nodes.text(document, "metadata", "name").orElse(""),
                        Nodes.text(document, "metadata", "namespace").orElse(""),
                        document));
    }

    public Optional<ConfigNode> get(String... keys) {
        return Nodes.at(node, keys);
    }

    /** Where its name stands, or the object begins. */
    public Place place() {
        return get("metadata", "name").map(ConfigNode::place).orElse(node.place());
    }

    /** The file that it is written in. */
    public String file() {
        return node.place().file();
    }

    /** The text of an annotation. */
    public Optional<ConfigNode> annotation(String key) {
        return get("metadata", "annotations").flatMap(all -> all.get(key));
    }

    /** Texts by key, as labels and selectors are. */
    public static Map<String, String> texts(Optional<ConfigNode> node) {
        Map<String, String> found = new LinkedHashMap<>();
        for (ConfigNode.Entry entry : Nodes.entries(node)) {
            Nodes.text(entry.value()).ifPresent(text -> found.put(entry.key(), text));
        }
        return found;
    }
}
