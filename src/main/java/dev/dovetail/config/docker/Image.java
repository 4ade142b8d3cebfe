package dev.dovetail.config.docker;

import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.commands.CommandLine;
import dev.dovetail.workspace.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The image that a Dockerfile makes, as far as it can be read.
 *
 * @param file the Dockerfile
 * @param context folder of the workspace that it is built from
 * @param files the workspace's files in it
 * @param workingFolder absolute path that its process starts in
 * @param entrypoint what {@code ENTRYPOINT} says, of the Dockerfile or known of its base
 * @param command what {@code CMD} says, likewise
 * @param commandPlace the line that says what it starts: CMD, else ENTRYPOINT, else FROM
 * @param environment what {@code ENV} sets
 * @param exposed the ports of {@code EXPOSE}, in order
 * @param settings runtime, base image, libc, user, system packages and the health check's path, in
 *     the words of {@link dev.dovetail.config.SettingName}
 * @param mounts folders that {@code VOLUME} names
 * @param from the line of the base of its last stage
 */
public record Image(
        String file,
        String context,
        ImageFiles files,
        String workingFolder,
        Optional<CommandLine> entrypoint,
        Optional<CommandLine> command,
        Place commandPlace,
        Map<String, Setting> environment,
        List<Setting> exposed,
        Map<String, Setting> settings,
        List<DeploymentUnit.Mount> mounts,
        Place from) {

    public Image {
        environment = Map.copyOf(environment);
        exposed = List.copyOf(exposed);
        settings = Map.copyOf(settings);
        mounts = List.copyOf(mounts);
    }

    /** The languages whose programs its base runs, such as {@code javascript}; may be empty. */
    public Set<String> languages() {
        return BaseImages.languages(settings);
    }

    /** Whether its base is made for a platform of functions, which alone can run it. */
    public boolean isForFunctions() {
        return Optional.ofNullable(settings.get(SettingName.BASE_IMAGE))
                .flatMap(base -> base.value().text())
                .filter(base -> BaseImages.of(base).isForFunctions())
                .isPresent();
    }
}
