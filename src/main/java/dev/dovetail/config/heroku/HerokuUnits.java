package dev.dovetail.config.heroku;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.IgnoreFile;
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
import dev.dovetail.config.paas.LanguageVersions;
import dev.dovetail.config.paas.ProcessUnits;
import dev.dovetail.config.paas.Procfile;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The units of one Heroku application. */
final class HerokuUnits {

    private static final String HOST = "heroku";

    /** https://devcenter.heroku.com/articles/dynos#graceful-shutdown-with-sigterm */
    private static final long GRACE_PERIOD = 30_000;

    /** Files by which Heroku finds an application of Python. */
    private static final List<String> PYTHON =
            List.of("requirements.txt", "Pipfile.lock", "Pipfile", "poetry.lock", "uv.lock");

    private final Workspace workspace;
    private final Images images;
    private final ImageUnits imageUnits;
    private final ProcessUnits processUnits;
    private final LanguageVersions versions;
    private final HerokuPackages packages;

    HerokuUnits(Workspace workspace, Manifests manifests) {
        this.workspace = workspace;
        this.images = new Images(workspace);
        this.imageUnits = new ImageUnits(manifests);
        this.processUnits = new ProcessUnits(manifests);
        this.versions = new LanguageVersions(manifests);
        this.packages = new HerokuPackages(workspace);
    }

    /** A unit per process type; {@code release} runs once for each release and is none. */
    List<DeploymentUnit> processes(
            String folder, Procfile procfile, Optional<AppManifest> manifest) {
        List<DeploymentUnit> units = new ArrayList<>();
        for (Procfile.Process process : procfile.processes()) {
            if (!process.type().equals("release")) {
                ProcessUnits.Start start =
                        new ProcessUnits.Start(process.command(), process.place());
                units.add(
                        process(process.type(), start, folder, process.place(), "procfile", manifest));
            }
        }
        return units;
    }

    /** What the Node.js buildpack starts when there is no Procfile. */
    Optional<DeploymentUnit> byConvention(String folder, AppManifest manifest) {
        return processUnits
                .byConvention(folder)
                .map(
                        start ->
                                process(
                                        "web",
                                        start,
                                        folder,
                                        manifest.place(),
                                        "app.json",
                                        Optional.of(manifest)));
    }

    private DeploymentUnit process(
            String type,
            ProcessUnits.Start command,
            String folder,
            Place place,
            String format,
            Optional<AppManifest> manifest) {
        DeploymentUnit.Draft draft = draft(type, place, format, manifest);
        Map<String, Setting> environment = environment(type, folder, manifest);
        StartCommand start = processUnits.fill(draft, command, folder, environment);
        versions.of(start.entry(), folder, environment, Map.of(), List.of(".python-version", "runtime.txt"))
                .ifPresent(runtime -> draft.setting(SettingName.RUNTIME, runtime));
        draft.packaged(IgnoreFile.in(workspace, folder, ".slugignore"));
        draft.setting(SettingName.WORKING_FOLDER, Setting.byDefault("/app"));
        draft.setting(SettingName.SYSTEM_PACKAGES, packages.of(folder, manifest, place));
        return build(draft, manifest);
    }

    /** Commands need to know that there is a port; which one it is, config does not say. */
    private static DeploymentUnit build(
            DeploymentUnit.Draft draft, Optional<AppManifest> manifest) {
        boolean own = manifest.filter(each -> each.environment().containsKey("PORT")).isPresent();
        return (own ? draft : draft.withoutVariable("PORT")).build();
    }

    private static DeploymentUnit.Draft draft(
            String type, Place place, String format, Optional<AppManifest> manifest) {
        DeploymentUnit.Draft draft = DeploymentUnit.draft(type, HOST, place, format);
        draft.setting(
                SettingName.REPLICAS,
                manifest.flatMap(each -> each.quantity(type)).orElse(Setting.byDefault(1L)));
        Optional<Setting> size = manifest.flatMap(each -> each.size(type));
        size.ifPresent(each -> draft.setting(SettingName.PLAN, each));
        size.flatMap(AppManifest::memory).ifPresent(each -> draft.setting(SettingName.MEMORY, each));
        draft.setting(SettingName.GRACE_PERIOD, Setting.byDefault(GRACE_PERIOD));
        Trigger.Kind kind = type.equals("web") ? Trigger.Kind.HTTP : Trigger.Kind.NONE;
        return draft.trigger(Trigger.of(kind, place));
    }

    private Map<String, Setting> environment(
            String type, String folder, Optional<AppManifest> manifest) {
        Map<String, Setting> environment = new HashMap<>();
        if (type.equals("web")) {
            environment.put("PORT", byHeroku(new Value.Unknown("Heroku chooses the port")));
        }
        if (PYTHON.stream().anyMatch(name -> workspace.has(Paths.resolve(folder, name).orElse(name)))) {
            concurrency(type, manifest)
                    .ifPresent(number -> environment.put("WEB_CONCURRENCY", byHeroku(new Value.Known(number))));
        }
        manifest.ifPresent(each -> environment.putAll(each.environment()));
        return environment;
    }

    private static Setting byHeroku(Value value) {
        return new Setting(value, Setting.Origin.DEFAULT, Optional.empty());
    }

    /**
     * The {@code WEB_CONCURRENCY} that the Python buildpack sets by the dyno's size:
     * https://devcenter.heroku.com/articles/python-concurrency.
     */
    private static Optional<Long> concurrency(String type, Optional<AppManifest> manifest) {
        String size =
                manifest.flatMap(each -> each.size(type))
                        .flatMap(each -> each.value().text())
                        .orElse("basic");
        return switch (size) {
            case "eco", "basic", "standard-1x" -> Optional.of(2L);
            case "standard-2x" -> Optional.of(4L);
            default -> Optional.empty();
        };
    }

    /** The units of a heroku.yml: an image per process type, or a command that one of them runs. */
    List<DeploymentUnit> images(
            String folder, ConfigNode document, Optional<AppManifest> manifest) {
        Map<String, Image> built = new HashMap<>();
        List<ConfigNode.Entry> builds = Nodes.entries(Nodes.at(document, "build", "docker"));
        for (ConfigNode.Entry build : builds) {
            // Heroku builds from the folder that holds the Dockerfile.
            Nodes.text(build.value())
                    .flatMap(file -> Paths.resolve(folder, file))
                    .flatMap(file -> images.at(file, Paths.parent(file), Optional.empty(), Map.of()))
                    .ifPresent(image -> built.put(build.key(), image));
        }
        List<DeploymentUnit> units = new ArrayList<>();
        List<ConfigNode.Entry> runs = Nodes.entries(document.get("run"));
        for (ConfigNode.Entry run : runs) {
            Optional<String> command =
                    Nodes.text(run.value()).or(() -> Nodes.text(run.value(), "command"))
                            .or(() -> joined(run.value().get("command")));
            String image = Nodes.text(run.value(), "image").orElse(run.key());
            Image runnable = built.getOrDefault(image, built.get("web"));
            if (runnable != null) {
                units.add(image(run.key(), runnable, command, run.keyPlace(), folder, manifest));
            }
        }
        for (ConfigNode.Entry build : builds) {
            Image image = built.get(build.key());
            boolean named = runs.stream().anyMatch(run -> run.key().equals(build.key()));
            if (image != null && !named && !build.key().equals("release")) {
                units.add(image(build.key(), image, Optional.empty(), build.keyPlace(), folder, manifest));
            }
        }
        return units;
    }

    private static Optional<String> joined(Optional<ConfigNode> command) {
        return command.filter(ConfigNode.Sequence.class::isInstance)
                .map(
                        node ->
                                String.join(
                                        " && ",
                                        Nodes.elements(node).stream().flatMap(each -> Nodes.text(each).stream()).toList()));
    }

    private DeploymentUnit image(
            String type,
            Image image,
            Optional<String> command,
            Place place,
            String folder,
            Optional<AppManifest> manifest) {
        DeploymentUnit.Draft draft = draft(type, place, "heroku.yml", manifest);
        Map<String, Setting> environment = environment(type, folder, manifest);
        environment.remove("WEB_CONCURRENCY");
        imageUnits.fill(
                draft,
                image,
                Optional.empty(),
                command.map(CommandLine.ShellText::new),
                environment,
                command.isPresent() ? Optional.of(place) : Optional.empty());
        // SIGTERM goes to every process of a dyno:
        // https://devcenter.heroku.com/articles/dynos#graceful-shutdown-with-sigterm
        draft.withoutSetting(SettingName.SIGNALS_STOP_AT);
        return build(draft, manifest);
    }
}
