package dev.dovetail.config.railway;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.ConfigReader;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Documents;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Reads Railway services: folders with a railway.json, a railway.toml, or a nixpacks.toml alone. */
public final class RailwayReader implements ConfigReader {

    private static final List<String> NAMES = List.of("railway.toml", "railway.json");

    @Override
    public Result read(Workspace workspace, Documents documents) {
        TreeMap<String, String> configs = new TreeMap<>();
        for (String file : workspace.files()) {
            String name = Paths.name(file);
            if (NAMES.contains(name) || name.equals("nixpacks.toml")) {
                configs.putIfAbsent(Paths.parent(file), file);
                if (NAMES.contains(name)) {
                    configs.put(Paths.parent(file), file);
                }
            }
        }
        List<DeploymentUnit> units = new ArrayList<>();
        RailwayUnits reading = new RailwayUnits(workspace, new Manifests(workspace, documents));
        configs.forEach(
                (folder, file) -> {
                    Optional<ConfigNode> build =
                            document(folder.isEmpty() ? "nixpacks.toml" : folder + "/nixpacks.toml", documents);
                    document(file, documents)
                            .flatMap(config -> reading.unit(config, file, build))
                            .ifPresent(units::add);
                });
        return new Result(units, List.of());
    }

    private static Optional<ConfigNode> document(String file, Documents documents) {
        return documents.read(file).stream().findFirst();
    }
}
