package dev.dovetail.config.terraform;

import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.Environments;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The units of several root modules. Where roots for several environments make the same of one module,
 * the one that users meet speaks for all.
 */
final class Roots {

    /** A unit, and the environment of the root that makes it. */
    private record Made(DeploymentUnit unit, Environments environment) {

        /** What is the same for all environments: the block, and the code. */
        List<String> identity() {
            String code = unit.entryPoint() instanceof EntryPoint.Handler handler ? handler.reference() : "";
            return List.of(unit.place().toString(), unit.folder(), code);
        }
    }

    private final List<Made> all = new ArrayList<>();

    void add(String folder, List<DeploymentUnit> units) {
        Environments environment = Environments.of(folder);
        units.forEach(unit -> all.add(new Made(unit, environment)));
    }

    List<DeploymentUnit> units() {
        Map<List<String>, Environments> best = new HashMap<>();
        all.forEach(each -> best.merge(each.identity(), each.environment(), Environments::better));
        return all.stream()
                .filter(each -> best.get(each.identity()) == each.environment())
                .map(Made::unit)
                .toList();
    }
}
