package dev.dovetail.link;

import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.knowledge.Platform;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A deployment unit with the code it runs.
 *
 * @param host its platform, when {@code rules/} knows it
 * @param assumed whether the user named the platform and no config aims the code
 * @param handlerOf ids of the platforms that call what its entry point exports; empty where a program
 *     is started, or where it cannot be known
 * @param files source files whose bodies run, in the order they were reached
 * @param steps every function reached, first ways first
 * @param entries where requests enter
 */
public record LinkedUnit(
        DeploymentUnit unit,
        Optional<Platform> host,
        boolean assumed,
        EntryBinding entry,
        Set<String> handlerOf,
        List<SourceSummary> files,
        List<Step> steps,
        RequestEntries entries,
        List<ReachedUse> uses,
        List<Route> routes,
        Resolver resolver,
        Folder folder) {

    /** Library types that a class extends or implements, through classes of the workspace too. */
    public Set<String> supertypePaths(Entity.Code type) {
        return resolver.supertypePaths(type);
    }

    /** Whether all code of the unit is known, so that what is not found is not there. */
    public boolean codeIsKnown() {
        return entry instanceof EntryBinding.Found;
    }

    /** The places from config to a step's code, config first. */
    public List<Place> wayTo(Step step) {
        List<Place> way = new ArrayList<>();
        for (Step at = step; at != null; at = at.from()) {
            way.add(0, at.place());
        }
        return way;
    }

    /** For each step, the steps that mention it. */
    public Map<Step, Set<Step>> callers() {
        return entries.callers();
    }

    /** Steps at which requests enter from which {@code step} is reached. */
    public Set<Step> requestEntries(Step step) {
        return entries.of(step);
    }

    /** Whether requests come to a step from outside the unit's own request code. */
    public boolean isRequestEntry(Step step) {
        return entries.isEntry(step);
    }
}
