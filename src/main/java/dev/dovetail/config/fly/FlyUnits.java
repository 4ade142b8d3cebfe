package dev.dovetail.config.fly;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.Value;
import dev.dovetail.config.commands.CommandLine;
import dev.dovetail.config.docker.Image;
import dev.dovetail.config.docker.ImageUnits;
import dev.dovetail.config.docker.Images;
import dev.dovetail.config.paas.Amounts;
import dev.dovetail.config.paas.BuildFolder;
import dev.dovetail.config.paas.ProcessUnits;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The units of one Fly.io application, one for each process group. */
final class FlyUnits {

    private static final String HOST = "fly";

    private final Workspace workspace;
    private final Images images;
    private final ImageUnits imageUnits;
    private final ProcessUnits processUnits;
    private final BuildFolder folders;
    private final FlyApp app;

    FlyUnits(Workspace workspace, Manifests manifests, FlyApp app) {
        this.workspace = workspace;
        this.images = new Images(workspace);
        this.imageUnits = new ImageUnits(manifests);
        this.processUnits = new ProcessUnits(manifests);
        this.folders = new BuildFolder(workspace);
        this.app = app;
    }

    List<DeploymentUnit> units() {
        List<DeploymentUnit> units = new ArrayList<>();
        List<ConfigNode.Entry> processes = app.processes();
        if (processes.isEmpty()) {
            String name = app.name().orElse(FlyApp.DEFAULT_GROUP);
            unit(FlyApp.DEFAULT_GROUP, name, app.place(), Optional.empty()).ifPresent(units::add);
        }
        for (ConfigNode.Entry process : processes) {
            String name =
                    processes.size() == 1
                            ? app.name().orElse(process.key())
                            : app.name().map(each -> each + "/").orElse("") + process.key();
            unit(process.key(), name, process.keyPlace(), Optional.of(process.value())).ifPresent(units::add);
        }
        return units;
    }

    private Optional<DeploymentUnit> unit(
            String group, String name, Place place, Optional<ConfigNode> command) {
        if (Nodes.at(app.document(), "build", "image").isPresent()) {
            return Optional.empty();
        }
        DeploymentUnit.Draft draft = DeploymentUnit.draft(name, HOST, place, "fly.toml");
        List<FlyApp.Service> services = app.services(group);
        machines(draft, group, services);
        ways(draft, services, place);
        checks(draft, group, services);
        Map<String, Setting> environment = new HashMap<>(app.environment());
        Optional<Image> image = image();
        Optional<String> text = command.flatMap(Nodes::text).filter(each -> !each.isBlank());
        Optional<Place> commandPlace = command.map(ConfigNode::place);
        if (image.isPresent()) {
            imageUnits.fill(
                    draft,
                    image.get(),
                    Optional.empty(),
                    text.map(CommandLine.Words::new),
                    environment,
                    text.isPresent() ? commandPlace : Optional.empty());
            return Optional.of(draft.build());
        }
        return started(draft, command, environment) ? Optional.of(draft.build()) : Optional.empty();
    }

    /** What buildpacks start: the group's command, or the Procfile's web, or the script start. */
    private boolean started(
            DeploymentUnit.Draft draft,
            Optional<ConfigNode> command,
            Map<String, Setting> environment) {
        boolean built =
                Nodes.at(app.document(), "build", "builder").isPresent()
                        || Nodes.at(app.document(), "build", "buildpacks").isPresent();
        if (!built) {
            return false;
        }
        Optional<ProcessUnits.Start> start =
                ProcessUnits.Start.of(command).or(() -> processUnits.byConvention(app.folder()));
        start.ifPresent(each -> processUnits.fill(draft, each, app.folder(), environment));
        return start.isPresent();
    }

    private Optional<Image> image() {
        String file = Nodes.text(app.document(), "build", "dockerfile").orElse("Dockerfile");
        Map<String, Value> arguments = new HashMap<>();
        for (ConfigNode.Entry entry : Nodes.entries(Nodes.at(app.document(), "build", "args"))) {
            arguments.put(entry.key(), Nodes.value(entry.value(), text -> false));
        }
        boolean buildpacks = Nodes.at(app.document(), "build", "builder").isPresent();
        if (buildpacks && Nodes.at(app.document(), "build", "dockerfile").isEmpty()) {
            return Optional.empty();
        }
        Optional<String> named = Paths.resolve(app.folder(), file).filter(workspace::has);
        if (named.isEmpty() && Nodes.at(app.document(), "build", "dockerfile").isEmpty()) {
            return Optional.empty();
        }
        String dockerfile = named.orElseGet(() -> folders.file(file, app.folder(), app.folder()));
        Optional<String> target = Nodes.text(app.document(), "build", "build-target");
        // The context is the folder that fly deploy is told, which what is copied tells best.
        return target.isEmpty() && arguments.isEmpty()
                ? images.of(dockerfile)
                : images.at(dockerfile, app.folder(), target, arguments);
    }

    /** How many Machines there are: https://fly.io/docs/apps/app-availability/. */
    private void machines(
            DeploymentUnit.Draft draft, String group, List<FlyApp.Service> services) {
        for (ConfigNode mount : app.tables("mounts", group)) {
            mount.get("destination")
                    .ifPresent(
                            path ->
                                    draft.mount(
                                            new DeploymentUnit.Mount(
                                                    Nodes.value(path, text -> false), "volume", path.place())));
        }
        boolean volume = !app.tables("mounts", group).isEmpty();
        Optional<ConfigNode> stops =
                services.stream()
                        .flatMap(service -> service.node().get("auto_stop_machines").stream())
                        .findFirst();
        boolean stopped =
                stops.flatMap(Nodes::text)
                        .filter(word -> !word.equals("off") && !word.equals("false"))
                        .isPresent();
        boolean two = !services.isEmpty() && !volume;
        Optional<ConfigNode> least =
                services.stream()
                        .flatMap(service -> service.node().get("min_machines_running").stream())
                        .findFirst();
        if (stopped) {
            Setting running =
                    least.map(node -> Setting.at(Nodes.value(node, text -> false), node.place()))
                            .orElse(new Setting(new Value.Known(0L), Setting.Origin.DEFAULT, stops.map(ConfigNode::place)));
            draft.setting(SettingName.MIN_REPLICAS, running);
            double always = running.value().number().orElse(0.0);
            draft.setting(
                    SettingName.REPLICAS,
                    always > 1 ? running : Setting.byDefault(1L));
            draft.setting(SettingName.MAX_REPLICAS, Setting.byDefault(Math.max(two ? 2L : 1L, (long) always)));
        } else {
            draft.setting(SettingName.REPLICAS, Setting.byDefault(two ? 2L : 1L));
        }
        for (ConfigNode vm : app.tables("vm", group)) {
            vm.get("memory").flatMap(Amounts::mebibytes).ifPresent(memory -> draft.setting(SettingName.MEMORY, memory));
            vm.get("memory_mb")
                    .flatMap(node -> Nodes.scaled(node, 1, text -> false))
                    .ifPresent(memory -> draft.setting(SettingName.MEMORY, memory));
            Nodes.at(vm, "size")
                    .ifPresent(size -> draft.setting(SettingName.PLAN, Setting.at(Nodes.value(size, text -> false), size.place())));
        }
        // https://fly.io/docs/reference/configuration/#runtime-options
        draft.setting(
                SettingName.GRACE_PERIOD,
                app.document().get("kill_timeout").flatMap(Amounts::seconds).orElse(Setting.byDefault(5_000L)));
        draft.setting(SettingName.UPDATE_STRATEGY, Setting.byDefault(volume ? "recreate" : "rolling"));
    }

    private static void ways(
            DeploymentUnit.Draft draft, List<FlyApp.Service> services, Place place) {
        for (FlyApp.Service service : services) {
            if (service.http()) {
                draft.trigger(Trigger.of(Trigger.Kind.HTTP, service.place()));
            } else {
                draft.triggersUnknown();
            }
        }
        if (services.isEmpty()) {
            draft.trigger(Trigger.of(Trigger.Kind.NONE, place));
        }
        if (services.size() == 1) {
            FlyApp.Service only = services.get(0);
            draft.setting(
                    SettingName.PORT,
                    only.node()
                            .get("internal_port")
                            .map(node -> Setting.at(Nodes.value(node, text -> false), node.place()))
                            .orElse(Setting.byDefault(8080L)));
            Nodes.at(only.node(), "concurrency", "hard_limit")
                    .ifPresent(node -> draft.setting(SettingName.CONCURRENCY, Setting.at(Nodes.value(node, text -> false), node.place())));
        }
    }

    private void checks(DeploymentUnit.Draft draft, String group, List<FlyApp.Service> services) {
        List<ConfigNode> checks = new ArrayList<>();
        for (FlyApp.Service service : services) {
            for (String key : List.of("checks", "http_checks")) {
                service.node().get(key).ifPresent(node -> checks.addAll(Nodes.elements(node)));
            }
        }
        for (ConfigNode.Entry check : Nodes.entries(app.document().get("checks"))) {
            boolean own = !app.tables("checks", group).isEmpty();
            if (own && check.value().get("path").isPresent()) {
                checks.add(check.value());
            }
        }
        for (ConfigNode check : checks) {
            check.get("path")
                    .ifPresent(
                            path ->
                                    draft.settingIfAbsent(
                                            SettingName.HEALTH_CHECK_PATH,
                                            Setting.at(Nodes.value(path, text -> false), path.place())));
            check.get("port")
                    .ifPresent(
                            port ->
                                    draft.settingIfAbsent(
                                            SettingName.PROBE_PORT,
                                            Setting.at(Nodes.value(port, text -> false), port.place())));
        }
    }
}
