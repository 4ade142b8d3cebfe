package dev.dovetail.config.docker;

import dev.dovetail.config.Value;
import dev.dovetail.workspace.Place;
import java.util.Map;
import java.util.Optional;

/**
 * A place in the workspace that says under which name an image is built.
 *
 * @param dockerfile its path in the workspace
 * @param context folder that it is built from
 * @param target the stage it stops at
 * @param arguments values for its {@code ARG}s
 */
record NamedBuild(
        ImageName name,
        String dockerfile,
        String context,
        Optional<String> target,
        Map<String, Value> arguments,
        Place place) {

    NamedBuild {
        arguments = Map.copyOf(arguments);
    }

    /** Whether another one makes the same image. */
    boolean isSameBuild(NamedBuild other) {
        return dockerfile.equals(other.dockerfile)
                && context.equals(other.context)
                && target.equals(other.target);
    }
}
