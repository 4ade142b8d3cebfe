/**
 * Render Blueprints: https://render.com/docs/blueprint-spec.
 *
 * <p>render.yaml comes in; a unit per service that runs code of the workspace goes out. What the
 * dashboard sets is unknown.
 */
@NullMarked
package dev.dovetail.config.render;

import org.jspecify.annotations.NullMarked;
