package dev.dovetail.config.digitalocean;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.Value;
import dev.dovetail.config.commands.CommandLine;
import dev.dovetail.config.commands.StartCommand;
import dev.dovetail.config.docker.Image;
import dev.dovetail.config.docker.ImageUnits;
import dev.dovetail.config.docker.Images;
import dev.dovetail.config.paas.BuildFolder;
import dev.dovetail.config.paas.LanguageVersions;
import dev.dovetail.config.paas.ProcessUnits;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Workspace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The unit of one component of an app spec. */
final class ComponentUnits {

    private static final String HOST = "digitalocean-app-platform";

    private final Images images;
    private final ImageUnits imageUnits;
    private final ProcessUnits processUnits;
    private final LanguageVersions versions;
    private final BuildFolder folders;

    ComponentUnits(Workspace workspace, Manifests manifests) {
        this.images = new Images(workspace);
        this.imageUnits = new ImageUnits(manifests);
        this.processUnits = new ProcessUnits(manifests);
        this.versions = new LanguageVersions(manifests);
        this.folders = new BuildFolder(workspace);
    }

    /**
     * The unit of a component; empty when it runs an image of others.
     *
     * @param kind the key of its list
     * @param app the spec, whose variables it gets too
     * @param specFolder the folder of {@code .do}
     */
    Optional<DeploymentUnit> unit(
            ConfigNode component, String kind, ConfigNode app, String specFolder) {
        Optional<ConfigNode> name = component.get("name");
        // A job without a schedule runs once for each deploy, as a migration does.
        boolean once = kind.equals("jobs") && Nodes.at(component, "schedule", "cron").isEmpty();
        if (name.flatMap(Nodes::text).isEmpty() || component.get("image").isPresent() || once) {
            return Optional.empty();
        }
        Optional<String> folder =
                folders.of(Nodes.text(component, "source_dir").orElse("."), specFolder);
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        DeploymentUnit.Draft draft =
                DeploymentUnit.draft(
                        Nodes.text(name.get()).orElseThrow(), HOST, name.get().place(), "app-spec");
        settings(draft, component);
        Map<String, Setting> environment = new HashMap<>();
        if (kind.equals("services")) {
            Setting port = setting(component, "http_port").orElse(Setting.byDefault(8080L));
            draft.setting(SettingName.PORT, port);
            environment.put("PORT", port);
        }
        trigger(draft, component, kind, name.get().place());
        variables(app, environment);
        variables(component, environment);
        Optional<ConfigNode> command =
                component.get("run_command").filter(node -> Nodes.text(node).isPresent());
        boolean started =
                image(draft, component, folder.get(), specFolder, command, environment)
                        || process(draft, folder.get(), command, environment);
        return started ? Optional.of(draft.build()) : Optional.empty();
    }

    private static void settings(DeploymentUnit.Draft draft, ConfigNode component) {
        draft.setting(
                SettingName.REPLICAS,
                setting(component, "autoscaling", "min_instance_count")
                        .or(() -> setting(component, "instance_count"))
                        .orElse(Setting.byDefault(1L)));
        setting(component, "autoscaling", "min_instance_count")
                .ifPresent(set -> draft.setting(SettingName.MIN_REPLICAS, set));
        setting(component, "autoscaling", "max_instance_count")
                .ifPresent(set -> draft.setting(SettingName.MAX_REPLICAS, set));
        setting(component, "instance_size_slug").ifPresent(set -> draft.setting(SettingName.PLAN, set));
        setting(component, "health_check", "http_path")
                .ifPresent(set -> draft.setting(SettingName.HEALTH_CHECK_PATH, set));
        setting(component, "health_check", "port")
                .ifPresent(set -> draft.setting(SettingName.PROBE_PORT, set));
        setting(component, "liveness_health_check", "http_path")
                .ifPresent(set -> draft.setting(SettingName.LIVENESS_PATH, set));
        Nodes.at(component, "termination", "grace_period_seconds")
                .flatMap(node -> Nodes.scaled(node, 1000, text -> false))
                .ifPresent(set -> draft.setting(SettingName.GRACE_PERIOD, set));
        draft.setting(SettingName.UPDATE_STRATEGY, Setting.byDefault("rolling"));
    }

    private static Optional<Setting> setting(ConfigNode component, String... keys) {
        return Nodes.at(component, keys)
                .filter(node -> Nodes.text(node).isPresent())
                .map(node -> Setting.at(Nodes.value(node, text -> text.contains("${")), node.place()));
    }

    private static void trigger(
            DeploymentUnit.Draft draft, ConfigNode component, String kind, Place place) {
        switch (kind) {
            case "services" -> draft.trigger(Trigger.of(Trigger.Kind.HTTP, place));
            case "workers" -> draft.trigger(Trigger.of(Trigger.Kind.NONE, place));
            default ->
                    draft.trigger(
                            Trigger.of(
                                    Trigger.Kind.SCHEDULE,
                                    setting(component, "schedule", "cron")
                                            .map(set -> Map.of(SettingName.SCHEDULE, set))
                                            .orElse(Map.of()),
                                    place));
        }
    }

    private static void variables(ConfigNode from, Map<String, Setting> into) {
        for (ConfigNode each : from.get("envs").map(Nodes::elements).orElse(List.of())) {
            boolean atBuildAlone = Nodes.text(each, "scope").filter("BUILD_TIME"::equals).isPresent();
            Optional<ConfigNode> key = each.get("key");
            if (atBuildAlone || key.flatMap(Nodes::text).isEmpty()) {
                continue;
            }
            boolean secret = Nodes.text(each, "type").filter("SECRET"::equals).isPresent();
            Value value =
                    Nodes.text(each, "value")
                            .filter(text -> !secret && !text.contains("${"))
                            .<Value>map(Value.Known::new)
                            .orElse(new Value.Unknown("App Platform or who deploys it gives the value"));
            into.put(Nodes.text(key.get()).orElseThrow(), Setting.at(value, key.get().place()));
        }
    }

    private boolean image(
            DeploymentUnit.Draft draft,
            ConfigNode component,
            String folder,
            String specFolder,
            Optional<ConfigNode> command,
            Map<String, Setting> environment) {
        Optional<String> file = Nodes.text(component, "dockerfile_path");
        if (file.isEmpty()) {
            return false;
        }
        // The context is source_dir.
        Optional<Image> image =
                images.at(folders.file(file.get(), specFolder, folder), folder, Optional.empty(), Map.of());
        if (image.isEmpty()) {
            return false;
        }
        imageUnits.fill(
                draft,
                image.get(),
                Optional.empty(),
                command.flatMap(Nodes::text).map(CommandLine.ShellText::new),
                environment,
                command.map(ConfigNode::place));
        return true;
    }

    private boolean process(
            DeploymentUnit.Draft draft,
            String folder,
            Optional<ConfigNode> command,
            Map<String, Setting> environment) {
        Optional<ProcessUnits.Start> started =
                ProcessUnits.Start.of(command).or(() -> processUnits.byConvention(folder));
        if (started.isEmpty()) {
            return false;
        }
        StartCommand start = processUnits.fill(draft, started.get(), folder, environment);
        versions.of(start.entry(), folder, environment, Map.of(), List.of(".python-version", "runtime.txt"))
                .ifPresent(runtime -> draft.setting(SettingName.RUNTIME, runtime));
        draft.setting(SettingName.WORKING_FOLDER, Setting.byDefault("/workspace"));
        return true;
    }
}
