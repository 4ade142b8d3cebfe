package dev.dovetail.config.commands;

import dev.dovetail.config.Setting;
import dev.dovetail.workspace.Place;
import java.util.Map;

/**
 * What a command meets when it starts.
 *
 * @param files where its file system comes from
 * @param workingFolder absolute path in that file system, such as {@code /app}
 * @param environment the variables that config gives it
 * @param environmentKnown whether these are all that config gives
 * @param place the line of config that the command stands in
 */
public record Surroundings(
        FileView files,
        String workingFolder,
        Map<String, Setting> environment,
        boolean environmentKnown,
        Place place) {

    /** The folder of a workspace that a machine starts commands in, and no other files of ours. */
    public static Surroundings of(
            String folder, Map<String, Setting> environment, boolean environmentKnown, Place place) {
        return new Surroundings(
                FileView.of("/app", folder), "/app", environment, environmentKnown, place);
    }
}
