package dev.dovetail.config.kubernetes;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Documents;
import dev.dovetail.config.kubernetes.objects.KubeObject;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Finds the manifests of a workspace that are applied as they are. */
final class ManifestFiles {

    /** In YAML or JSON; a quick look, so that other files are not parsed. */
    private static final Pattern OBJECT = Pattern.compile("(?m)^[\\s\\-{]*\"?kind\"?\\s*:\\s*[\"']?[A-Z]");
    private static final Pattern VERSION = Pattern.compile("(?m)^[\\s\\-{]*\"?apiVersion\"?\\s*:");

    private ManifestFiles() {}

    /** The objects of all files that {@code isOther} does not claim, in path order. */
    static List<KubeObject> read(Workspace workspace, Documents documents, Predicate<String> isOther) {
        List<KubeObject> found = new ArrayList<>();
        for (String file : workspace.files()) {
            if (mayHoldObjects(file) && !isOther.test(file) && holdsObjects(workspace.read(file).orElse(""))) {
                for (ConfigNode document : documents.read(file)) {
                    found.addAll(KubeObject.of(document));
                }
            }
        }
        return found;
    }

    /** JSON is looked at where it lies with manifests, for most of it is something else. */
    private static boolean mayHoldObjects(String file) {
        String path = file.toLowerCase(Locale.ROOT);
        return path.endsWith(".yaml")
                || path.endsWith(".yml")
                || path.endsWith(".json") && path.matches(".*(k8s|kube|manifest|deploy).*");
    }

    static boolean holdsObjects(String text) {
        return text.contains("apiVersion") && VERSION.matcher(text).find() && OBJECT.matcher(text).find();
    }
}
