package dev.dovetail.config.render;

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
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Workspace;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The unit of one service of a Blueprint. */
final class RenderUnits {

    private static final String HOST = "render";

    /** Where Render keeps the repository of a service that runs in a native environment. */
    private static final String SOURCE = "/opt/render/project/src";

    private static final Set<String> RUN_CODE = Set.of("web", "pserv", "worker", "cron");

    /** https://render.com/pricing#compute: memory in MiB. */
    private static final Map<String, Long> MEMORY =
            Map.of("free", 512L, "starter", 512L, "standard", 2048L, "pro", 4096L,
                    "pro plus", 8192L, "pro max", 16384L, "pro ultra", 32768L);

    private static final Map<String, String> VERSION_VARIABLES =
            Map.of("javascript", "NODE_VERSION", "python", "PYTHON_VERSION");

    private static final List<String> VERSION_FILES =
            List.of(".node-version", ".nvmrc", ".python-version");

    private final Images images;
    private final ImageUnits imageUnits;
    private final ProcessUnits processUnits;
    private final LanguageVersions versions;
    private final BuildFolder folders;

    RenderUnits(Workspace workspace, Manifests manifests) {
        this.images = new Images(workspace);
        this.imageUnits = new ImageUnits(manifests);
        this.processUnits = new ProcessUnits(manifests);
        this.versions = new LanguageVersions(manifests);
        this.folders = new BuildFolder(workspace);
    }

    /**
     * The unit of a service; empty for databases, static sites and images of others.
     *
     * @param configFolder of the Blueprint
     * @param groups environment groups by name
     */
    Optional<DeploymentUnit> unit(
            ConfigNode service, String configFolder, Map<String, ConfigNode> groups) {
        String type = Nodes.text(service, "type").orElse("");
        String runtime =
                Nodes.text(service, "runtime").or(() -> Nodes.text(service, "env")).orElse("");
        Optional<ConfigNode.Entry> first = firstEntry(service);
        if (!RUN_CODE.contains(type) || runtime.equals("static") || runtime.equals("image") || first.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> folder =
                folders.of(Nodes.text(service, "rootDir").orElse("."), configFolder);
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        String name = Nodes.text(service, "name").orElse(type);
        DeploymentUnit.Draft draft = DeploymentUnit.draft(name, HOST, place(service, first.get()), "render-blueprint");
        settings(draft, service);
        triggers(draft, service, type);
        Map<String, Setting> environment = environment(service, groups);
        boolean started =
                runtime.equals("docker")
                        ? image(draft, service, configFolder, folder.get(), environment)
                        : process(draft, service, folder.get(), environment);
        return started ? Optional.of(draft.build()) : Optional.empty();
    }

    private static Optional<ConfigNode.Entry> firstEntry(ConfigNode service) {
        return Nodes.entries(Optional.of(service)).stream().findFirst();
    }

    private static Place place(ConfigNode service, ConfigNode.Entry first) {
        return service instanceof ConfigNode.Mapping mapping
                ? mapping.entry("name").orElse(first).keyPlace()
                : first.keyPlace();
    }

    private static void settings(DeploymentUnit.Draft draft, ConfigNode service) {
        draft.setting(
                SettingName.REPLICAS,
                known(service, "scaling", "minInstances")
                        .or(() -> known(service, "numInstances"))
                        .orElse(Setting.byDefault(1L)));
        known(service, "scaling", "minInstances")
                .ifPresent(set -> draft.setting(SettingName.MIN_REPLICAS, set));
        known(service, "scaling", "maxInstances")
                .ifPresent(set -> draft.setting(SettingName.MAX_REPLICAS, set));
        known(service, "plan")
                .map(RenderUnits::lowerCase)
                .ifPresent(
                        plan -> {
                            draft.setting(SettingName.PLAN, plan);
                            plan.value()
                                    .text()
                                    .map(MEMORY::get)
                                    .ifPresent(
                                            memory ->
                                                    draft.setting(
                                                            SettingName.MEMORY,
                                                            new Setting(new Value.Known(memory), plan.origin(), plan.place())));
                        });
        known(service, "healthCheckPath")
                .ifPresent(path -> draft.setting(SettingName.HEALTH_CHECK_PATH, path));
        // https://render.com/docs/deploys#zero-downtime-deploys
        draft.setting(
                SettingName.GRACE_PERIOD,
                Nodes.at(service, "maxShutdownDelaySeconds")
                        .flatMap(node -> Nodes.scaled(node, 1000, text -> false))
                        .orElse(Setting.byDefault(30_000L)));
        Optional<ConfigNode> disk = service.get("disk");
        draft.setting(SettingName.UPDATE_STRATEGY, Setting.byDefault(disk.isPresent() ? "recreate" : "rolling"));
        disk.flatMap(node -> node.get("mountPath"))
                .ifPresent(
                        path ->
                                draft.mount(
                                        new DeploymentUnit.Mount(
                                                Nodes.value(path, text -> false), "disk", path.place())));
    }

    private static Optional<Setting> known(ConfigNode service, String... keys) {
        return Nodes.at(service, keys)
                .map(node -> Setting.at(Nodes.value(node, text -> false), node.place()));
    }

    private static Setting lowerCase(Setting setting) {
        return setting.value()
                .text()
                .map(text -> new Setting(new Value.Known(text.toLowerCase(Locale.ROOT)), setting.origin(), setting.place()))
                .orElse(setting);
    }

    private static void triggers(DeploymentUnit.Draft draft, ConfigNode service, String type) {
        Place place = service.get("type").map(ConfigNode::place).orElse(service.place());
        switch (type) {
            case "web" -> draft.trigger(Trigger.of(Trigger.Kind.HTTP, place));
            case "cron" ->
                    draft.trigger(
                            Trigger.of(
                                    Trigger.Kind.SCHEDULE,
                                    known(service, "schedule")
                                            .map(set -> Map.of(SettingName.SCHEDULE, set))
                                            .orElse(Map.of()),
                                    place));
            case "worker" -> draft.trigger(Trigger.of(Trigger.Kind.NONE, place));
            // A private service may speak any protocol.
            default -> draft.triggersUnknown();
        }
    }

    private static Map<String, Setting> environment(
            ConfigNode service, Map<String, ConfigNode> groups) {
        Map<String, Setting> found = new HashMap<>();
        // https://render.com/docs/environment-variables
        found.put("PORT", Setting.byDefault("10000"));
        found.put("RENDER", Setting.byDefault("true"));
        List<ConfigNode> variables = service.get("envVars").map(Nodes::elements).orElse(List.of());
        for (ConfigNode each : variables) {
            Nodes.text(each, "fromGroup")
                    .map(groups::get)
                    .flatMap(group -> group.get("envVars"))
                    .ifPresent(list -> Nodes.elements(list).forEach(inner -> put(inner, found)));
        }
        variables.forEach(each -> put(each, found));
        return found;
    }

    private static void put(ConfigNode variable, Map<String, Setting> into) {
        Optional<ConfigNode> key = variable.get("key");
        Optional<String> name = key.flatMap(Nodes::text);
        if (name.isEmpty()) {
            return;
        }
        Value value =
                Nodes.text(variable, "value")
                        .<Value>map(Value.Known::new)
                        .orElseGet(() -> new Value.Unknown("Render or who deploys it gives the value"));
        into.put(name.get(), Setting.at(value, key.get().place()));
    }

    private boolean process(
            DeploymentUnit.Draft draft,
            ConfigNode service,
            String folder,
            Map<String, Setting> environment) {
        Optional<ProcessUnits.Start> command = ProcessUnits.Start.of(service.get("startCommand"));
        if (command.isEmpty()) {
            return false;
        }
        StartCommand start = processUnits.fill(draft, command.get(), folder, environment);
        versions.of(start.entry(), folder, environment, VERSION_VARIABLES, VERSION_FILES)
                .ifPresent(runtime -> draft.setting(SettingName.RUNTIME, runtime));
        String root = Nodes.text(service, "rootDir").map(path -> path.replaceAll("^[./]+|/+$", "")).orElse("");
        draft.setting(
                SettingName.WORKING_FOLDER, Setting.byDefault(root.isEmpty() ? SOURCE : SOURCE + "/" + root));
        return true;
    }

    private boolean image(
            DeploymentUnit.Draft draft,
            ConfigNode service,
            String configFolder,
            String folder,
            Map<String, Setting> environment) {
        String file = Nodes.text(service, "dockerfilePath").orElse("./Dockerfile");
        String context = Nodes.text(service, "dockerContext").orElse(".");
        Optional<Image> image =
                images.at(
                        folders.file(file, folder, configFolder),
                        Paths.resolve(folder, context).filter(folders::exists)
                                .or(() -> folders.of(context, configFolder))
                                .orElse(folder),
                        Optional.empty(),
                        Map.of());
        if (image.isEmpty()) {
            return false;
        }
        Optional<ConfigNode> command = service.get("dockerCommand");
        Optional<String> text = command.flatMap(Nodes::text);
        imageUnits.fill(
                draft,
                image.get(),
                Optional.empty(),
                text.map(CommandLine.Words::new),
                environment,
                text.isPresent() ? command.map(ConfigNode::place) : Optional.empty());
        return true;
    }
}
