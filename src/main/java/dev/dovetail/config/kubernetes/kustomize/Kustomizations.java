package dev.dovetail.config.kubernetes.kustomize;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Documents;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.kubernetes.objects.KubeObject;
import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The kustomizations of a workspace.
 *
 * <p>https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/
 */
public final class Kustomizations {

    private static final Set<String> NAMES = Set.of("kustomization.yaml", "kustomization.yml", "Kustomization");
    private static final int MOST_OBJECTS = 20_000;

    /** Components that are taken in, all in all. */
    private static final int MOST_COMPONENTS = 2_000;

    private final Workspace workspace;
    private final Documents documents;
    private final Map<String, ConfigNode> byFolder = new TreeMap<>();
    private final Map<String, List<ConfigNode>> built = new HashMap<>();
    private final Set<String> open = new LinkedHashSet<>();
    private final List<Notification> notifications = new ArrayList<>();
    private int components;

    public Kustomizations(Workspace workspace, Documents documents) {
        this.workspace = workspace;
        this.documents = documents;
        for (String file : workspace.files()) {
            if (NAMES.contains(Paths.name(file))) {
                documents.read(file).stream()
                        .filter(ConfigNode.Mapping.class::isInstance)
                        .findFirst()
                        .ifPresent(document -> byFolder.put(Paths.parent(file), document));
            }
        }
    }

    /** What was met while folders were built: cycles, patches that cannot be read. */
    public List<Notification> notifications() {
        return List.copyOf(notifications);
    }

    /**
     * The folders that are built by themselves, in path order: those that no other one takes in.
     *
     * @param isLeftOut overlays that do not count; what only they take in is built by itself
     */
    public List<String> roots(Predicate<String> isLeftOut) {
        Set<String> taken = new TreeSet<>();
        List<String> kept = byFolder.keySet().stream().filter(folder -> !isLeftOut.test(folder)).toList();
        for (String folder : kept) {
            taken.addAll(folders(folder));
        }
        List<String> roots =
                kept.stream().filter(folder -> !taken.contains(folder) && !isComponent(folder)).toList();
        // Of folders that take each other in, the first is as good as any.
        return roots.isEmpty() && !kept.isEmpty() ? kept.subList(0, 1) : roots;
    }

    private boolean isComponent(String folder) {
        return Nodes.text(document(folder), "kind").filter("Component"::equals).isPresent();
    }

    private ConfigNode document(String folder) {
        ConfigNode document = byFolder.get(folder);
        if (document == null) {
            throw new IllegalArgumentException("no kustomization in " + folder);
        }
        return document;
    }

    /** Files that are given to a cluster only by way of a kustomization: its resources and its patches. */
    public Set<String> claimed() {
        Set<String> files = new TreeSet<>();
        byFolder.forEach(
                (folder, document) -> {
                    for (String key : List.of("resources", "bases", "patchesStrategicMerge")) {
                        for (ConfigNode each : Edits.elements(document.get(key))) {
                            Nodes.text(each).flatMap(path -> resolved(folder, path)).ifPresent(files::add);
                        }
                    }
                    for (String key : List.of("patches", "patchesJson6902")) {
                        for (ConfigNode each : Edits.elements(document.get(key))) {
                            Nodes.text(each, "path").flatMap(path -> resolved(folder, path)).ifPresent(files::add);
                        }
                    }
                });
        NAMES.forEach(name -> byFolder.keySet().forEach(folder -> files.add(folder.isEmpty() ? name : folder + "/" + name)));
        return files;
    }

    private static Optional<String> resolved(String folder, String path) {
        return path.contains("://") || path.contains("\n") || path.contains("?ref=")
                ? Optional.empty()
                : Paths.resolve(folder, path);
    }

    /** Folders that a kustomization takes in. */
    private List<String> folders(String folder) {
        List<String> found = new ArrayList<>();
        for (String key : List.of("resources", "bases", "components")) {
            for (ConfigNode each : Edits.elements(document(folder).get(key))) {
                Nodes.text(each).flatMap(path -> resolved(folder, path)).filter(byFolder::containsKey).ifPresent(found::add);
            }
        }
        return found;
    }

    /** The documents that a folder builds to. */
    public List<ConfigNode> build(String folder) {
        List<ConfigNode> known = built.get(folder);
        if (known != null) {
            return known;
        }
        if (!open.add(folder)) {
            notifications.add(
                    new Notification(
                            Notification.Level.WARNING,
                            "This kustomization takes itself in. What it would add a second time is left out.",
                            document(folder).place()));
            return List.of();
        }
        ConfigNode document = document(folder);
        List<ConfigNode> objects = new ArrayList<>();
        for (String key : List.of("bases", "resources")) {
            for (ConfigNode each : Edits.elements(document.get(key))) {
                Nodes.text(each).flatMap(path -> resolved(folder, path)).ifPresent(path -> objects.addAll(resource(path)));
            }
        }
        List<ConfigNode> made = changed(folder, document, bounded(objects));
        open.remove(folder);
        built.put(folder, made);
        return made;
    }

    private List<ConfigNode> resource(String path) {
        if (byFolder.containsKey(path)) {
            return isComponent(path) ? List.of() : build(path);
        }
        List<ConfigNode> found = new ArrayList<>();
        for (ConfigNode document : documents.read(path)) {
            KubeObject.of(document).forEach(object -> found.add(object.node()));
        }
        return found;
    }

    /** What a kustomization makes of the objects that it has taken in. */
    private List<ConfigNode> changed(String folder, ConfigNode document, List<ConfigNode> objects) {
        List<ConfigNode> all = Generators.apply(workspace, folder, document, objects);
        for (ConfigNode each : Edits.elements(document.get("components"))) {
            Optional<String> component =
                    Nodes.text(each).flatMap(path -> resolved(folder, path)).filter(byFolder::containsKey);
            if (component.isPresent()) {
                all = component(component.get(), all);
            }
        }
        Patches patches = Patches.of(workspace, documents, folder, document);
        notifications.addAll(patches.notifications());
        all = patches.apply(all);
        return bounded(Transformers.apply(document, all));
    }

    /** A component changes what the one has that takes it in. */
    private List<ConfigNode> component(String folder, List<ConfigNode> objects) {
        if (components++ > MOST_COMPONENTS || !open.add(folder)) {
            return objects;
        }
        List<ConfigNode> all = new ArrayList<>(objects);
        for (ConfigNode each : Edits.elements(document(folder).get("resources"))) {
            Nodes.text(each).flatMap(path -> resolved(folder, path)).ifPresent(path -> all.addAll(resource(path)));
        }
        List<ConfigNode> made = changed(folder, document(folder), bounded(all));
        open.remove(folder);
        return made;
    }

    private static List<ConfigNode> bounded(List<ConfigNode> objects) {
        return objects.size() > MOST_OBJECTS ? objects.subList(0, MOST_OBJECTS) : objects;
    }
}
