package dev.dovetail.config.kubernetes;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.Value;
import dev.dovetail.config.commands.CommandLine;
import dev.dovetail.config.commands.StartCommand;
import dev.dovetail.config.docker.Image;
import dev.dovetail.config.docker.ImageUnits;
import dev.dovetail.config.kubernetes.objects.KubeObject;
import dev.dovetail.config.kubernetes.objects.Scalars;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts a container and all that concerns it together to a unit. */
final class Units {

    private static final String HOST = "kubernetes";

    private final ImageUnits filler;

    Units(ImageUnits filler) {
        this.filler = filler;
    }

    /**
     * The unit of a container; empty when what it runs is of no language that is read.
     *
     * @param image what it runs; empty when nothing in the workspace builds it
     * @param alone whether no other container of its pod runs code of the workspace
     */
    Optional<DeploymentUnit> of(
            Workload workload, ConfigNode container, Optional<Image> image, boolean alone, ObjectSet objects) {
        KubeObject object = workload.object();
        String own = Nodes.text(container, "name").orElse("");
        String workloadName = shown(object.name(), object);
        DeploymentUnit.Draft draft =
                DeploymentUnit.draft(
                        alone || own.isEmpty() ? workloadName : workloadName + "/" + shown(own, object),
                        workload.isKnative() ? Knative.CLOUD_RUN : HOST,
                        alone ? object.place() : container.get("name").map(ConfigNode::place).orElse(container.place()),
                        "kubernetes");
        if (workload.isKnative()) {
            Knative.read(workload, container, draft);
        } else if (workload.runsOn()) {
            Scaling.read(workload, objects, draft);
            Ways.read(workload, container, objects, draft);
        } else {
            Scaling.read(workload, objects, draft);
            job(object, draft);
        }
        Probes.read(container, draft);
        Volumes.of(container, workload).forEach(draft::mount);
        security(container, workload, draft);
        resources(container, draft);
        architecture(workload, draft);
        stopping(container, workload, draft);
        String links = workload.isKnative() ? "" : objects.serviceLinks(object);
        if (!links.isEmpty() && Scalars.text(workload.pod(), "enableServiceLinks").filter("false"::equals).isEmpty()) {
            draft.setting(SettingName.SERVICE_LINKS, Setting.byDefault(links));
        }
        boolean code = run(container, workload, image, objects, draft);
        return code ? Optional.of(draft.build()) : Optional.empty();
    }

    /** A name that a template makes reads as that of the file. */
    private static String shown(String name, KubeObject object) {
        return Scalars.isUnknown(name) || name.isEmpty()
                ? Paths.withoutExtension(Paths.name(object.file()))
                : name;
    }

    private static void job(KubeObject object, DeploymentUnit.Draft draft) {
        Optional<ConfigNode> schedule = object.get("spec", "schedule");
        draft.trigger(
                schedule.isPresent()
                        ? Trigger.of(
                                Trigger.Kind.SCHEDULE,
                                Map.of(SettingName.SCHEDULE, Scalars.setting(schedule.get())),
                                schedule.get().place())
                        : Trigger.of(Trigger.Kind.NONE, object.place()));
    }

    /** https://kubernetes.io/docs/tasks/configure-pod-container/security-context/ */
    private static void security(ConfigNode container, Workload workload, DeploymentUnit.Draft draft) {
        Nodes.at(container, "securityContext", "readOnlyRootFilesystem")
                .ifPresent(node -> draft.setting(SettingName.READ_ONLY_ROOT, Scalars.setting(node)));
        secured(container, workload, "runAsUser")
                .ifPresent(node -> draft.setting(SettingName.USER, Scalars.setting(node)));
    }

    /** The container's own word, else the pod's. */
    private static Optional<ConfigNode> secured(ConfigNode container, Workload workload, String key) {
        return Nodes.at(container, "securityContext", key).or(() -> Nodes.at(workload.pod(), "securityContext", key));
    }

    /** https://kubernetes.io/docs/reference/labels-annotations-taints/#kubernetes-io-arch */
    private static void architecture(Workload workload, DeploymentUnit.Draft draft) {
        Nodes.at(workload.pod(), "nodeSelector", "kubernetes.io/arch")
                .ifPresent(
                        node ->
                                Scalars.text(node)
                                        .map(name -> name.equals("amd64") ? "x86_64" : name)
                                        .ifPresent(
                                                name ->
                                                        draft.setting(
                                                                SettingName.ARCHITECTURE,
                                                                Setting.at(new Value.Known(name), node.place()))));
    }

    private static void resources(ConfigNode container, DeploymentUnit.Draft draft) {
        Nodes.at(container, "resources", "limits", "memory")
                .ifPresent(node -> draft.setting(SettingName.MEMORY, Scalars.mebibytes(node)));
    }

    private static void stopping(ConfigNode container, Workload workload, DeploymentUnit.Draft draft) {
        draft.setting(
                SettingName.GRACE_PERIOD,
                workload.isKnative()
                        // https://cloud.google.com/run/docs/container-contract#instance-shutdown
                        ? Setting.byDefault(10_000L)
                        : workload.pod().get("terminationGracePeriodSeconds").map(Scalars::milliseconds).orElse(Setting.byDefault(30_000L)));
        Nodes.at(container, "lifecycle", "preStop")
                .ifPresent(node -> draft.setting(SettingName.PRE_STOP, Setting.at(new Value.Known(true), node.place())));
        KubeObject object = workload.object();
        if (object.kind().equals("Deployment") || object.kind().equals("Rollout")) {
            draft.setting(SettingName.UPDATE_STRATEGY, strategy(object));
        } else if (object.kind().equals("StatefulSet") || object.kind().equals("DaemonSet")) {
            draft.setting(SettingName.UPDATE_STRATEGY, Setting.byDefault("recreate"));
        }
    }

    /** https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy */
    private static Setting strategy(KubeObject deployment) {
        Optional<ConfigNode> type = deployment.get("spec", "strategy", "type");
        Optional<ConfigNode> surge = deployment.get("spec", "strategy", "rollingUpdate", "maxSurge");
        // With no pod above the number, an old one has to go first.
        if (surge.flatMap(node -> Scalars.text(node)).filter(text -> text.matches("0%?")).isPresent()) {
            return Setting.at(new Value.Known("recreate"), surge.get().place());
        }
        if (type.isEmpty()) {
            return Setting.byDefault("rolling");
        }
        Value value =
                Scalars.text(type.get())
                        .<Value>map(text -> new Value.Known(text.equals("Recreate") ? "recreate" : "rolling"))
                        .orElse(new Value.Unknown("a template gives it"));
        return Setting.at(value, type.get().place());
    }

    private boolean run(
            ConfigNode container,
            Workload workload,
            Optional<Image> image,
            ObjectSet objects,
            DeploymentUnit.Draft draft) {
        ContainerEnvironment environment = ContainerEnvironment.of(container, workload, objects);
        environment.missing().ifPresent(key -> draft.setting(SettingName.MISSING_KEY, key));
        Place named = container.get("image").map(ConfigNode::place).orElse(container.place());
        if (image.isEmpty()) {
            draft.environment(environment.variables());
            if (!environment.isKnown()) {
                draft.environmentUnknown();
            }
            draft.entryPoint(new EntryPoint.Unknown("nothing in the workspace says what builds its image", named));
            return true;
        }
        draft.by(named);
        Optional<Place> started =
                container.get("args").or(() -> container.get("command")).map(ConfigNode::place);
        StartCommand start = filler.fill(
                draft,
                image.get(),
                image.get().files(),
                commandLine(container, "command", environment),
                commandLine(container, "args", environment),
                Scalars.text(container, "workingDir"),
                environment.variables(),
                environment.isKnown(),
                started);
        container.get("workingDir").ifPresent(node -> draft.setting(SettingName.WORKING_FOLDER, Scalars.setting(node)));
        // Whoever it is, it is not root; the image's own user says more.
        secured(container, workload, "runAsNonRoot")
                .filter(node -> Scalars.isTrue(node))
                .ifPresent(node -> draft.settingIfAbsent(SettingName.USER, Setting.at(new Value.Known("non-root"), node.place())));
        return !(start.entry() instanceof EntryPoint.Unknown) || !image.get().languages().isEmpty();
    }

    /** https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/ */
    private static Optional<CommandLine> commandLine(
            ConfigNode container, String key, ContainerEnvironment environment) {
        List<String> words =
                container.get(key).map(Nodes::elements).orElse(List.of()).stream()
                        .map(node -> environment.filled(Nodes.text(node).orElse("")))
                        .toList();
        return words.isEmpty() ? Optional.empty() : Optional.of(new CommandLine.Exec(words));
    }
}
