package dev.dovetail.config.commands;

import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.Setting;
import dev.dovetail.config.Value;
import dev.dovetail.workspace.Paths;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A program that is started.
 *
 * @param program its name without folder
 * @param arguments what follows it
 * @param state of the shell
 * @param follower reads what the program starts in turn
 */
record Invocation(String program, List<Argument> arguments, State state, Follower follower) {

    Outcome unknown(String why) {
        return Outcome.unknown(why, state);
    }

    Outcome found(EntryPoint entry, Map<String, Setting> settings) {
        return new Outcome(entry, settings, state);
    }

    /** A script of the workspace; unknown when it comes from elsewhere. */
    Outcome script(Argument script, Map<String, Setting> settings) {
        if (!script.known()) {
            return unknown("the name of its script is computed").with(settings);
        }
        return state.source(script.text())
                .map(file -> found(new EntryPoint.Program(file, state.place), settings))
                .orElseGet(
                        () ->
                                unknown(script.text() + " does not come from the workspace")
                                        .with(settings));
    }

    /** Settings of the program's own name, to be filled with what its arguments say. */
    Map<String, Setting> settings(String server) {
        Map<String, Setting> settings = new HashMap<>();
        settings.put("server", Setting.at(new Value.Known(server), state.place));
        return settings;
    }

    Setting at(Value value) {
        return Setting.at(value, state.place);
    }

    /** The arguments from a position on. */
    List<Argument> from(int index) {
        return arguments.subList(Math.min(index, arguments.size()), arguments.size());
    }

    /**
     * The folder of the workspace that the command stands in; empty when there is none. A folder of
     * which only parts are there is the one that its package.json comes from.
     */
    Optional<String> folder() {
        return state.files
                .source(state.folder)
                .or(
                        () ->
                                state.source("package.json")
                                        .filter(follower.workspace()::has)
                                        .map(Paths::parent));
    }

    boolean isFile(String relative) {
        return state.source(relative).filter(follower.workspace()::has).isPresent();
    }

    static String nameOf(String path) {
        String name = Paths.name(path);
        return name.endsWith(".exe") || name.endsWith(".cmd")
                ? name.substring(0, name.length() - 4)
                : name;
    }
}
