/**
 * Manifests: what package.json, tsconfig.json and their kind say of names, versions and build output.
 *
 * <p>A workspace's documents come in, small records go out. Nothing here knows of platforms.
 */
@NullMarked
package dev.dovetail.config.project;

import org.jspecify.annotations.NullMarked;
