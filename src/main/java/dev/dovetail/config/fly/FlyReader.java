package dev.dovetail.config.fly;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.ConfigReader;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Documents;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;

/** Reads fly.toml files, also those of an environment such as fly.staging.toml. */
public final class FlyReader implements ConfigReader {

    @Override
    public Result read(Workspace workspace, Documents documents) {
        List<DeploymentUnit> units = new ArrayList<>();
        Manifests manifests = new Manifests(workspace, documents);
        for (String file : workspace.files()) {
            if (isFly(Paths.name(file))) {
                for (ConfigNode document : documents.read(file)) {
                    FlyApp app = new FlyApp(document, file);
                    if (app.isApp()) {
                        units.addAll(new FlyUnits(workspace, manifests, app).units());
                    }
                }
            }
        }
        return new Result(units, List.of());
    }

    private static boolean isFly(String name) {
        return name.equals("fly.toml")
                || name.startsWith("fly.") && name.endsWith(".toml")
                || name.endsWith(".fly.toml");
    }
}
