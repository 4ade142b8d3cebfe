package dev.dovetail.cli;

import dev.dovetail.knowledge.InvalidRules;
import dev.dovetail.knowledge.Knowledge;
import dev.dovetail.report.Report;
import dev.dovetail.report.UnitDescription;
import dev.dovetail.report.fit.FitReport;
import dev.dovetail.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** What commands ask of all that lies beneath them. */
public interface Engine {

    /** Everything that {@code rules/} says. */
    Knowledge knowledge();

    /**
     * The same, with a user's own rules.
     *
     * @param folder of rules in the format of {@code rules/}
     * @param shown the folder's name in errors
     */
    Knowledge knowledge(Path folder, String shown) throws IOException, InvalidRules;

    /** The findings in a workspace. */
    Report check(Workspace workspace, Request request);

    /** What was understood of a workspace's units, in the order of their places. */
    List<UnitDescription> units(Workspace workspace, Request request);

    /**
     * Where a workspace's units would run.
     *
     * @param hosts ids of the hosts that are asked for; empty for all
     */
    FitReport fit(Workspace workspace, Request request, Set<String> hosts);
}
