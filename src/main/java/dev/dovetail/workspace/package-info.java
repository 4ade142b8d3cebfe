/**
 * The files of a workspace: which there are, what they hold, and places in them.
 *
 * <p>A path comes in; the names and texts of files come out, never one outside the workspace. It
 * knows nothing of languages, formats or platforms.
 */
@NullMarked
package dev.dovetail.workspace;

import org.jspecify.annotations.NullMarked;
