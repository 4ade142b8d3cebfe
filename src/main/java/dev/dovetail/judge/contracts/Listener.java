package dev.dovetail.judge.contracts;

import dev.dovetail.link.ReachedUse;
import dev.dovetail.workspace.Place;
import java.util.Optional;

/**
 * A port that a unit opens for clients.
 *
 * @param port its number; empty when it cannot be known
 * @param host the address that it is bound to; empty when it cannot be known
 * @param settled whether {@code port} and {@code host} are all that they can be; false when they
 *     stand in for a variable that may be set outside the workspace
 * @param byDefault whether the port is the server's own, said nowhere
 * @param place where the port is said, or the call that opens it
 * @param use the call of code that opens it; empty when the start command says so
 */
record Listener(
        Optional<Integer> port,
        Optional<String> host,
        boolean settled,
        boolean byDefault,
        Place place,
        Optional<ReachedUse> use) {}
