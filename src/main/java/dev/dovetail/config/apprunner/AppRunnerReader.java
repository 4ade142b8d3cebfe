package dev.dovetail.config.apprunner;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.ConfigReader;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Documents;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.Value;
import dev.dovetail.config.paas.ProcessUnits;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.config.project.PackageJson;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads apprunner.yaml: https://docs.aws.amazon.com/apprunner/latest/dg/config-file-ref.html. */
public final class AppRunnerReader implements ConfigReader {

    private static final String HOST = "aws-app-runner";

    @Override
    public Result read(Workspace workspace, Documents documents) {
        Manifests manifests = new Manifests(workspace, documents);
        ProcessUnits processes = new ProcessUnits(manifests);
        List<DeploymentUnit> units = new ArrayList<>();
        for (String file : workspace.files()) {
            if (Paths.name(file).matches("apprunner\\.ya?ml")) {
                documents.read(file).stream()
                        .limit(1)
                        .flatMap(document -> unit(file, document, manifests, processes).stream())
                        .forEach(units::add);
            }
        }
        return new Result(units, List.of());
    }

    private static Optional<DeploymentUnit> unit(
            String file, ConfigNode document, Manifests manifests, ProcessUnits processes) {
        Optional<ProcessUnits.Start> start = ProcessUnits.Start.of(Nodes.at(document, "run", "command"));
        if (start.isEmpty()) {
            return Optional.empty();
        }
        String folder = Paths.parent(file);
        String name =
                manifests.packageIn(folder).flatMap(PackageJson::name).map(Paths::name).orElse(folder.isEmpty() ? "service" : Paths.name(folder));
        DeploymentUnit.Draft draft = DeploymentUnit.draft(name, HOST, start.get().place(), "app-runner");
        draft.trigger(Trigger.of(Trigger.Kind.HTTP, Nodes.at(document, "run", "network").map(ConfigNode::place).orElse(start.get().place())));
        // https://docs.aws.amazon.com/apprunner/latest/dg/manage-autoscaling.html
        draft.setting(SettingName.REPLICAS, Setting.byDefault(1L))
                .setting(SettingName.MIN_REPLICAS, Setting.byDefault(1L))
                .setting(SettingName.MAX_REPLICAS, Setting.byDefault(25L));
        Setting port =
                Nodes.at(document, "run", "network", "port")
                        .map(node -> Setting.at(Nodes.value(node, text -> !text.matches("\\d{1,5}")), node.place()))
                        .orElse(Setting.byDefault(8080L));
        draft.setting(SettingName.PORT, port);
        runtime(document).ifPresent(set -> draft.setting(SettingName.RUNTIME, set));
        Map<String, Setting> environment = new HashMap<>();
        Nodes.text(document, "run", "network", "env").ifPresent(variable -> environment.put(variable, port));
        environment.putIfAbsent("PORT", port);
        for (ConfigNode each : Nodes.at(document, "run", "env").map(Nodes::elements).orElse(List.of())) {
            Nodes.text(each, "name")
                    .ifPresent(variable -> environment.put(variable, Setting.at(each.get("value").map(value -> Nodes.value(value, text -> false)).orElse(new Value.Unknown("no value")), each.place())));
        }
        for (ConfigNode each : Nodes.at(document, "run", "secrets").map(Nodes::elements).orElse(List.of())) {
            Nodes.text(each, "name")
                    .ifPresent(variable -> environment.put(variable, Setting.at(new Value.Unknown("it is a secret"), each.place())));
        }
        processes.fill(draft, start.get(), folder, environment);
        return Optional.of(draft.build());
    }

    /** {@code nodejs18}; {@code python3} with its version beside; {@code corretto11}. */
    private static Optional<Setting> runtime(ConfigNode document) {
        Optional<ConfigNode> runtime = document.get("runtime");
        Optional<ConfigNode> version = Nodes.at(document, "run", "runtime-version");
        String word = runtime.flatMap(Nodes::text).orElse("").replaceFirst("^corretto", "java");
        if (word.matches("python3\\d+")) {
            return runtime.map(node -> Setting.at(new Value.Known("python3." + word.substring(7)), node.place()));
        }
        if (word.equals("python3")) {
            return version.flatMap(
                    node ->
                            Nodes.text(node)
                                    .filter(text -> text.matches("3\\.\\d+(\\.\\d+)?"))
                                    .map(text -> Setting.at(new Value.Known("python" + text.replaceFirst("^(\\d+\\.\\d+)\\..*", "$1")), node.place())));
        }
        return word.matches("(nodejs|java)\\d+") ? runtime.map(node -> Setting.at(new Value.Known(word), node.place())) : Optional.empty();
    }
}
