/**
 * The language server: what editors are told and what they may ask, over standard input and output.
 *
 * <p>Messages of the Language Server Protocol come in and go out. {@code live} analyses the folders,
 * {@code answers} words what is said of them; here is only who asks, when, and what the client can
 * take. No mistake of an analysis ends it.
 */
@NullMarked
package dev.dovetail.lsp;

import org.jspecify.annotations.NullMarked;
