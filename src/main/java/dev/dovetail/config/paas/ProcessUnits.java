package dev.dovetail.config.paas;

import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.commands.CommandLine;
import dev.dovetail.config.commands.StartCommand;
import dev.dovetail.config.commands.StartCommands;
import dev.dovetail.config.commands.Surroundings;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.config.project.PackageJson;
import dev.dovetail.workspace.Place;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Puts a command that a platform starts in a folder of the workspace into the unit that runs it. */
public final class ProcessUnits {

    private final Manifests manifests;
    private final StartCommands commands;

    public ProcessUnits(Manifests manifests) {
        this.manifests = manifests;
        this.commands = new StartCommands(manifests);
    }

    /**
     * Fills a draft with what a command starts. What the draft has already stays, for it is config's
     * own.
     *
     * @param folder of the workspace that is built and in which the command is started
     * @param environment variables that config or the platform sets
     * @param place the line that says what is started
     * @return what the process starts
     */
    public StartCommand fill(
            DeploymentUnit.Draft draft,
            String command,
            String folder,
            Map<String, Setting> environment,
            Place place) {
        StartCommand start =
                commands.read(
                        new CommandLine.ShellText(command),
                        Surroundings.of(folder, environment, false, place));
        Map<String, Setting> settings = new HashMap<>(start.settings());
        // These platforms send the signal to every process, or start the command with no shell between.
        settings.remove(SettingName.SIGNALS_STOP_AT);
        // A dashboard may add variables.
        draft.folder(folder)
                .entryPoint(start.entry())
                .settings(settings)
                .environment(start.environment())
                .environmentUnknown();
        start.way().forEach(draft::by);
        return start;
    }

    /**
     * The command that buildpacks take when config gives none: a package.json's script {@code start}.
     * The place is that of the manifest.
     */
    public Optional<PackageJson> startScript(String folder) {
        return manifests.packageIn(folder).filter(each -> each.scripts().containsKey("start"));
    }

    /** Id of the language whose program an entry point is; empty when that is not known. */
    public static Optional<String> language(EntryPoint entry) {
        if (entry instanceof EntryPoint.Application) {
            return Optional.of("python");
        }
        if (entry instanceof EntryPoint.MainClass) {
            return Optional.of("java");
        }
        if (entry instanceof EntryPoint.Program program) {
            return Optional.of(program.file().endsWith(".py") ? "python" : "javascript");
        }
        return entry instanceof EntryPoint.Programs several && !several.programs().isEmpty()
                ? language(several.programs().get(0))
                : Optional.empty();
    }
}
