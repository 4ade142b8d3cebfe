/**
 * A folder that is being edited, analysed again and again.
 *
 * <p>Open files and word of what changed come in; after each change, once it is quiet, a {@link
 * dev.dovetail.lsp.live.Snapshot} goes out. It knows nothing of the protocol by which either travels.
 */
@NullMarked
package dev.dovetail.lsp.live;

import org.jspecify.annotations.NullMarked;
