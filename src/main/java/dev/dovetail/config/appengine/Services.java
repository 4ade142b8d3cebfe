package dev.dovetail.config.appengine;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.IgnoreFile;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.Value;
import dev.dovetail.config.docker.Image;
import dev.dovetail.config.docker.ImageUnits;
import dev.dovetail.config.docker.Images;
import dev.dovetail.config.paas.ProcessUnits;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Workspace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes units of the services of App Engine. */
final class Services {

    private static final String STANDARD = "google-app-engine-standard";
    private static final String FLEXIBLE = "google-app-engine-flexible";

    private final Workspace workspace;
    private final Images images;
    private final ImageUnits imageUnits;
    private final ProcessUnits processUnits;

    Services(Manifests manifests) {
        this.workspace = manifests.workspace();
        this.images = new Images(workspace);
        this.imageUnits = new ImageUnits(manifests);
        this.processUnits = new ProcessUnits(manifests);
    }

    /** The unit of a file; empty for one that serves files alone. */
    Optional<DeploymentUnit> unit(String file, ConfigNode service) {
        String runtime = Nodes.text(service, "runtime").orElse("");
        boolean flexible =
                runtime.equals("custom")
                        || Nodes.text(service, "env").filter(env -> env.startsWith("flex")).isPresent()
                        || Nodes.text(service, "vm").filter("true"::equals).isPresent();
        if (!flexible && isStatic(service)) {
            return Optional.empty();
        }
        DeploymentUnit.Draft draft =
                DeploymentUnit.draft(
                        Nodes.text(service, "service").or(() -> Nodes.text(service, "module")).orElse("default"),
                        flexible ? FLEXIBLE : STANDARD,
                        service.get("runtime").orElse(service).place(),
                        "app-engine");
        draft.trigger(Trigger.of(Trigger.Kind.HTTP, service.get("runtime").orElse(service).place()));
        runtime(service, runtime, flexible).ifPresent(set -> draft.setting(SettingName.RUNTIME, set));
        if (flexible) {
            Scaling.flexible(service, draft);
        } else {
            Scaling.standard(service, draft);
        }
        path(service, "liveness_check").ifPresent(set -> draft.setting(SettingName.LIVENESS_PATH, set));
        path(service, "readiness_check").ifPresent(set -> draft.setting(SettingName.READINESS_PATH, set));
        entry(folder(file), service, runtime, flexible, draft);
        return Optional.of(draft.build());
    }

    /** Java projects keep their app.yaml in src/main/appengine. */
    private static String folder(String file) {
        String folder = Paths.parent(file);
        return folder.endsWith("src/main/appengine")
                ? Paths.parent(Paths.parent(Paths.parent(folder)))
                : folder;
    }

    /** Whether every handler names files. */
    private static boolean isStatic(ConfigNode service) {
        List<ConfigNode> handlers = service.get("handlers").map(Nodes::elements).orElse(List.of());
        boolean all =
                handlers.stream()
                        .anyMatch(
                                handler ->
                                        handler.get("script").isEmpty()
                                                && Nodes.text(handler, "url").filter(url -> url.matches("/\\(?\\.[*+]\\)?|/")).isPresent());
        return service.get("entrypoint").isEmpty()
                && all
                && handlers.stream().allMatch(handler -> handler.get("static_dir").isPresent() || handler.get("static_files").isPresent());
    }

    private static Optional<Setting> path(ConfigNode service, String check) {
        return Nodes.at(service, check, "path")
                .map(node -> Setting.at(Nodes.value(node, text -> text.contains("${")), node.place()));
    }

    private static Optional<Setting> runtime(ConfigNode service, String runtime, boolean flexible) {
        if (!flexible) {
            return service.get("runtime").map(node -> Setting.at(new Value.Known(runtime), node.place()));
        }
        return Nodes.at(service, "runtime_config", "runtime_version")
                .flatMap(
                        node ->
                                Nodes.text(node)
                                        .filter(version -> version.matches("\\d+(\\.\\d+)?"))
                                        .map(version -> Setting.at(new Value.Known(runtime + version), node.place())));
    }

    private void entry(String folder, ConfigNode service, String runtime, boolean flexible, DeploymentUnit.Draft draft) {
        Map<String, Setting> environment = environment(service, flexible);
        draft.folder(folder);
        if (runtime.equals("custom")) {
            Optional<Image> image = Paths.resolve(folder, "Dockerfile").flatMap(file -> images.at(file, folder, Optional.empty(), Map.of()));
            image.ifPresent(
                    each ->
                            imageUnits.fill(
                                    draft, each, Optional.empty(), Optional.empty(), environment, Optional.empty()));
            return;
        }
        Optional<ProcessUnits.Start> start =
                ProcessUnits.Start.of(service.get("entrypoint"))
                        .or(() -> byRuntime(folder, service, runtime, flexible));
        draft.packaged(IgnoreFile.in(workspace, folder, ".gcloudignore"));
        if (start.isPresent()) {
            processUnits.fill(draft, start.get(), folder, environment);
            return;
        }
        draft.environment(environment).environmentUnknown();
        legacy(folder, service).or(() -> java(folder, service, runtime)).ifPresent(draft::entryPoint);
    }

    /**
     * What a runtime starts when app.yaml names no entry point.
     * https://cloud.google.com/appengine/docs/standard/python3/runtime#application_startup
     */
    private Optional<ProcessUnits.Start> byRuntime(
            String folder, ConfigNode service, String runtime, boolean flexible) {
        if (runtime.startsWith("nodejs")) {
            return processUnits.byConvention(folder)
                    .or(() -> has(folder, "server.js") ? start("node server.js", service) : Optional.empty());
        }
        // Without a version, python is the first generation in the standard environment.
        boolean second = runtime.startsWith("python3") || flexible && runtime.equals("python");
        return second && has(folder, "main.py") ? start("gunicorn -b :$PORT main:app", service) : Optional.empty();
    }

    private static Optional<ProcessUnits.Start> start(String command, ConfigNode service) {
        return Optional.of(new ProcessUnits.Start(command, service.get("runtime").orElse(service).place()));
    }

    private boolean has(String folder, String name) {
        return Paths.resolve(folder, name).filter(workspace::has).isPresent();
    }

    /** {@code script: main.app} of the first generation of Python. */
    private Optional<EntryPoint> legacy(String folder, ConfigNode service) {
        for (ConfigNode handler : service.get("handlers").map(Nodes::elements).orElse(List.of())) {
            String script = Nodes.text(handler, "script").orElse("");
            int dot = script.lastIndexOf('.');
            if (dot > 0 && !script.endsWith(".py") && !script.equals("auto")) {
                Optional<String> file = Paths.resolve(folder, script.substring(0, dot).replace('.', '/') + ".py").filter(workspace::has);
                if (file.isPresent()) {
                    return Optional.of(
                            new EntryPoint.Application(file.get(), script.substring(dot + 1), false, handler.get("script").orElse(handler).place()));
                }
            }
        }
        return Optional.empty();
    }

    /** The runtime starts the only jar that the build makes. */
    private Optional<EntryPoint> java(String folder, ConfigNode service, String runtime) {
        boolean built = has(folder, "pom.xml") || has(folder, "build.gradle") || has(folder, "build.gradle.kts");
        return runtime.startsWith("java") && built
                ? Optional.of(new EntryPoint.MainClass("", folder, service.get("runtime").orElse(service).place()))
                : Optional.empty();
    }

    private static Map<String, Setting> environment(ConfigNode service, boolean flexible) {
        Map<String, Setting> found = new HashMap<>();
        for (ConfigNode.Entry entry : Nodes.entries(service.get("env_variables"))) {
            found.put(entry.key(), Setting.at(Nodes.value(entry.value(), text -> text.contains("${") || text.contains("{{")), entry.keyPlace()));
        }
        if (flexible) {
            found.put("PORT", Setting.byDefault(8080L));
        }
        return found;
    }
}
