/**
 * The answer of an earlier run, given again when nothing that the run saw has changed.
 *
 * <p>While a command runs, {@link dev.dovetail.cli.replay.Disk} remembers what it was told of the
 * disk, and {@link dev.dovetail.cli.replay.Ear} what it says. The next run with the same words asks
 * the same questions; when every answer is the same, so is what the command would say. It knows
 * nothing of commands and options.
 */
@NullMarked
package dev.dovetail.cli.replay;

import org.jspecify.annotations.NullMarked;
