package dev.dovetail.config.ci;

import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.Value;
import dev.dovetail.config.commands.CommandLine;
import dev.dovetail.config.docker.BuiltImages;
import dev.dovetail.config.docker.Image;
import dev.dovetail.config.docker.ImageUnits;
import dev.dovetail.config.docker.Images;
import dev.dovetail.config.paas.ProcessUnits;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.config.project.PackageJson;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Workspace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes units of deployments whose code lies in the workspace. */
final class DeployedUnits {

    private static final String CLOUD_RUN = "google-cloud-run";

    /** Platforms that build the Dockerfile of a folder that is sent to them, if it has one. */
    private static final Set<String> BUILD_DOCKERFILES = Set.of(CLOUD_RUN, "fly", "railway");

    /** Platforms that run images alone: a call that names none means what the pipeline pushed before. */
    private static final Set<String> RUN_IMAGES = Set.of("aws-ecs");

    private static final String MACHINE = "virtual-machine";

    private final Manifests manifests;
    private final Workspace workspace;
    private final Images images;
    private final BuiltImages builtImages;
    private final ImageUnits imageUnits;
    private final ProcessUnits processUnits;

    DeployedUnits(Manifests manifests) {
        this.manifests = manifests;
        this.workspace = manifests.workspace();
        this.images = new Images(workspace);
        this.builtImages = new BuiltImages(manifests);
        this.imageUnits = new ImageUnits(manifests);
        this.processUnits = new ProcessUnits(manifests);
    }

    /** The unit of a deployment; empty when nothing in the workspace is known to be what it sends. */
    Optional<DeploymentUnit> unit(Deployment deployment) {
        if (deployment.host().equals(FunctionCalls.HOST)) {
            return deployment.folder().flatMap(folder -> ofFunction(deployment, folder));
        }
        Optional<Image> image =
                deployment.image().isPresent()
                        ? named(deployment.image().get())
                        : deployment.folder().flatMap(folder -> inFolder(deployment.host(), folder));
        if (image.isPresent()) {
            return ofImage(deployment, image.get());
        }
        return deployment.image().isPresent() || RUN_IMAGES.contains(deployment.host())
                ? Optional.empty()
                : deployment.folder().flatMap(folder -> ofFolder(deployment, folder));
    }

    /** What nothing else explains is the image of the only Dockerfile. */
    private Optional<Image> named(String name) {
        return builtImages.of(name)
                .or(() -> BuiltImages.isPublic(name) ? Optional.empty() : builtImages.sole());
    }

    private Optional<Image> inFolder(String host, String folder) {
        if (RUN_IMAGES.contains(host)) {
            return builtImages.sole();
        }
        return BUILD_DOCKERFILES.contains(host)
                ? Paths.resolve(folder, "Dockerfile")
                        .flatMap(file -> images.at(file, folder, Optional.empty(), Map.of()))
                : Optional.empty();
    }

    private Optional<DeploymentUnit> ofImage(Deployment deployment, Image image) {
        DeploymentUnit.Draft draft = draft(deployment, name(image.files().home()));
        imageUnits.fill(
                draft,
                image,
                deployment.command().map(CommandLine.Exec::new),
                Optional.empty(),
                environment(deployment),
                deployment.command().map(words -> deployment.place()));
        boolean known = !image.files().isEmpty() && !image.languages().isEmpty();
        DeploymentUnit unit = draft.build();
        return known || !(unit.entryPoint() instanceof EntryPoint.Unknown)
                ? Optional.of(unit)
                : Optional.empty();
    }

    /** A function under the name that the console gives its handler; the function itself lies elsewhere. */
    private Optional<DeploymentUnit> ofFunction(Deployment deployment, String folder) {
        for (String file : List.of("lambda_function.py", "index.mjs", "index.js", "index.cjs")) {
            if (Paths.resolve(folder, file).filter(workspace::has).isPresent()) {
                boolean python = file.endsWith(".py");
                Value elsewhere = new Value.Unknown("the function is configured elsewhere");
                Setting unknown = Setting.at(elsewhere, deployment.place());
                DeploymentUnit.Draft draft = draft(deployment, name(folder));
                draft.folder(folder)
                        .entryPoint(
                                new EntryPoint.Handler(
                                        python ? "lambda_function.lambda_handler" : "index.handler",
                                        folder,
                                        python ? "python" : "javascript",
                                        deployment.place()))
                        .environmentUnknown()
                        .setting(SettingName.TIMEOUT, unknown)
                        .setting(SettingName.MEMORY, unknown)
                        .setting(SettingName.HANDLER_MAY_DIFFER, Setting.at(new Value.Known(true), deployment.place()));
                return Optional.of(draft.build());
            }
        }
        return Optional.empty();
    }

    private Optional<DeploymentUnit> ofFolder(Deployment deployment, String folder) {
        Optional<ProcessUnits.Start> start =
                deployment.command()
                        .map(words -> new ProcessUnits.Start(String.join(" ", words), deployment.place()))
                        .or(() -> processUnits.byConvention(folder));
        if (start.isEmpty()) {
            return Optional.empty();
        }
        DeploymentUnit.Draft draft = draft(deployment, name(folder));
        processUnits.fill(draft, start.get(), folder, environment(deployment));
        DeploymentUnit unit = draft.build();
        return unit.entryPoint() instanceof EntryPoint.Unknown ? Optional.empty() : Optional.of(unit);
    }

    /** As people call what lies in a folder. */
    private String name(String folder) {
        return folder.isEmpty()
                ? manifests.packageIn("").flatMap(PackageJson::name).map(Paths::name).orElse("")
                : Paths.name(folder);
    }

    private static DeploymentUnit.Draft draft(Deployment deployment, String folder) {
        String name =
                deployment.name()
                        .or(() -> imageName(deployment))
                        .orElse(folder.isEmpty() ? deployment.host() : folder);
        DeploymentUnit.Draft draft =
                DeploymentUnit.draft(name, deployment.host(), deployment.place(), "pipeline");
        deployment.settings().forEach(draft::setting);
        deployment.mounts()
                .forEach(
                        (path, kind) ->
                                draft.mount(
                                        new DeploymentUnit.Mount(
                                                new Value.Known(path), kind, deployment.place())));
        if (deployment.host().equals(MACHINE) && deployment.command().isPresent()) {
            draft.setting(SettingName.REPLICAS, Setting.byDefault(1L));
        }
        if (deployment.host().equals(CLOUD_RUN)) {
            cloudRun(draft, deployment);
        } else if (deployment.trigger() == Trigger.Kind.HTTP) {
            draft.triggersUnknown();
        }
        return draft;
    }

    /** The last part of an image's name, as far as it is known. */
    private static Optional<String> imageName(Deployment deployment) {
        return deployment.image()
                .map(image -> Paths.name(image).replaceFirst("[:@].*$", ""))
                .filter(name -> name.matches("[\\w.-]+"));
    }

    /** What Cloud Run takes where the deployment says nothing. https://cloud.google.com/sdk/gcloud/reference/run/deploy */
    private static void cloudRun(DeploymentUnit.Draft draft, Deployment deployment) {
        draft.trigger(Trigger.of(deployment.trigger(), deployment.place()));
        boolean service = deployment.trigger() == Trigger.Kind.HTTP;
        draft.settingIfAbsent(SettingName.MIN_REPLICAS, Setting.byDefault(service ? 0L : 1L));
        draft.settingIfAbsent(SettingName.MAX_REPLICAS, Setting.byDefault(service ? 100L : 1L));
        if (service) {
            draft.settingIfAbsent(SettingName.PORT, Setting.byDefault(8080L));
        }
        draft.settingIfAbsent(SettingName.REPLICAS, atLeastOne(draft.setting(SettingName.MIN_REPLICAS).orElseThrow()));
    }

    /** Copies that serve at the least while there is traffic. */
    private static Setting atLeastOne(Setting fewest) {
        return fewest.value().number().filter(number -> number >= 1).isPresent()
                || fewest.value() instanceof Value.Unknown
                ? fewest
                : Setting.byDefault(1L);
    }

    private static Map<String, Setting> environment(Deployment deployment) {
        Map<String, Setting> environment = new HashMap<>(deployment.environment());
        if (deployment.host().equals(CLOUD_RUN) && deployment.trigger() == Trigger.Kind.HTTP) {
            environment.put("PORT", deployment.settings().getOrDefault(SettingName.PORT, Setting.byDefault(8080L)));
        }
        return environment;
    }
}
