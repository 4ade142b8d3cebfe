/**
 * Fly.io applications: https://fly.io/docs/reference/configuration/.
 *
 * <p>fly.toml comes in; a unit per process group goes out. How many Machines run is not in the file:
 * it is what the first deploy makes.
 */
@NullMarked
package dev.dovetail.config.fly;

import org.jspecify.annotations.NullMarked;
