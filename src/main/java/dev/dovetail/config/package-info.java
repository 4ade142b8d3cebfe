/**
 * Deployment config, read and evaluated: which units there are, on which platform, with which
 * settings.
 *
 * <p>The files of a workspace come in; {@link dev.dovetail.config.DeploymentUnit}s and notifications
 * go out. What a plugin or template computes is unknown. Nothing here knows of languages or rules.
 */
@NullMarked
package dev.dovetail.config;

import org.jspecify.annotations.NullMarked;
