/**
 * YAML, JSON and TOML, parsed with places and within limits.
 *
 * <p>The text of a config file comes in, {@link dev.dovetail.config.ConfigNode}s go out. What the
 * keys mean is for the readers of each format.
 */
@NullMarked
package dev.dovetail.config.documents;

import org.jspecify.annotations.NullMarked;
