package dev.dovetail.config.aws.tasks;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.Value;
import dev.dovetail.config.commands.CommandLine;
import dev.dovetail.config.docker.BuiltImages;
import dev.dovetail.config.docker.Image;
import dev.dovetail.config.docker.ImageUnits;
import dev.dovetail.config.docker.Images;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes units of the containers of a task: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html. */
public final class Containers {

    private static final String HOST = "aws-ecs";

    private final String format;
    private final BuiltImages images;
    private final Images built;
    private final ImageUnits imageUnits;

    /**
     * @param format what writes the tasks, for their units
     */
    public Containers(Manifests manifests, String format) {
        this.format = format;
        this.images = new BuiltImages(manifests);
        this.built = new Images(manifests.workspace());
        this.imageUnits = new ImageUnits(manifests);
    }

    public List<DeploymentUnit> units(TaskDefinition task, ServiceFacts service) {
        List<ConfigNode> containers = task.containers();
        List<DeploymentUnit> units = new ArrayList<>();
        for (ConfigNode container : containers) {
            image(task, container, containers)
                    .flatMap(image -> unit(task, container, image, service))
                    .ifPresent(units::add);
        }
        return units;
    }

    /**
     * What a container runs: where a tool builds the image with the task, {@code dockerContext} of the
     * workspace with its {@code dockerfile}. The pipeline often puts the name in; then the only
     * Dockerfile is meant.
     */
    private Optional<Image> image(TaskDefinition task, ConfigNode container, List<ConfigNode> all) {
        Optional<String> context = task.text(container, "dockerContext");
        if (context.isPresent()) {
            return Paths.resolve(context.get(), task.text(container, "dockerfile").orElse("Dockerfile"))
                    .flatMap(file -> built.at(file, context.get(), Optional.empty(), Map.of()));
        }
        String name = task.text(container, "image").orElse("");
        if (BuiltImages.isPublic(name)) {
            return Optional.empty();
        }
        long own = all.stream().filter(each -> mayBeOwn(task.text(each, "image").orElse(""))).count();
        return images.of(name).or(() -> own == 1 && mayBeOwn(name) ? images.sole() : Optional.empty());
    }

    /** Whether an image may be of this workspace: side-cars of AWS and public ones are not. */
    private static boolean mayBeOwn(String image) {
        return !BuiltImages.isPublic(image)
                && !image.matches(".*(?:amazon/|public\\.ecr\\.aws/(?!docker)|aws-for-fluent-bit|aws-xray-daemon|aws-otel-collector|datadog/|newrelic/|cloudwatch-agent|envoy|fluent).*");
    }

    private Optional<DeploymentUnit> unit(
            TaskDefinition task, ConfigNode container, Image image, ServiceFacts service) {
        Place place = container.get(task.spelled().apply("name")).or(() -> container.get(task.spelled().apply("image"))).orElse(container).place();
        String name =
                service.name()
                        .or(() -> task.text(container, "name").filter(text -> !text.matches("(?i)(?:app|web|main|container|.*\\$\\{.*)")))
                        .or(() -> task.text(task.node(), "family"))
                        .or(() -> task.text(container, "name"))
                        .orElse("task");
        DeploymentUnit.Draft draft = DeploymentUnit.draft(name, HOST, place, format);
        service.settings().forEach(draft::setting);
        settings(task, container, draft);
        triggers(task, container, service, draft);
        mounts(task, container, draft);
        Map<String, Setting> environment = new HashMap<>();
        boolean known = environment(task, container, environment);
        Optional<CommandLine> command = words(task, container, "command");
        Optional<CommandLine> entrypoint = words(task, container, "entryPoint");
        imageUnits.fill(
                draft,
                image,
                image.files(),
                entrypoint,
                command,
                task.text(container, "workingDirectory"),
                environment,
                known,
                command.or(() -> entrypoint).map(each -> task.at(container, "command").or(() -> task.at(container, "entryPoint")).orElse(container).place()));
        DeploymentUnit unit = draft.build();
        boolean code = !(unit.entryPoint() instanceof EntryPoint.Unknown) || !image.languages().isEmpty();
        return code && !image.isForFunctions() ? Optional.of(unit) : Optional.empty();
    }

    private static Optional<CommandLine> words(TaskDefinition task, ConfigNode container, String key) {
        List<String> words = task.elements(container, key).stream().flatMap(each -> Nodes.text(each).stream()).toList();
        return words.isEmpty() ? Optional.empty() : Optional.of(new CommandLine.Exec(words));
    }

    private static void settings(TaskDefinition task, ConfigNode container, DeploymentUnit.Draft draft) {
        task.at(container, "memory").or(() -> task.at(task.node(), "memory"))
                .flatMap(node -> Nodes.scaled(node, 1, text -> !text.matches("\\d{1,9}")))
                .ifPresent(set -> draft.setting(SettingName.MEMORY, set));
        // 1,024 units are a processor.
        task.at(task.node(), "cpu")
                .flatMap(node -> Nodes.scaled(node, 1.0 / 1024, text -> !text.matches("\\d{1,6}")))
                .ifPresent(set -> draft.setting(SettingName.CPU, set));
        task.at(container, "readonlyRootFilesystem")
                .ifPresent(node -> draft.setting(SettingName.READ_ONLY_ROOT, Setting.at(TaskDefinition.value(node), node.place())));
        task.at(container, "user").ifPresent(node -> draft.setting(SettingName.USER, Setting.at(TaskDefinition.value(node), node.place())));
        draft.setting(
                SettingName.GRACE_PERIOD,
                task.at(container, "stopTimeout")
                        .flatMap(node -> Nodes.scaled(node, 1000, text -> !text.matches("\\d{1,6}")))
                        .orElse(Setting.byDefault(30_000L)));
        task.at(task.node(), "ephemeralStorage", "sizeInGiB")
                .flatMap(node -> Nodes.scaled(node, 1024, text -> !text.matches("\\d{1,6}")))
                .ifPresent(set -> draft.setting(SettingName.TEMPORARY_STORAGE, set));
        task.at(task.node(), "runtimePlatform", "cpuArchitecture")
                .ifPresent(
                        node ->
                                draft.setting(
                                        SettingName.ARCHITECTURE,
                                        Setting.at(new Value.Known(Nodes.text(node).filter("ARM64"::equalsIgnoreCase).isPresent() ? "arm64" : "x86_64"), node.place())));
    }

    private static void triggers(
            TaskDefinition task, ConfigNode container, ServiceFacts service, DeploymentUnit.Draft draft) {
        List<ConfigNode> ports = task.elements(container, "portMappings");
        if (ports.size() == 1) {
            task.at(ports.get(0), "containerPort")
                    .ifPresent(node -> draft.setting(SettingName.PORT, Setting.at(TaskDefinition.value(node), node.place())));
        }
        List<Trigger> balanced = task.text(container, "name").map(name -> service.triggers().getOrDefault(name, List.of())).orElse(List.of());
        balanced.forEach(draft::trigger);
        if (balanced.isEmpty() && !ports.isEmpty()) {
            draft.trigger(Trigger.of(Trigger.Kind.HTTP, ports.get(0).place()));
        }
        if (!service.triggersKnown() && ports.isEmpty()) {
            draft.triggersUnknown();
        }
    }

    /** Volumes that outlive the task; one that names nothing behind it is a part of the task. */
    private static void mounts(TaskDefinition task, ConfigNode container, DeploymentUnit.Draft draft) {
        Map<String, String> kinds = new HashMap<>();
        for (ConfigNode volume : task.elements(task.node(), "volumes")) {
            Optional<String> kind =
                    task.at(volume, "efsVolumeConfiguration").isPresent() || task.at(volume, "eFSVolumeConfiguration").isPresent()
                            ? Optional.of("efs")
                            : task.text(volume, "host", "sourcePath").isPresent()
                                    ? Optional.of("bind")
                                    : task.at(volume, "dockerVolumeConfiguration").or(() -> task.at(volume, "fsxWindowsFileServerVolumeConfiguration")).isPresent()
                                            ? Optional.of("volume")
                                            : Optional.empty();
            task.text(volume, "name").ifPresent(name -> kind.ifPresent(each -> kinds.put(name, each)));
        }
        for (ConfigNode mount : task.elements(container, "mountPoints")) {
            Optional<String> kind = task.text(mount, "sourceVolume").map(kinds::get);
            Optional<ConfigNode> path = task.at(mount, "containerPath");
            if (kind.isPresent() && path.isPresent()) {
                draft.mount(new DeploymentUnit.Mount(TaskDefinition.value(path.get()), kind.get(), mount.place()));
            }
        }
    }

    /** Fills in variables; false when more come from where they cannot be read. */
    private static boolean environment(TaskDefinition task, ConfigNode container, Map<String, Setting> environment) {
        for (ConfigNode each : task.elements(container, "environment")) {
            task.text(each, "name")
                    .ifPresent(name -> environment.put(name, Setting.at(task.at(each, "value").map(TaskDefinition::value).orElse(new Value.Unknown("no value")), each.place())));
        }
        for (ConfigNode each : task.elements(container, "secrets")) {
            task.text(each, "name").ifPresent(name -> environment.put(name, Setting.at(new Value.Unknown("it is a secret"), each.place())));
        }
        boolean computed = task.at(container, "environment").filter(node -> node instanceof ConfigNode.Scalar).isPresent();
        return task.elements(container, "environmentFiles").isEmpty() && !computed;
    }
}
