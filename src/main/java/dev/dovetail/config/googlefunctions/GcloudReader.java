package dev.dovetail.config.googlefunctions;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.ConfigReader;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Documents;
import dev.dovetail.config.commands.ShellScripts;
import dev.dovetail.config.commands.SimpleCommand;
import dev.dovetail.config.pipelines.PipelineVisitor;
import dev.dovetail.config.pipelines.Pipelines;
import dev.dovetail.config.pipelines.Scope;
import dev.dovetail.config.pipelines.Scripts;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.config.project.PackageJson;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code gcloud functions deploy} where pipelines, scripts and package.json call it. */
public final class GcloudReader implements ConfigReader {

    private static final String WORD = "functions";

    @Override
    public Result read(Workspace workspace, Documents documents) {
        Manifests manifests = new Manifests(workspace, documents);
        // The same function is often deployed by several scripts, and is one unit.
        Map<String, DeploymentUnit> units = new LinkedHashMap<>();
        for (String file : workspace.files()) {
            boolean manifest = Paths.name(file).equals("package.json");
            if (!manifest && !Pipelines.isPipeline(file) && !Scripts.isScript(file)) {
                continue;
            }
            Optional<String> text = workspace.read(file).filter(each -> each.contains("gcloud") && each.contains(WORD));
            text.ifPresent(each -> read(file, each, manifests, units));
        }
        return new Result(List.copyOf(units.values()), List.of());
    }

    private static void read(String file, String text, Manifests manifests, Map<String, DeploymentUnit> units) {
        PipelineVisitor visitor = new PipelineVisitor() {
            @Override
            public void call(SimpleCommand call, Scope scope) {
                take(call, manifests, units);
            }

            @Override
            public boolean wants(String script) {
                return script.contains(WORD);
            }
        };
        if (Paths.name(file).equals("package.json")) {
            Optional<PackageJson> manifest = manifests.packageIn(Paths.parent(file));
            manifest.ifPresent(each -> each.scripts().values()
                    .forEach(script -> ShellScripts.calls(script, each.folder(), Map.of(), each.place()).forEach(call -> take(call, manifests, units))));
        } else if (Pipelines.isPipeline(file)) {
            for (ConfigNode document : manifests.documents().read(file)) {
                Pipelines.read(file, document, visitor);
            }
        } else {
            Scripts.read(file, text, call -> take(call, manifests, units));
        }
    }

    private static void take(SimpleCommand call, Manifests manifests, Map<String, DeploymentUnit> units) {
        GcloudCall.of(call).flatMap(deployed -> deployed.unit(manifests)).ifPresent(unit -> units.putIfAbsent(unit.folder() + " " + unit.name(), unit));
    }
}
