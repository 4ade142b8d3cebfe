package dev.dovetail.engine;

import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Value;
import dev.dovetail.policy.Policy;
import dev.dovetail.workspace.Paths;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts what {@code dovetail.yaml} says of platforms, plans and variables into units. */
final class ToldByUser {

    /** What a Dockerfile alone is taken to run on, until somebody says where its image goes. */
    private static final String UNAIMED = "dockerfile";

    private final Policy policy;
    private final Map<String, Policy.Said> platforms;

    ToldByUser(Policy policy) {
        this.policy = policy;
        this.platforms = policy.platformsHere();
    }

    /** The unit with what the user says of it. */
    DeploymentUnit add(DeploymentUnit unit) {
        if (policy == Policy.NONE) {
            return unit;
        }
        DeploymentUnit aimed = unit;
        if (unit.format().equals(UNAIMED)) {
            for (Map.Entry<String, Policy.Said> platform : platforms.entrySet()) {
                if (isIn(platform.getKey(), unit)) {
                    aimed = unit.on(platform.getValue().text(), platform.getValue().place());
                }
            }
        }
        Map<String, Setting> settings = new HashMap<>();
        Policy.Said plan = policy.plans().get(aimed.host());
        if (plan != null) {
            settings.put(
                    SettingName.PLAN, Setting.at(new Value.Known(plan.text()), plan.place()));
        }
        Map<String, Setting> variables = new HashMap<>();
        // A unit of which no variable is known stays one, for nothing can be said of it.
        List<Policy.Said> named =
                aimed.environment().isEmpty() ? List.of() : policy.environment();
        for (Policy.Said variable : named) {
            variables.put(
                    variable.text(),
                    Setting.at(
                            new Value.Unknown("it is set outside the workspace"),
                            variable.place()));
        }
        return settings.isEmpty() && variables.isEmpty() ? aimed : aimed.with(settings, variables);
    }

    /** The folders that the user gives a platform and in which no unit was found. */
    Map<String, Policy.Said> foldersWithout(List<DeploymentUnit> units) {
        Map<String, Policy.Said> without = new TreeMap<>(platforms);
        without.keySet().removeIf(folder -> units.stream().anyMatch(unit -> isIn(folder, unit)));
        return without;
    }

    private static boolean isIn(String folder, DeploymentUnit unit) {
        return Paths.isUnder(unit.folder(), folder) || Paths.isUnder(unit.place().file(), folder);
    }
}
