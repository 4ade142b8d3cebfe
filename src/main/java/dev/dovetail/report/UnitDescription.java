package dev.dovetail.report;

import dev.dovetail.config.DeploymentUnit;
import java.util.List;

/**
 * What was understood of one unit.
 *
 * @param files of source that it runs, in path order
 * @param unknowns what could not be resolved and why, one sentence each
 */
public record UnitDescription(DeploymentUnit unit, List<String> files, List<String> unknowns) {

    public UnitDescription {
        files = List.copyOf(files);
        unknowns = List.copyOf(unknowns);
    }
}
