package dev.dovetail.config.render;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.ConfigReader;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Documents;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads Render Blueprints: a unit per service that runs code. */
public final class RenderReader implements ConfigReader {

    @Override
    public Result read(Workspace workspace, Documents documents) {
        List<DeploymentUnit> units = new ArrayList<>();
        RenderUnits reading = new RenderUnits(workspace, new Manifests(workspace, documents));
        for (String file : workspace.files()) {
            String name = Paths.name(file);
            if (name.equals("render.yaml") || name.equals("render.yml")) {
                for (ConfigNode document : documents.read(file)) {
                    units.addAll(units(document, Paths.parent(file), reading));
                }
            }
        }
        return new Result(units, List.of());
    }

    private static List<DeploymentUnit> units(
            ConfigNode document, String folder, RenderUnits reading) {
        Map<String, ConfigNode> groups = new HashMap<>();
        List<ConfigNode> scopes = scopes(document);
        for (ConfigNode scope : scopes) {
            for (ConfigNode group : elements(scope, "envVarGroups")) {
                Nodes.text(group, "name").ifPresent(name -> groups.put(name, group));
            }
        }
        List<DeploymentUnit> units = new ArrayList<>();
        for (ConfigNode scope : scopes) {
            for (ConfigNode service : elements(scope, "services")) {
                reading.unit(service, folder, groups).ifPresent(units::add);
            }
        }
        return units;
    }

    /** The document itself, and what holds services of its projects. */
    private static List<ConfigNode> scopes(ConfigNode document) {
        List<ConfigNode> found = new ArrayList<>();
        found.add(document);
        document.get("ungrouped").ifPresent(found::add);
        for (ConfigNode project : elements(document, "projects")) {
            found.addAll(elements(project, "environments"));
        }
        return found;
    }

    private static List<ConfigNode> elements(ConfigNode node, String key) {
        Optional<ConfigNode> list = node.get(key);
        return list.map(Nodes::elements).orElse(List.of());
    }
}
