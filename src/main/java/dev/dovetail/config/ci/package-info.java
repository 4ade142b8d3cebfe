/**
 * Code that nothing but a pipeline sends to a platform.
 *
 * <p>Deployments of {@code config/pipelines} come in, with the units that other readers found; out
 * come units of code that none of those aims. What a step sends that cannot be resolved is no unit.
 */
@NullMarked
package dev.dovetail.config.ci;

import org.jspecify.annotations.NullMarked;
