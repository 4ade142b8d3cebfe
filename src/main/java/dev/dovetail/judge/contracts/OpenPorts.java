package dev.dovetail.judge.contracts;

import dev.dovetail.judge.ContractRule;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.workspace.Place;
import java.util.List;
import java.util.Optional;

/** The ports that a unit opens, as contracts about ports know them. */
public final class OpenPorts {

    /**
     * A port that is opened for clients.
     *
     * @param number empty when it cannot be known
     * @param address that it is bound to; empty when it cannot be known
     * @param place where it is said, or what opens it
     */
    public record OpenPort(Optional<Integer> number, Optional<String> address, Place place) {}

    private OpenPorts() {}

    /** Empty also when something may listen that cannot be seen. */
    public static List<OpenPort> of(LinkedUnit unit, ContractRule.Surroundings surroundings) {
        return Listeners.of(unit, surroundings).stream()
                .map(each -> new OpenPort(each.port(), each.host(), each.place()))
                .toList();
    }
}
