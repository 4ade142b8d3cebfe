package dev.dovetail.config.kubernetes;

import dev.dovetail.config.Environments;
import dev.dovetail.config.kubernetes.objects.KubeObject;
import dev.dovetail.workspace.Paths;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Objects among which names and selectors are looked up. */
final class ObjectSet {

    private final Map<String, List<KubeObject>> byKind = new HashMap<>();
    private final Map<String, String> links = new HashMap<>();
    private final List<KubeObject> all;
    private final Optional<String> origin;
    private final boolean together;

    private ObjectSet(List<KubeObject> all, Optional<String> origin) {
        this.all = List.copyOf(all);
        this.origin = origin;
        this.together = origin.isPresent();
        this.all.forEach(each -> byKind.computeIfAbsent(each.kind(), kind -> new ArrayList<>()).add(each));
    }

    /** Manifests as they lie, of which those in the nearest folder go together. */
    static ObjectSet apart(List<KubeObject> all) {
        return new ObjectSet(all, Optional.empty());
    }

    /** Objects that are applied at once, as an overlay or a chart makes them in a folder. */
    static ObjectSet madeIn(String folder, List<KubeObject> all) {
        return new ObjectSet(all, Optional.of(folder));
    }

    /** The environment that an object of it is for. */
    Environments environment(KubeObject object) {
        return Environments.of(origin.orElse(object.file()));
    }

    List<KubeObject> all() {
        return all;
    }

    /** Of the objects of a kind that pass a test, those nearest to another one, in its namespace. */
    List<KubeObject> near(KubeObject other, String kind, Predicate<KubeObject> test) {
        List<KubeObject> found = new ArrayList<>();
        int nearest = -1;
        for (KubeObject each : byKind.getOrDefault(kind, List.of())) {
            int common = together ? 0 : common(Paths.parent(each.file()), Paths.parent(other.file()));
            if (common < nearest || !sameNamespace(each, other) || !test.test(each)) {
                continue;
            }
            if (common > nearest) {
                nearest = common;
                found.clear();
            }
            found.add(each);
        }
        return found;
    }

    /** The object of this name that stands nearest. */
    Optional<KubeObject> named(KubeObject near, String kind, String name) {
        return near(near, kind, each -> each.name().equals(name)).stream().findFirst();
    }

    /**
     * The names of the Services near another object, as variables begin with them.
     *
     * <p>https://kubernetes.io/docs/concepts/services-networking/service/#environment-variables
     */
    String serviceLinks(KubeObject other) {
        // Hundreds of workloads may stand among as many Services: those of one folder share the text.
        String key = other.namespace() + " " + (together ? "" : Paths.parent(other.file()));
        return links.computeIfAbsent(
                key,
                at ->
                        near(other, "Service", each -> each.group().isEmpty() && each.get("spec", "ports").isPresent()).stream()
                                .map(each -> each.name().toUpperCase(Locale.ROOT).replace('-', '_'))
                                .filter(name -> name.matches("[A-Z][A-Z0-9_]*"))
                                .sorted()
                                .distinct()
                                .collect(Collectors.joining(" ")));
    }

    /** One that says no namespace may be meant for any. */
    private static boolean sameNamespace(KubeObject one, KubeObject other) {
        return one.namespace().equals(other.namespace())
                || one.namespace().isEmpty()
                || other.namespace().isEmpty();
    }

    /** Folders that two have in common; one more when they are the same. */
    private static int common(String one, String other) {
        if (one.equals(other)) {
            return Integer.MAX_VALUE;
        }
        String[] first = one.split("/");
        String[] second = other.split("/");
        int count = 0;
        while (count < Math.min(first.length, second.length) && first[count].equals(second[count])) {
            count++;
        }
        return count;
    }
}
