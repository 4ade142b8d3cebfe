/**
 * The rules at work: linked units against what the knowledge base says.
 *
 * <p>A linked model comes in, {@link dev.dovetail.judge.Finding}s go out, by pure functions. Nothing
 * here knows a parser, a config format or an output format.
 */
@NullMarked
package dev.dovetail.judge;

import org.jspecify.annotations.NullMarked;
