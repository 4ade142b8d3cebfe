/**
 * Summaries as bytes, and back.
 *
 * <p>A summary comes in, bytes go out, or the other way; what comes back is equal in every part, and
 * expressions that were one object are one again. It knows no language and nothing of where the bytes
 * are kept.
 */
@NullMarked
package dev.dovetail.source.binary;

import org.jspecify.annotations.NullMarked;
