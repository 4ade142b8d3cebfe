/**
 * Where the parts are put together: the table of contents of what Dovetail reads and judges.
 *
 * <p>A workspace and the knowledge come in, linked units and findings go out. It sees every stage and
 * adds nothing to any of them; it does not know how its results are shown.
 */
@NullMarked
package dev.dovetail.engine;

import org.jspecify.annotations.NullMarked;
