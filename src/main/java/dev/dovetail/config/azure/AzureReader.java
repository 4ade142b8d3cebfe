package dev.dovetail.config.azure;

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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads function apps: folders with a host.json, and those whose folders hold a function.json. */
public final class AzureReader implements ConfigReader {

    @Override
    public Result read(Workspace workspace, Documents documents) {
        List<DeploymentUnit> units = new ArrayList<>();
        Manifests manifests = new Manifests(workspace, documents);
        Map<String, Optional<ConfigNode>> hosts = new TreeMap<>();
        Map<String, List<ConfigNode>> functions = new TreeMap<>();
        for (String file : workspace.files()) {
            String name = Paths.name(file);
            if (!name.equals("host.json") && !name.equals("function.json")) {
                continue;
            }
            for (ConfigNode document : documents.read(file)) {
                if (name.equals("host.json") && isHost(document)) {
                    hosts.put(Paths.parent(file), Optional.of(document));
                } else if (name.equals("function.json") && FunctionJson.isFunction(document)) {
                    functions.computeIfAbsent(Paths.parent(Paths.parent(file)), folder -> new ArrayList<>()).add(document);
                }
            }
        }
        functions.keySet().forEach(folder -> hosts.putIfAbsent(folder, Optional.empty()));
        hosts.forEach((folder, host) -> units.addAll(new FunctionApp(manifests, folder, host, functions.getOrDefault(folder, List.of())).units()));
        return new Result(units, List.of());
    }

    /** Other programs have a host.json too. */
    private static boolean isHost(ConfigNode document) {
        return Nodes.text(document, "version").filter("2.0"::equals).isPresent();
    }
}
