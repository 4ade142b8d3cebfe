package dev.dovetail.config.digitalocean;

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
import java.util.Set;

/** Reads app specs: YAML files in a folder {@code .do}. */
public final class AppSpecReader implements ConfigReader {

    /** The lists of components that run code, beside functions and static sites. */
    private static final List<String> COMPONENTS = List.of("services", "workers", "jobs");

    private static final Set<String> EXTENSIONS = Set.of("yaml", "yml");

    @Override
    public Result read(Workspace workspace, Documents documents) {
        List<DeploymentUnit> units = new ArrayList<>();
        ComponentUnits reading = new ComponentUnits(workspace, new Manifests(workspace, documents));
        for (String file : workspace.files()) {
            boolean spec =
                    Paths.name(Paths.parent(file)).equals(".do")
                            && EXTENSIONS.contains(Paths.extension(file));
            if (!spec) {
                continue;
            }
            for (ConfigNode document : documents.read(file)) {
                // A deploy template has the spec under a key.
                ConfigNode app = document.get("spec").orElse(document);
                units.addAll(units(app, Paths.parent(Paths.parent(file)), reading));
            }
        }
        return new Result(units, List.of());
    }

    private static List<DeploymentUnit> units(
            ConfigNode app, String folder, ComponentUnits reading) {
        List<DeploymentUnit> units = new ArrayList<>();
        for (String kind : COMPONENTS) {
            for (ConfigNode component : app.get(kind).map(Nodes::elements).orElse(List.of())) {
                reading.unit(component, kind, app, folder).ifPresent(units::add);
            }
        }
        return units;
    }
}
