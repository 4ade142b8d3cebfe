package dev.dovetail.config.deno;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.ConfigReader;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Documents;
import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.Trigger;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code deploy} of deno.json: an application on Deno Deploy and the file that starts it.
 *
 * @see <a href="https://docs.deno.com/deploy/reference/builds/">its keys</a>
 */
public final class DenoReader implements ConfigReader {

    private static final Set<String> NAMES = Set.of("deno.json", "deno.jsonc");

    @Override
    public Result read(Workspace workspace, Documents documents) {
        List<DeploymentUnit> units = new ArrayList<>();
        for (String file : workspace.files()) {
            if (NAMES.contains(Paths.name(file))) {
                documents.read(file).forEach(document -> unit(document, Paths.parent(file)).ifPresent(units::add));
            }
        }
        return new Result(units, List.of());
    }

    private static Optional<DeploymentUnit> unit(ConfigNode document, String folder) {
        Optional<ConfigNode> entry = Nodes.at(document, "deploy", "entrypoint").or(() -> Nodes.at(document, "deploy", "runtime", "entrypoint"));
        Optional<String> path = entry.flatMap(Nodes::text).filter(text -> !text.contains("://")).flatMap(text -> Paths.resolve(folder, text));
        String name = Nodes.text(document, "deploy", "app").or(() -> Nodes.text(document, "deploy", "project")).orElse(folder.isEmpty() ? "application" : Paths.name(folder));
        return path.map(file ->
                DeploymentUnit.draft(name, "deno-deploy", entry.get().place(), "deno")
                        .folder(folder)
                        .entryPoint(new EntryPoint.File(file, "deno-program", entry.get().place()))
                        .trigger(Trigger.of(Trigger.Kind.HTTP, entry.get().place()))
                        .triggersUnknown()
                        .environmentUnknown()
                        .build());
    }
}
