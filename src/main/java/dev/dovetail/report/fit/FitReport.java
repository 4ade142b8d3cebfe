package dev.dovetail.report.fit;

import dev.dovetail.judge.UnitFits;
import dev.dovetail.knowledge.Knowledge;
import dev.dovetail.knowledge.Platform;
import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.Workspace;
import java.util.Collection;
import java.util.List;

/**
 * Units against hosts.
 *
 * @param hosts that were asked for, by name
 * @param units each with a fit for every host, in the order of {@code hosts}
 * @param notifications what could not be read, in path order
 * @param fileCount how many source files were read
 * @param workspace for the lines of code shown
 */
public record FitReport(
        List<Platform> hosts,
        List<UnitFits> units,
        List<Notification> notifications,
        int fileCount,
        Knowledge knowledge,
        Workspace workspace) {

    public FitReport {
        hosts = List.copyOf(hosts);
        units = List.copyOf(units);
        notifications = List.copyOf(notifications);
    }

    /**
     * The part of it that speaks of some units.
     *
     * @param names of units; all when there are none
     */
    public FitReport only(Collection<String> names) {
        return names.isEmpty()
                ? this
                : new FitReport(
                        hosts,
                        units.stream()
                                .filter(unit -> names.contains(unit.unit().unit().name()))
                                .toList(),
                        notifications,
                        fileCount,
                        knowledge,
                        workspace);
    }
}
