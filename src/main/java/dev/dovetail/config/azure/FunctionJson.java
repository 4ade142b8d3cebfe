package dev.dovetail.config.azure;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Trigger;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A function.json, which describes one function in whose folder it lies.
 *
 * @see <a href="https://github.com/Azure/azure-functions-host/wiki/function.json">its keys</a>
 */
record FunctionJson(ConfigNode document) {

    /** How functions of Node.js v3 and Python v1 are called. */
    private static final String CONVENTION = "azure-function";

    /** The same of one whose file no build can write. */
    private static final String PLAIN_CONVENTION = "azure-script";

    static boolean isFunction(ConfigNode document) {
        return triggering(document).isPresent();
    }

    private static Optional<ConfigNode> triggering(ConfigNode document) {
        return document.get("bindings").map(Nodes::elements).orElse(List.of()).stream()
                .filter(binding -> Nodes.text(binding, "type").filter(type -> type.endsWith("Trigger")).isPresent())
                .findFirst();
    }

    /** The function's own, which is that of its folder. */
    String name() {
        return Paths.name(folder());
    }

    private String folder() {
        return Paths.parent(document.place().file());
    }

    /** Gives a draft its entry point and its trigger. */
    DeploymentUnit.Draft fill(DeploymentUnit.Draft unit, Workspace workspace) {
        ConfigNode trigger = triggering(document).orElseThrow();
        String type = Nodes.text(trigger, "type").orElse("");
        Map<String, Setting> settings =
                trigger.get("schedule")
                        .<Map<String, Setting>>map(node -> Map.of(SettingName.SCHEDULE, Setting.at(Nodes.value(node, text -> text.contains("%")), node.place())))
                        .orElse(Map.of());
        return unit.entryPoint(entry(workspace)).trigger(Trigger.of(Triggers.kind(type), settings, trigger.place()));
    }

    private EntryPoint entry(Workspace workspace) {
        Optional<ConfigNode> script = document.get("scriptFile");
        Place place = script.map(ConfigNode::place).orElse(document.place());
        Optional<String> named = script.flatMap(Nodes::text);
        if (named.isPresent()) {
            boolean plain = named.get().endsWith(".py");
            boolean compiled = named.get().matches(".*\\.(dll|jar|class|ps1|exe)");
            return Paths.resolve(folder(), named.get())
                    .filter(path -> !compiled)
                    .<EntryPoint>map(path -> new EntryPoint.File(path, plain ? PLAIN_CONVENTION : CONVENTION, place))
                    .orElse(new EntryPoint.Unknown("its language is not read", place));
        }
        return List.of(name() + ".js", "index.js", "index.mjs", "index.cjs", "__init__.py", "main.py").stream()
                .map(file -> folder() + "/" + file)
                .filter(workspace::has)
                .findFirst()
                .<EntryPoint>map(path -> new EntryPoint.File(path, CONVENTION, place))
                .orElse(new EntryPoint.Unknown("its file is made by a build or lies elsewhere", place));
    }
}
