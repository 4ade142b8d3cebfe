package dev.dovetail.config.kubernetes.kustomize;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Operations on an object by paths: https://www.rfc-editor.org/rfc/rfc6902. */
final class JsonPatch {

    private JsonPatch() {}

    /** Whether a node is a list of operations. */
    static boolean isPatch(ConfigNode node) {
        return node instanceof ConfigNode.Sequence list
                && list.elements().stream().allMatch(each -> each.get("op").isPresent() && each.get("path").isPresent());
    }

    /** The object after all operations that can be made. */
    static ConfigNode apply(ConfigNode object, ConfigNode operations) {
        ConfigNode changed = object;
        for (ConfigNode operation : Nodes.elements(operations)) {
            String path = Nodes.text(operation, "path").orElse("");
            List<String> keys = new ArrayList<>();
            for (String part : path.split("/")) {
                keys.add(part.replace("~1", "/").replace("~0", "~"));
            }
            if (path.startsWith("/") && keys.size() > 1) {
                changed =
                        change(
                                changed,
                                keys.subList(1, keys.size()),
                                Nodes.text(operation, "op").orElse(""),
                                operation.get("value"));
            }
        }
        return changed;
    }

    private static ConfigNode change(
            ConfigNode node, List<String> path, String operation, Optional<ConfigNode> value) {
        String key = path.get(0);
        boolean last = path.size() == 1;
        if (node instanceof ConfigNode.Mapping mapping) {
            if (!last) {
                return mapping.get(key)
                        .<ConfigNode>map(inner -> Edits.with(mapping, key, change(inner, path.subList(1, path.size()), operation, value)))
                        .orElse(node);
            }
            if (operation.equals("remove")) {
                return Edits.without(mapping, key);
            }
            return value.isPresent() && isSetting(operation) ? Edits.with(mapping, key, value.get()) : node;
        }
        if (!(node instanceof ConfigNode.Sequence list)) {
            return node;
        }
        int size = list.elements().size();
        int index = key.equals("-") ? size : key.matches("\\d{1,6}") ? Integer.parseInt(key) : -1;
        if (index < 0 || index > size || index == size && !(last && operation.equals("add"))) {
            return node;
        }
        List<ConfigNode> elements = new ArrayList<>(list.elements());
        if (!last) {
            elements.set(index, change(elements.get(index), path.subList(1, path.size()), operation, value));
        } else if (operation.equals("remove")) {
            elements.remove(index);
        } else if (operation.equals("add") && value.isPresent()) {
            elements.add(index, value.get());
        } else if (operation.equals("replace") && value.isPresent()) {
            elements.set(index, value.get());
        }
        return new ConfigNode.Sequence(elements, list.tag(), list.place());
    }

    private static boolean isSetting(String operation) {
        return operation.equals("add") || operation.equals("replace");
    }
}
