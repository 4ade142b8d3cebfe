package dev.dovetail.config;

import dev.dovetail.workspace.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One thing that is deployed and scaled on its own: a Lambda function, a Vercel function.
 *
 * @param name as its users call it
 * @param host id of the platform that runs its process
 * @param folder the folder that is packaged or built, relative to the workspace; entry points are
 *     resolved against it
 * @param place the line of config that makes it a unit
 * @param entryPoint where its code starts
 * @param triggers what makes it run; empty when nothing in the workspace says
 * @param triggersKnown whether {@code triggers} is all of them; false when a trigger could not be
 *     read or a template may add some
 * @param settings by name, in the words of {@link SettingName}
 * @param environment the variables that its config gives it
 * @param environmentKnown whether {@code environment} is all that config gives; false when a file or
 *     expression that cannot be read adds some
 * @param mounts paths of its file system that outlive it or are shared
 * @param formats what read it, such as {@code serverless-framework}: shown to the user
 */
public record DeploymentUnit(
        String name,
        String host,
        String folder,
        Place place,
        EntryPoint entryPoint,
        List<Trigger> triggers,
        boolean triggersKnown,
        Map<String, Setting> settings,
        Map<String, Setting> environment,
        boolean environmentKnown,
        List<Mount> mounts,
        String format) {

    public DeploymentUnit {
        triggers = List.copyOf(triggers);
        settings = Map.copyOf(settings);
        environment = Map.copyOf(environment);
        mounts = List.copyOf(mounts);
    }

    /** The setting of a name of {@link SettingName}, or empty when neither config nor tool gives one. */
    public Optional<Setting> setting(String name) {
        return Optional.ofNullable(settings.get(name));
    }

    /** A path of the unit's file system that is backed by something that outlives the process. */
    public record Mount(Value path, String kind, Place place) {}
}
