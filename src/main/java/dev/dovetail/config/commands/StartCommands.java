package dev.dovetail.config.commands;

import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Value;
import dev.dovetail.config.project.Manifests;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads start commands: of images, services, process files and jobs. Never throws for what they hold. */
public final class StartCommands {

    private final Follower follower;

    public StartCommands(Manifests manifests) {
        Map<String, ProgramFamily> families = new HashMap<>();
        for (ProgramFamily family : families()) {
            family.names().forEach(name -> families.put(name, family));
        }
        this.follower = new Follower(manifests, families);
    }

    private static List<ProgramFamily> families() {
        return List.of(
                new Wrappers(),
                new Shells(),
                new Schedulers(),
                new NodePrograms(),
                new PackageManagers(),
                new ProcessManagers(),
                new PythonPrograms(),
                new PythonServers(),
                new JavaPrograms(),
                new OtherServers());
    }

    /** What a command starts, with the settings that it carries. */
    public StartCommand read(CommandLine command, Surroundings around) {
        State state = new State(around);
        Outcome outcome;
        if (command instanceof CommandLine.Exec exec) {
            outcome = follower.run(exec.arguments().stream().map(Argument::of).toList(), state);
        } else if (command instanceof CommandLine.Words words) {
            outcome = follower.run(words(words.text(), state), state);
        } else {
            state.shell = State.COMMAND_SHELL;
            outcome = follower.text(((CommandLine.ShellText) command).text(), state);
        }
        Map<String, Setting> settings = new HashMap<>(outcome.settings());
        if (!outcome.state().signalsStopAt.isEmpty()) {
            settings.put(
                    SettingName.SIGNALS_STOP_AT,
                    Setting.at(
                            new Value.Known(outcome.state().signalsStopAt),
                            outcome.state().place));
        }
        return new StartCommand(
                outcome.entry(),
                settings,
                outcome.state().exported,
                outcome.state().environmentKnown,
                outcome.state().way);
    }

    private static List<Argument> words(String text, State state) {
        return new Expansion(state)
                .arguments(
                        ShellLexer.tokens(text).stream()
                                .filter(token -> !token.isOperator())
                                .map(ShellLexer.Token::word)
                                .toList());
    }
}
