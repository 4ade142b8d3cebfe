package dev.dovetail.config.project;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.workspace.Place;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A package.json.
 *
 * @param folder it lies in
 * @param module whether files are ES modules unless their extension says otherwise
 * @param dependencies versions by name, those needed at run time
 * @param devDependencies versions by name, those needed to build
 * @param otherDependencies versions by name, those that are optional or that others bring
 */
public record PackageJson(
        String file,
        String folder,
        Optional<String> name,
        boolean module,
        Optional<String> main,
        Optional<ConfigNode> exports,
        Optional<ConfigNode> imports,
        Optional<ConfigNode> engines,
        Map<String, String> dependencies,
        Map<String, String> devDependencies,
        Map<String, String> otherDependencies,
        Map<String, String> scripts,
        Place place) {

    static PackageJson of(String file, String folder, ConfigNode document) {
        return new PackageJson(
                file,
                folder,
                text(document, "name"),
                text(document, "type").filter("module"::equals).isPresent(),
                text(document, "main"),
                document.get("exports"),
                document.get("imports"),
                document.get("engines").flatMap(engines -> engines.get("node")),
                texts(document, "dependencies"),
                texts(document, "devDependencies"),
                others(document),
                texts(document, "scripts"),
                document.place());
    }

    /** Names of everything it depends on, in whatever way. */
    public Set<String> allDependencies() {
        Set<String> all = new TreeSet<>(dependencies.keySet());
        all.addAll(devDependencies.keySet());
        return all;
    }

    private static Map<String, String> others(ConfigNode document) {
        Map<String, String> found = texts(document, "peerDependencies");
        found.putAll(texts(document, "optionalDependencies"));
        return found;
    }

    private static Optional<String> text(ConfigNode document, String key) {
        return document.get(key)
                .filter(ConfigNode.Scalar.class::isInstance)
                .map(node -> ((ConfigNode.Scalar) node).text());
    }

    private static Map<String, String> texts(ConfigNode document, String key) {
        Map<String, String> found = new LinkedHashMap<>();
        if (document.get(key).orElse(null) instanceof ConfigNode.Mapping mapping) {
            for (ConfigNode.Entry entry : mapping.entries()) {
                if (entry.value() instanceof ConfigNode.Scalar scalar) {
                    found.put(entry.key(), scalar.text());
                }
            }
        }
        return found;
    }
}
