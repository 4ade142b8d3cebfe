/**
 * Deno Deploy: what deno.json says of a deployment.
 *
 * <p>A workspace comes in, a unit per deployment comes out.
 */
@NullMarked
package dev.dovetail.config.deno;

import org.jspecify.annotations.NullMarked;
