package dev.dovetail.config.appengine;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.ConfigReader;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Documents;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the app.yaml files of App Engine, also under names such as {@code worker.yaml}: a unit per service. */
public final class AppEngineReader implements ConfigReader {

    /** https://cloud.google.com/appengine/docs/standard/reference/app-yaml#runtime_and_app_elements */
    private static final Pattern RUNTIME =
            Pattern.compile("(?:python|nodejs|java|go|php|ruby|dotnet)\\d*|custom|aspnetcore|(?:gs|gcr)://?\\S+");

    @Override
    public Result read(Workspace workspace, Documents documents) {
        List<DeploymentUnit> units = new ArrayList<>();
        Services services = new Services(new Manifests(workspace, documents));
        for (String file : workspace.files()) {
            if (!mayBeService(workspace, file)) {
                continue;
            }
            for (ConfigNode document : documents.read(file)) {
                if (isService(document)) {
                    services.unit(file, document).ifPresent(units::add);
                }
            }
        }
        return new Result(units, List.of());
    }

    private static boolean mayBeService(Workspace workspace, String file) {
        String name = Paths.name(file);
        boolean yaml = name.endsWith(".yaml") || name.endsWith(".yml");
        boolean others = file.startsWith(".github/") || file.startsWith(".circleci/");
        return yaml
                && !others
                && workspace.read(file)
                        .filter(text -> text.startsWith("runtime:") || text.contains("\nruntime:"))
                        .isPresent();
    }

    /** Whether a document is of App Engine, by what it holds: App Runner and others have a runtime as well. */
    private static boolean isService(ConfigNode document) {
        boolean runtime = Nodes.text(document, "runtime").filter(text -> RUNTIME.matcher(text).matches()).isPresent();
        boolean others =
                List.of("apiVersion", "kind", "version", "run", "build", "functions", "provider", "jobs", "services").stream()
                        .anyMatch(key -> document.get(key).isPresent() && !isOldVersion(document, key));
        return runtime && !others;
    }

    /** Files of the first generation named application and version. */
    private static boolean isOldVersion(ConfigNode document, String key) {
        return key.equals("version") && (document.get("application").isPresent() || document.get("handlers").isPresent());
    }
}
