/**
 * What Dovetail knows, as data: features, contracts, platforms and frameworks from {@code rules/}.
 *
 * <p>YAML files, or the resource that the build compiles from them, come in; one immutable {@link
 * dev.dovetail.knowledge.Knowledge} goes out. It reads no other package of Dovetail.
 */
@NullMarked
package dev.dovetail.knowledge;

import org.jspecify.annotations.NullMarked;
