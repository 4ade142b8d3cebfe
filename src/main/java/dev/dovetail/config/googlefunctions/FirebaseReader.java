package dev.dovetail.config.googlefunctions;

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
import java.util.Optional;

/**
 * Reads firebase.json: the folders whose code makes functions.
 *
 * @see <a href="https://firebase.google.com/docs/functions/organize-functions">codebases</a>
 */
public final class FirebaseReader implements ConfigReader {

    @Override
    public Result read(Workspace workspace, Documents documents) {
        List<DeploymentUnit> units = new ArrayList<>();
        Manifests manifests = new Manifests(workspace, documents);
        for (String file : workspace.files()) {
            if (!Paths.name(file).equals("firebase.json")) {
                continue;
            }
            for (ConfigNode document : documents.read(file)) {
                // Whoever deploys functions need not name the folder that the tool makes.
                List<ConfigNode> codebases = document.get("functions").map(Nodes::elements).orElse(List.of(document));
                for (ConfigNode codebase : codebases) {
                    Optional<String> folder = Paths.resolve(Paths.parent(file), Nodes.text(codebase, "source").orElse("functions"));
                    folder.ifPresent(source -> units.addAll(new Codebase(manifests, source, codebase).units()));
                }
            }
        }
        return new Result(units, List.of());
    }
}
