/**
 * What the formats that describe AWS share: defaults of functions, hops and triggers.
 *
 * <p>Parts of a config document come in, parts of deployment units go out. It knows no one format.
 */
@NullMarked
package dev.dovetail.config.aws;

import org.jspecify.annotations.NullMarked;
