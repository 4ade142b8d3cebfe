package dev.dovetail.config.kubernetes.kustomize;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A part of an object laid over it.
 *
 * <p>https://github.com/kubernetes/community/blob/master/contributors/devel/sig-api-machinery/strategic-merge-patch.md
 */
final class StrategicMerge {

    private static final String DIRECTIVE = "$patch";

    /** By what the elements of a list are told apart; other lists are replaced whole. */
    private static final Map<String, String> KEYS =
            Map.of(
                    "containers", "name",
                    "initContainers", "name",
                    "ephemeralContainers", "name",
                    "env", "name",
                    "volumes", "name",
                    "imagePullSecrets", "name",
                    "volumeMounts", "mountPath",
                    "volumeClaimTemplates", "metadata.name",
                    "hostAliases", "ip");

    private StrategicMerge() {}

    /** The base with the patch over it; empty when the patch takes it away. */
    static Optional<ConfigNode> merge(ConfigNode base, ConfigNode patch) {
        String directive = Nodes.text(patch, DIRECTIVE).orElse("");
        if (directive.equals("delete")) {
            return Optional.empty();
        }
        if (!(base instanceof ConfigNode.Mapping own) || !(patch instanceof ConfigNode.Mapping over)) {
            return Optional.of(patch);
        }
        if (directive.equals("replace")) {
            return Optional.of(Edits.without(over, DIRECTIVE));
        }
        ConfigNode.Mapping merged = own;
        for (ConfigNode.Entry entry : over.entries()) {
            if (entry.key().startsWith("$")) {
                continue;
            }
            Optional<ConfigNode> before = own.get(entry.key());
            if (entry.value() instanceof ConfigNode.Scalar scalar && scalar.value() == null) {
                merged = Edits.without(merged, entry.key());
                continue;
            }
            Optional<ConfigNode> after =
                    before.isEmpty()
                            ? Optional.of(entry.value())
                            : value(entry.key(), before.get(), entry.value());
            ConfigNode.Mapping sofar = merged;
            merged =
                    after.map(value -> Edits.with(sofar, entry.key(), value))
                            .orElse(Edits.without(sofar, entry.key()));
        }
        return Optional.of(merged);
    }

    private static Optional<ConfigNode> value(String key, ConfigNode before, ConfigNode patch) {
        if (before instanceof ConfigNode.Sequence own && patch instanceof ConfigNode.Sequence over) {
            Optional<String> by = key(key, over);
            return Optional.of(by.isPresent() ? lists(own, over, by.get()) : over);
        }
        return merge(before, patch);
    }

    private static Optional<String> key(String list, ConfigNode.Sequence over) {
        if (!list.equals("ports")) {
            return Optional.ofNullable(KEYS.get(list));
        }
        boolean ofContainer = over.elements().stream().anyMatch(each -> each.get("containerPort").isPresent());
        return Optional.of(ofContainer ? "containerPort" : "port");
    }

    private static ConfigNode lists(ConfigNode.Sequence own, ConfigNode.Sequence over, String key) {
        boolean replaces =
                over.elements().stream().anyMatch(each -> Nodes.text(each, DIRECTIVE).filter("replace"::equals).isPresent());
        List<ConfigNode> merged = new ArrayList<>(replaces ? List.of() : own.elements());
        List<ConfigNode> added = new ArrayList<>();
        for (ConfigNode element : over.elements()) {
            Optional<String> name = Nodes.text(element, key.split("\\."));
            int at = name.isEmpty() ? -1 : index(merged, key, name.get());
            if (at < 0) {
                if (Nodes.text(element, DIRECTIVE).isEmpty()) {
                    added.add(element);
                }
                continue;
            }
            Optional<ConfigNode> both = merge(merged.get(at), element);
            if (both.isPresent()) {
                merged.set(at, both.get());
            } else {
                merged.remove(at);
            }
        }
        merged.addAll(added);
        return new ConfigNode.Sequence(merged, own.tag(), own.place());
    }

    private static int index(List<ConfigNode> elements, String key, String name) {
        for (int i = 0; i < elements.size(); i++) {
            if (Nodes.text(elements.get(i), key.split("\\.")).filter(name::equals).isPresent()) {
                return i;
            }
        }
        return -1;
    }
}
