/**
 * What was worked out once, kept in a folder of the user's for the next run.
 *
 * <p>A kind, a key and bytes come in; the same bytes come out for the same key, or nothing. It knows
 * nothing of what the bytes say, is never needed for an answer, and writes nowhere else.
 */
@NullMarked
package dev.dovetail.cache;

import org.jspecify.annotations.NullMarked;
