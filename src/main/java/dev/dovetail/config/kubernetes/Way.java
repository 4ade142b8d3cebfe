package dev.dovetail.config.kubernetes;

import dev.dovetail.config.Trigger;
import java.util.Optional;

/**
 * A way in which requests come to a workload.
 *
 * @param sticks whether requests of one client keep coming to the same pod; empty when not known
 */
record Way(Trigger trigger, Optional<Boolean> sticks) {}
