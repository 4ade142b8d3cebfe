package dev.dovetail.config.docker;

import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Value;
import dev.dovetail.config.commands.CommandLine;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the instructions of one stage of a Dockerfile have made so far. */
final class Stage {

    final String name;
    final Place from;
    final String base;
    final Map<String, Value> arguments = new HashMap<>();
    final Map<String, Setting> environment = new HashMap<>();
    final Map<String, Setting> settings = new HashMap<>();
    final List<CopyStep> steps = new ArrayList<>();

    /** Whether something else than COPY may have put files of the workspace in. */
    boolean filled;
    final List<Setting> exposed = new ArrayList<>();
    final List<DeploymentUnit.Mount> mounts = new ArrayList<>();
    SystemPackages packages = new SystemPackages();
    String folder = "/";
    boolean bash;
    Optional<CommandLine> entrypoint = Optional.empty();
    Optional<CommandLine> command = Optional.empty();
    Optional<Place> entrypointPlace = Optional.empty();
    Optional<Place> commandPlace = Optional.empty();

    private Stage(String name, String base, Place from) {
        this.name = name;
        this.base = base;
        this.from = from;
    }

    /** A stage on an image from a registry. */
    static Stage on(String name, Value base, Place from) {
        String text = base.text().orElse("");
        Stage stage = new Stage(name, text, from);
        stage.settings.put(SettingName.BASE_IMAGE, Setting.at(base, from));
        BaseImages image = BaseImages.of(text);
        image.runtime()
                .ifPresent(word -> stage.settings.put(SettingName.RUNTIME, Setting.at(new Value.Known(word), from)));
        image.libc()
                .ifPresent(word -> stage.settings.put(SettingName.LIBC, Setting.at(new Value.Known(word), from)));
        image.user()
                .ifPresent(user -> stage.settings.put(SettingName.USER, Setting.at(new Value.Known(user), from)));
        stage.entrypoint = image.entrypoint();
        stage.command = image.command();
        if (image.isOfLambda()) {
            stage.folder = BaseImages.LAMBDA_FOLDER;
            stage.environment.put("LAMBDA_TASK_ROOT", Setting.at(new Value.Known(stage.folder), from));
        }
        if (!image.isKnown()) {
            stage.packages.addUnknown();
            stage.filled = true;
        }
        if (image.hasBuildTools()) {
            stage.packages.addBuildTools();
        }
        return stage;
    }

    /** A stage that goes on from another one. */
    static Stage on(String name, Stage other, Place from) {
        Stage stage = new Stage(name, other.base, from);
        stage.environment.putAll(other.environment);
        stage.settings.putAll(other.settings);
        stage.steps.addAll(other.steps);
        stage.filled = other.filled;
        stage.exposed.addAll(other.exposed);
        stage.mounts.addAll(other.mounts);
        stage.packages = other.packages.copy();
        stage.folder = other.folder;
        stage.bash = other.bash;
        stage.entrypoint = other.entrypoint;
        stage.command = other.command;
        stage.entrypointPlace = other.entrypointPlace;
        stage.commandPlace = other.commandPlace;
        return stage;
    }

    /** An absolute path of the image. */
    String path(String relative) {
        return Paths.absolute(folder, relative);
    }
}
