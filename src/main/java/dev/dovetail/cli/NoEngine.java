package dev.dovetail.cli;

import dev.dovetail.knowledge.Knowledge;
import dev.dovetail.report.Report;
import dev.dovetail.report.UnitDescription;
import dev.dovetail.workspace.Workspace;
import java.util.List;
import java.util.Map;

/** Stands in until the engine is joined: knows no rule and finds no unit. */
final class NoEngine implements Engine {

    @Override
    public Knowledge knowledge() {
        return new Knowledge(Map.of(), Map.of(), Map.of(), List.of(), "0");
    }

    @Override
    public Report check(Workspace workspace, Request request) {
        return new Report(List.of(), workspace.notifications(), 0, 0, knowledge(), workspace);
    }

    @Override
    public List<UnitDescription> units(Workspace workspace, Request request) {
        return List.of();
    }
}
