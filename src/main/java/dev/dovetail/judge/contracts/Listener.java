package dev.dovetail.judge.contracts;

import dev.dovetail.link.ReachedUse;
import dev.dovetail.workspace.Place;
import java.util.Optional;

/**
 * A port that a unit opens for clients.
 *
 * @param port its number; empty when it cannot be known
 * @param settled whether the port is this one wherever the unit runs; false when a variable that may
 *     be set outside the workspace can say another
 * @param byDefault whether the port is the server's own, said nowhere
 * @param place where the port is said, or what opens it
 * @param named the name that holds the port's number, where the call does not write it itself
 * @param host the address that it is bound to; empty when it cannot be known for certain
 * @param hostPlace where the address is said, or what opens the port
 * @param use the call of code that opens it; empty when the start command says so
 */
record Listener(
        Optional<Integer> port,
        boolean settled,
        boolean byDefault,
        Place place,
        Optional<Place> named,
        Optional<String> host,
        Place hostPlace,
        Optional<ReachedUse> use) {}
