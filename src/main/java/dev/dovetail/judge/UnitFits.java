package dev.dovetail.judge;

import dev.dovetail.link.LinkedUnit;
import java.util.List;

/**
 * A unit against hosts.
 *
 * @param unit as its config has it; {@link LinkedUnit#assumed} when no config aims it
 * @param fits one for each host, by the hosts' names
 */
public record UnitFits(LinkedUnit unit, List<Fit> fits) {

    public UnitFits {
        fits = List.copyOf(fits);
    }

    /** Whether config, or the user, puts the unit on a host. */
    public boolean isAimed() {
        return !unit.assumed() || !unit.unit().folder().isEmpty();
    }
}
