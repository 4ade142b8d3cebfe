/**
 * What the server says, in the protocol's types.
 *
 * <p>A {@link dev.dovetail.lsp.live.Snapshot} and a question come in, an answer goes out: diagnostics,
 * hovers, places, lenses, actions. It keeps nothing and knows no client.
 */
@NullMarked
package dev.dovetail.lsp.answers;

import org.jspecify.annotations.NullMarked;
