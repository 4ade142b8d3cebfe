/**
 * Dockerfiles and Compose files.
 *
 * <p>The files of a workspace come in; images, and a deployment unit per service or per image that
 * nothing else deploys, go out. {@link dev.dovetail.config.docker.Images} serves the readers of
 * platforms that run containers. What a build computes is unknown.
 */
@NullMarked
package dev.dovetail.config.docker;

import org.jspecify.annotations.NullMarked;
