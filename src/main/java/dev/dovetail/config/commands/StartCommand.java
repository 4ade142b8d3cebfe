package dev.dovetail.config.commands;

import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.Setting;
import dev.dovetail.workspace.Place;
import java.util.List;
import java.util.Map;

/**
 * What a command starts.
 *
 * @param entry where the code begins; {@link EntryPoint.Unknown} for what cannot be followed
 * @param settings that the command line carries, or its programs' defaults, in the words of {@link
 *     dev.dovetail.config.SettingName}
 * @param environment the variables that the program gets: those given and those the command sets
 * @param environmentKnown whether {@code environment} is all of them
 * @param way scripts that the command goes through, in order
 */
public record StartCommand(
        EntryPoint entry,
        Map<String, Setting> settings,
        Map<String, Setting> environment,
        boolean environmentKnown,
        List<Place> way) {

    public StartCommand {
        settings = Map.copyOf(settings);
        environment = Map.copyOf(environment);
        way = List.copyOf(way);
    }
}
