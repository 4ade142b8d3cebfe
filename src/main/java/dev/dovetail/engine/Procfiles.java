package dev.dovetail.engine;

import dev.dovetail.config.DeploymentUnit;
import java.util.List;

/**
 * Takes back units of a Procfile that a pipeline sends elsewhere: buildpacks of more than one
 * platform read Procfiles, and a pipeline says which.
 */
final class Procfiles {

    /** Formats that say so of the unit. */
    private static final String PROCFILE = "procfile";

    private static final String PIPELINE = "pipeline";

    private Procfiles() {}

    /** Removes them from what all readers found. */
    static void yieldToPipelines(List<DeploymentUnit> found) {
        List<DeploymentUnit> sent =
                found.stream().filter(unit -> unit.format().equals(PIPELINE)).toList();
        found.removeIf(
                unit ->
                        unit.format().equals(PROCFILE)
                                && sent.stream()
                                        .anyMatch(
                                                other ->
                                                        other.folder().equals(unit.folder())
                                                                && !other.host()
                                                                        .equals(unit.host())));
    }
}
