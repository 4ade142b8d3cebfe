package dev.dovetail.config.kubernetes.helm;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Documents;
import dev.dovetail.config.Nodes;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A chart: https://helm.sh/docs/topics/charts/.
 *
 * @param folder it lies in
 * @param about what Chart.yaml says, as templates see it
 * @param values by default, and those for production over them where the chart has a file of these
 */
record Chart(
        String folder, String name, boolean isLibrary, Map<String, Object> about, Map<String, Object> values, ConfigNode document) {

    static Optional<Chart> in(String folder, Workspace workspace, Documents documents) {
        Optional<ConfigNode> document =
                documents.read(join(folder, "Chart.yaml")).stream().filter(ConfigNode.Mapping.class::isInstance).findFirst();
        return document.map(
                node -> {
                    Map<String, Object> about = new LinkedHashMap<>();
                    for (ConfigNode.Entry entry : Nodes.entries(Optional.of(node))) {
                        String key = entry.key().isEmpty() ? "" : Character.toUpperCase(entry.key().charAt(0)) + entry.key().substring(1);
                        Nodes.text(entry.value()).ifPresent(text -> about.put(key, text));
                    }
                    String name = Nodes.text(node, "name").orElse(Paths.name(folder));
                    boolean library = Nodes.text(node, "type").filter("library"::equals).isPresent();
                    return new Chart(folder, name, library, about, values(folder, workspace, documents), node);
                });
    }

    private static Map<String, Object> values(String folder, Workspace workspace, Documents documents) {
        Map<String, Object> values = new LinkedHashMap<>();
        read(join(folder, "values.yaml"), documents, values);
        List<String> production =
                workspace.filesUnder(folder).stream()
                        .filter(file -> Paths.parent(file).equals(folder))
                        .filter(file -> Paths.name(file).matches("(?i)values[-_.](prod|production|prd|live)\\.ya?ml|(prod|production)[-_.]values\\.ya?ml"))
                        .toList();
        if (production.size() == 1) {
            read(production.get(0), documents, values);
        }
        return values;
    }

    private static void read(String file, Documents documents, Map<String, Object> into) {
        for (ConfigNode document : documents.read(file)) {
            if (value(document) instanceof Map<?, ?> map) {
                Functions.merge(into, Functions.map(map), true, 0);
            }
        }
    }

    private static Object value(ConfigNode node) {
        if (node instanceof ConfigNode.Mapping mapping) {
            Map<String, Object> map = new LinkedHashMap<>();
            mapping.entries().forEach(entry -> map.put(entry.key(), value(entry.value())));
            return map;
        }
        if (node instanceof ConfigNode.Sequence list) {
            List<Object> elements = new ArrayList<>();
            list.elements().forEach(each -> elements.add(value(each)));
            return elements;
        }
        Object literal = ((ConfigNode.Scalar) node).value();
        return literal == null ? Nil.NIL : literal;
    }

    /** The templates that print objects, in path order. */
    List<String> templates(Workspace workspace) {
        return templateFiles(workspace).stream()
                .filter(file -> file.endsWith(".yaml") || file.endsWith(".yml"))
                .filter(file -> !Paths.name(file).startsWith("_") && !file.startsWith(join(folder, "templates/tests/")))
                .toList();
    }

    /** All files that may define templates. */
    List<String> templateFiles(Workspace workspace) {
        return workspace.filesUnder(join(folder, "templates"));
    }

    static String join(String folder, String path) {
        return folder.isEmpty() ? path : folder + "/" + path;
    }
}
