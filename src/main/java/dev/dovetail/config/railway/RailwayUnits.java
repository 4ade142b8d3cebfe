package dev.dovetail.config.railway;

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
import dev.dovetail.config.docker.SystemPackages;
import dev.dovetail.config.paas.LanguageVersions;
import dev.dovetail.config.paas.ProcessUnits;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.config.project.PackageJson;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The unit of one Railway service. */
final class RailwayUnits {

    private static final String HOST = "railway";

    /** Files that the builders read, besides engines of a package.json. */
    private static final List<String> VERSION_FILES =
            List.of(".nvmrc", ".node-version", ".python-version", "runtime.txt");

    private final Workspace workspace;
    private final Manifests manifests;
    private final Images images;
    private final ImageUnits imageUnits;
    private final ProcessUnits processUnits;
    private final LanguageVersions versions;

    RailwayUnits(Workspace workspace, Manifests manifests) {
        this.workspace = workspace;
        this.manifests = manifests;
        this.images = new Images(workspace);
        this.imageUnits = new ImageUnits(manifests);
        this.processUnits = new ProcessUnits(manifests);
        this.versions = new LanguageVersions(manifests);
    }

    /**
     * The unit of a service; empty when nothing says what it starts.
     *
     * @param config its own, or nixpacks.toml where there is no other
     * @param file the config's
     * @param build what nixpacks.toml says
     */
    Optional<DeploymentUnit> unit(ConfigNode config, String file, Optional<ConfigNode> build) {
        String folder = Paths.parent(file);
        ConfigNode production = Nodes.at(config, "environments", "production").orElse(config);
        Service service = new Service(config, production);
        Place place = service.at("deploy", "startCommand").map(ConfigNode::place).orElse(Place.startOf(file));
        DeploymentUnit.Draft draft = DeploymentUnit.draft(name(folder), HOST, place, Paths.name(file));
        settings(draft, service);
        trigger(draft, service, place);
        Map<String, Setting> environment = new HashMap<>();
        environment.put(
                "PORT",
                new Setting(
                        new Value.Unknown("Railway chooses the port"), Setting.Origin.DEFAULT, Optional.empty()));
        for (ConfigNode.Entry entry : Nodes.entries(build.flatMap(node -> node.get("variables")))) {
            environment.put(entry.key(), Setting.at(Nodes.value(entry.value(), text -> text.contains("$")), entry.keyPlace()));
        }
        Optional<ConfigNode> command = service.at("deploy", "startCommand").filter(node -> Nodes.text(node).isPresent());
        Optional<Image> image = image(service, folder);
        if (image.isPresent()) {
            // The command takes the place of the image's entry point, with no shell between:
            // https://docs.railway.com/deployments/start-command
            imageUnits.fill(
                    draft,
                    image.get(),
                    command.flatMap(Nodes::text).map(CommandLine.Words::new),
                    Optional.empty(),
                    environment,
                    command.map(ConfigNode::place));
            return Optional.of(draft.build());
        }
        Optional<ProcessUnits.Start> started =
                ProcessUnits.Start.of(command)
                        .or(() -> ProcessUnits.Start.of(build.flatMap(node -> Nodes.at(node, "start", "cmd"))))
                        .or(() -> processUnits.byConvention(folder));
        if (started.isEmpty()) {
            return Optional.empty();
        }
        StartCommand start = processUnits.fill(draft, started.get(), folder, environment);
        versions.of(start.entry(), folder, environment,
                        Map.of("javascript", "NIXPACKS_NODE_VERSION", "python", "NIXPACKS_PYTHON_VERSION"),
                        VERSION_FILES)
                .ifPresent(runtime -> draft.setting(SettingName.RUNTIME, runtime));
        draft.setting(SettingName.WORKING_FOLDER, Setting.byDefault("/app"));
        draft.setting(SettingName.SYSTEM_PACKAGES, packages(build, place));
        return Optional.of(draft.build());
    }

    /** Config with what the environment {@code production} puts over it. */
    private record Service(ConfigNode base, ConfigNode production) {
        Optional<ConfigNode> at(String... keys) {
            return Nodes.at(production, keys).or(() -> Nodes.at(base, keys));
        }

        Optional<Setting> setting(String... keys) {
            return at(keys).filter(node -> Nodes.text(node).isPresent())
                    .map(node -> Setting.at(Nodes.value(node, text -> false), node.place()));
        }
    }

    private String name(String folder) {
        return folder.isEmpty()
                ? manifests.packageIn("").flatMap(PackageJson::name).map(Paths::name).orElse("service")
                : Paths.name(folder);
    }

    /** Railway builds with a Dockerfile where it finds one: https://docs.railway.com/builds/dockerfiles. */
    private Optional<Image> image(Service service, String folder) {
        Optional<String> named = service.at("build", "dockerfilePath").flatMap(Nodes::text);
        String builder =
                service.at("build", "builder").flatMap(Nodes::text).orElse("").toUpperCase(Locale.ROOT);
        if (named.isEmpty() && (builder.equals("NIXPACKS") || builder.equals("RAILPACK"))) {
            return Optional.empty();
        }
        return Paths.resolve(folder, named.orElse("Dockerfile").replaceFirst("^/+", ""))
                .filter(workspace::has)
                .flatMap(images::of);
    }

    private static void settings(DeploymentUnit.Draft draft, Service service) {
        draft.setting(SettingName.REPLICAS, replicas(service));
        service.setting("deploy", "healthcheckPath")
                .ifPresent(path -> draft.setting(SettingName.HEALTH_CHECK_PATH, path));
        service.at("deploy", "drainingSeconds")
                .flatMap(node -> Nodes.scaled(node, 1000, text -> false))
                .ifPresent(seconds -> draft.setting(SettingName.GRACE_PERIOD, seconds));
        service.at("deploy", "sleepApplication")
                .filter(node -> Nodes.text(node).filter("true"::equals).isPresent())
                .ifPresent(node -> draft.setting(SettingName.MIN_REPLICAS, Setting.at(new Value.Known(0L), node.place())));
        service.setting("deploy", "requiredMountPath")
                .ifPresent(
                        path ->
                                path.place()
                                        .ifPresent(
                                                at -> draft.mount(new DeploymentUnit.Mount(path.value(), "volume", at))));
    }

    private static Setting replicas(Service service) {
        List<Setting> regions = new ArrayList<>();
        for (ConfigNode.Entry region : Nodes.entries(service.at("deploy", "multiRegionConfig"))) {
            region.value()
                    .get("numReplicas")
                    .ifPresent(node -> regions.add(Setting.at(Nodes.value(node, text -> false), node.place())));
        }
        if (regions.isEmpty()) {
            return service.setting("deploy", "numReplicas").orElse(Setting.byDefault(1L));
        }
        long sum = 0;
        for (Setting each : regions) {
            sum += each.value().number().map(Double::longValue).orElse(1L);
        }
        Setting first = regions.get(0);
        return new Setting(new Value.Known(sum), first.origin(), first.place());
    }

    private static void trigger(DeploymentUnit.Draft draft, Service service, Place place) {
        Optional<Setting> schedule = service.setting("deploy", "cronSchedule");
        if (schedule.isEmpty()) {
            // A service is public when the dashboard gives it a domain.
            draft.trigger(Trigger.of(Trigger.Kind.HTTP, place));
            return;
        }
        draft.trigger(
                Trigger.of(
                        Trigger.Kind.SCHEDULE,
                        Map.of(SettingName.SCHEDULE, schedule.get()),
                        schedule.get().place().orElse(place)));
    }

    /** The packages of nixpacks.toml; variables of the dashboard may add some, so that none is no answer. */
    private static Setting packages(Optional<ConfigNode> build, Place place) {
        List<String> names = new ArrayList<>();
        for (ConfigNode.Entry phase : Nodes.entries(build.flatMap(node -> node.get("phases")))) {
            for (String key : List.of("aptPkgs", "nixPkgs")) {
                phase.value().get(key).map(Nodes::elements).orElse(List.of()).stream()
                        .flatMap(each -> Nodes.text(each).stream())
                        .filter(name -> !name.equals("..."))
                        .forEach(names::add);
            }
        }
        return names.isEmpty()
                ? Setting.at(new Value.Unknown("the dashboard may add packages"), place)
                : Setting.at(new Value.Known(SystemPackages.of(names).toString()), place);
    }
}
