package dev.dovetail.config.kubernetes.kustomize;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Nodes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a kustomization changes in all objects: namespace, names, labels, images, replicas. */
final class Transformers {

    private static final Set<String> SCALED = Set.of("Deployment", "StatefulSet", "ReplicaSet", "ReplicationController");

    /** Mappings in which {@code name} names another object. */
    private static final Set<String> REFERENCES =
            Set.of("service", "configMapKeyRef", "secretKeyRef", "configMapRef", "secretRef", "configMap",
                    "scaleTargetRef", "backendRefs", "services", "to");

    private static final Set<String> NAMING = Set.of("serviceName", "secretName", "claimName");

    private Transformers() {}

    static List<ConfigNode> apply(ConfigNode kustomization, List<ConfigNode> objects) {
        List<ConfigNode> changed = new ArrayList<>();
        for (ConfigNode object : objects) {
            ConfigNode each = namespace(kustomization, object);
            each = labels(kustomization, each);
            each = images(kustomization, each);
            changed.add(replicas(kustomization, each));
        }
        return names(kustomization, changed);
    }

    private static ConfigNode namespace(ConfigNode kustomization, ConfigNode object) {
        return kustomization.get("namespace")
                .filter(node -> Nodes.text(node).isPresent())
                .map(node -> Edits.set(object, List.of("metadata", "namespace"), node))
                .orElse(object);
    }

    private static ConfigNode labels(ConfigNode kustomization, ConfigNode object) {
        ConfigNode changed = object;
        List<ConfigNode.Entry> selecting = new ArrayList<>(Nodes.entries(kustomization.get("commonLabels")));
        for (ConfigNode each : Edits.elements(kustomization.get("labels"))) {
            if (Nodes.text(each, "includeSelectors").filter("true"::equals).isPresent()) {
                selecting.addAll(Nodes.entries(each.get("pairs")));
            }
        }
        boolean service = Nodes.text(object, "kind").filter("Service"::equals).isPresent();
        for (ConfigNode.Entry label : selecting) {
            changed = Edits.set(changed, List.of("metadata", "labels", label.key()), label.value());
            List<List<String>> paths =
                    service
                            ? List.of(List.of("spec", "selector"))
                            : List.of(
                                    List.of("spec", "selector", "matchLabels"),
                                    List.of("spec", "template", "metadata", "labels"),
                                    List.of("spec", "jobTemplate", "spec", "template", "metadata", "labels"));
            for (List<String> path : paths) {
                changed =
                        Edits.at(
                                changed,
                                path,
                                node -> node instanceof ConfigNode.Mapping own ? Edits.with(own, label.key(), label.value()) : node);
            }
        }
        return changed;
    }

    /** https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/images/ */
    private static ConfigNode images(ConfigNode kustomization, ConfigNode object) {
        List<ConfigNode> images = Edits.elements(kustomization.get("images"));
        if (images.isEmpty()) {
            return object;
        }
        return Edits.everywhere(
                object,
                "",
                (key, mapping) -> {
                    boolean container = key.equals("containers") || key.equals("initContainers");
                    String image = Nodes.text(mapping, "image").orElse("");
                    if (!container || image.isEmpty()) {
                        return mapping;
                    }
                    for (ConfigNode each : images) {
                        Optional<String> name = Nodes.text(each, "name");
                        if (name.isPresent() && repository(image).equals(name.get())) {
                            return Edits.with(mapping, "image", Edits.text(renamed(image, each), each.place()));
                        }
                    }
                    return mapping;
                });
    }

    private static String repository(String image) {
        String bare = image.replaceFirst("@.*$", "");
        int colon = bare.indexOf(':', bare.lastIndexOf('/') + 1);
        return colon < 0 ? bare : bare.substring(0, colon);
    }

    private static String renamed(String image, ConfigNode change) {
        String name = Nodes.text(change, "newName").orElse(repository(image));
        Optional<String> digest = Nodes.text(change, "digest");
        Optional<String> tag = Nodes.text(change, "newTag");
        String rest = image.substring(repository(image).length());
        return digest.map(each -> name + "@" + each).or(() -> tag.map(each -> name + ":" + each)).orElse(name + rest);
    }

    private static ConfigNode replicas(ConfigNode kustomization, ConfigNode object) {
        ConfigNode changed = object;
        for (ConfigNode each : Edits.elements(kustomization.get("replicas"))) {
            boolean meant =
                    Nodes.text(each, "name").equals(Nodes.text(object, "metadata", "name"))
                            && Nodes.text(object, "kind").filter(SCALED::contains).isPresent();
            Optional<ConfigNode> count = each.get("count");
            if (meant && count.isPresent()) {
                changed = Edits.set(changed, List.of("spec", "replicas"), count.get());
            }
        }
        return changed;
    }

    private static List<ConfigNode> names(ConfigNode kustomization, List<ConfigNode> objects) {
        String prefix = Nodes.text(kustomization, "namePrefix").orElse("");
        String suffix = Nodes.text(kustomization, "nameSuffix").orElse("");
        if (prefix.isEmpty() && suffix.isEmpty()) {
            return objects;
        }
        Map<String, String> renamed = new HashMap<>();
        for (ConfigNode object : objects) {
            Nodes.text(object, "metadata", "name").ifPresent(name -> renamed.put(name, prefix + name + suffix));
        }
        return objects.stream()
                .map(object -> Edits.at(object, List.of("metadata", "name"), node -> renamed(node, renamed)))
                .map(object -> Edits.everywhere(object, "", (key, mapping) -> references(key, mapping, renamed)))
                .toList();
    }

    private static ConfigNode references(String key, ConfigNode.Mapping mapping, Map<String, String> renamed) {
        ConfigNode changed = mapping;
        for (ConfigNode.Entry entry : mapping.entries()) {
            boolean reference = entry.key().equals("name") && REFERENCES.contains(key) || NAMING.contains(entry.key());
            if (reference) {
                changed = Edits.with((ConfigNode.Mapping) changed, entry.key(), renamed(entry.value(), renamed));
            }
        }
        return changed;
    }

    private static ConfigNode renamed(ConfigNode node, Map<String, String> renamed) {
        String text = Nodes.text(node).orElse("");
        String other = renamed.get(text);
        return other == null ? node : Edits.text(other, node.place());
    }
}
