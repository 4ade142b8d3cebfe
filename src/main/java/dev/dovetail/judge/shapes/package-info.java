/**
 * Shapes of code that no single API shows: state that requests share, work that nobody waits for.
 *
 * <p>A linked unit comes in, the places of one shape go out; what they mean is for {@code rules/} to
 * say. Nothing here names a framework or a platform.
 */
@NullMarked
package dev.dovetail.judge.shapes;

import org.jspecify.annotations.NullMarked;
