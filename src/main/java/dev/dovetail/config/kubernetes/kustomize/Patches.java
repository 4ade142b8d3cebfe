package dev.dovetail.config.kubernetes.kustomize;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Documents;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.documents.YamlDocuments;
import dev.dovetail.config.kubernetes.objects.KubeObject;
import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Region;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The patches of a kustomization: https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/patches/. */
final class Patches {

    /**
     * A patch with what it is for.
     *
     * @param target empty when the patch says itself, by kind and name
     */
    private record Patch(ConfigNode body, Optional<ConfigNode> target) {}

    private final Workspace workspace;
    private final Documents documents;
    private final String folder;
    private final List<Notification> notifications = new ArrayList<>();
    private final List<Patch> patches = new ArrayList<>();

    private Patches(Workspace workspace, Documents documents, String folder) {
        this.workspace = workspace;
        this.documents = documents;
        this.folder = folder;
    }

    static Patches of(Workspace workspace, Documents documents, String folder, ConfigNode kustomization) {
        Patches found = new Patches(workspace, documents, folder);
        for (ConfigNode each : Edits.elements(kustomization.get("patchesStrategicMerge"))) {
            if (each instanceof ConfigNode.Scalar scalar) {
                boolean inline = scalar.text().contains("\n");
                found.add(inline ? found.inline(scalar) : found.file(scalar.text()), Optional.empty());
            }
        }
        for (String key : List.of("patchesJson6902", "patches")) {
            for (ConfigNode each : Edits.elements(kustomization.get(key))) {
                List<ConfigNode> bodies =
                        each.get("patch").orElse(null) instanceof ConfigNode.Scalar scalar
                                ? found.inline(scalar)
                                : Nodes.text(each, "path").map(found::file).orElse(List.of());
                found.add(bodies, each.get("target"));
            }
        }
        return found;
    }

    private void add(List<ConfigNode> bodies, Optional<ConfigNode> target) {
        bodies.forEach(body -> patches.add(new Patch(body, target)));
    }

    private List<ConfigNode> file(String path) {
        return Paths.resolve(folder, path).map(documents::read).orElse(List.of());
    }

    private List<ConfigNode> inline(ConfigNode.Scalar scalar) {
        String file = scalar.place().file();
        int first = scalar.place().region().startLine();
        int indent = indent(file, first, scalar.text());
        return YamlDocuments.parse(
                file,
                scalar.text(),
                region ->
                        new Region(
                                region.startLine() + first,
                                region.startColumn() + indent,
                                region.endLine() + first,
                                region.endColumn() + indent),
                notifications::add);
    }

    /** How far a block of text is indented in its file. */
    private int indent(String file, int line, String text) {
        List<String> lines = workspace.read(file).map(String::lines).map(all -> all.skip(line).limit(1).toList()).orElse(List.of());
        String own = text.lines().findFirst().orElse("");
        return lines.isEmpty() ? 0 : Math.max(0, spaces(lines.get(0)) - spaces(own));
    }

    private static int spaces(String line) {
        return line.length() - line.stripLeading().length();
    }

    /** What could not be read of patches that stand in the kustomization itself. */
    List<Notification> notifications() {
        return notifications;
    }

    /** The objects with all patches laid over them; those that a patch deletes are gone. */
    List<ConfigNode> apply(List<ConfigNode> objects) {
        List<ConfigNode> patched = new ArrayList<>();
        for (ConfigNode object : objects) {
            Optional<ConfigNode> changed = Optional.of(object);
            for (Patch patch : patches) {
                changed = changed.flatMap(each -> isMeant(patch, each) ? applied(patch, each) : Optional.of(each));
            }
            changed.ifPresent(patched::add);
        }
        return patched;
    }

    private static Optional<ConfigNode> applied(Patch patch, ConfigNode object) {
        if (JsonPatch.isPatch(patch.body())) {
            return Optional.of(JsonPatch.apply(object, patch.body()));
        }
        // With a target, the patch's own name is a stand-in for the target's.
        ConfigNode over =
                patch.target().isPresent()
                        ? Edits.at(patch.body(), List.of("metadata"), node -> node instanceof ConfigNode.Mapping own ? Edits.without(own, "name") : node)
                        : patch.body();
        return StrategicMerge.merge(object, over);
    }

    private static boolean isMeant(Patch patch, ConfigNode object) {
        if (patch.target().isEmpty()) {
            return Nodes.text(patch.body(), "kind").equals(Nodes.text(object, "kind"))
                    && Nodes.text(patch.body(), "metadata", "name").equals(Nodes.text(object, "metadata", "name"));
        }
        ConfigNode target = patch.target().get();
        return agrees(Nodes.text(target, "kind"), Nodes.text(object, "kind"))
                && agrees(Nodes.text(target, "name"), Nodes.text(object, "metadata", "name"))
                && agrees(Nodes.text(target, "namespace"), Nodes.text(object, "metadata", "namespace"))
                && selects(Nodes.text(target, "labelSelector"), KubeObject.texts(Nodes.at(object, "metadata", "labels")))
                && selects(Nodes.text(target, "annotationSelector"), KubeObject.texts(Nodes.at(object, "metadata", "annotations")));
    }

    /** Kinds and names of targets are regular expressions over the whole. */
    private static boolean agrees(Optional<String> wanted, Optional<String> own) {
        if (wanted.isEmpty() || wanted.equals(own)) {
            return true;
        }
        String pattern = wanted.get();
        if (pattern.equals(".*") || pattern.equals(".+")) {
            return true;
        }
        try {
            // Only prefixes and suffixes: a pattern of others' making is not run on.
            return pattern.length() < 100
                    && pattern.matches("[\\w.-]*(?:\\.\\*)?[\\w.-]*")
                    && Pattern.matches(pattern, own.orElse(""));
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private static boolean selects(Optional<String> selector, Map<String, String> labels) {
        for (String each : selector.orElse("").split(",")) {
            String[] pair = each.strip().split("==?", 2);
            if (!each.isBlank() && (pair.length != 2 || !pair[1].strip().equals(labels.get(pair[0].strip())))) {
                return false;
            }
        }
        return true;
    }
}
