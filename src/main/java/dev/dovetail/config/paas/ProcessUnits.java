package dev.dovetail.config.paas;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.commands.CommandLine;
import dev.dovetail.config.commands.StartCommand;
import dev.dovetail.config.commands.StartCommands;
import dev.dovetail.config.commands.Surroundings;
import dev.dovetail.config.project.Manifests;
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
     * @return what the process starts
     */
    public StartCommand fill(
            DeploymentUnit.Draft draft,
            Start command,
            String folder,
            Map<String, Setting> environment) {
        StartCommand start =
                commands.read(
                        new CommandLine.ShellText(command.command()),
                        Surroundings.of(folder, environment, false, command.place()));
        Map<String, Setting> settings = new HashMap<>(start.settings());
        // These platforms send the signal to every process, or start the command with no shell between.
        settings.remove(SettingName.SIGNALS_STOP_AT);
        // A dashboard may add variables.
        draft.folder(folder)
                .entryPoint(start.entry())
                .settings(settings)
                .environment(start.environment())
                .environmentUnknown();
        draft.by(command.place());
        start.way().stream().filter(step -> !step.equals(command.place())).forEach(draft::by);
        return start;
    }

    /** A command and the line that says it. */
    public record Start(String command, Place place) {

        /** What a scalar of config says; empty for anything else. */
        public static Optional<Start> of(Optional<ConfigNode> command) {
            return command.flatMap(
                    node -> Nodes.text(node).map(text -> new Start(text, node.place())));
        }
    }

    /**
     * What buildpacks start when config gives no command: the Procfile's web process, else the script
     * {@code start} of a package.json, whose place is the manifest's.
     */
    public Optional<Start> byConvention(String folder) {
        return Procfile.in(folder, manifests.workspace())
                .flatMap(Procfile::web)
                .map(web -> new Start(web.command(), web.place()))
                .or(
                        () ->
                                manifests
                                        .packageIn(folder)
                                        .filter(each -> each.scripts().containsKey("start"))
                                        .map(each -> new Start("npm start", each.place())));
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
