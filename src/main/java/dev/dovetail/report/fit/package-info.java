/**
 * Where backends would run, in each format.
 *
 * <p>A {@link dev.dovetail.report.fit.FitReport} comes in, the text of a report goes out. What all
 * formats say alike is put together once, in {@link dev.dovetail.report.fit.FitReason}; nothing here
 * judges, and formats do not know each other.
 */
@NullMarked
package dev.dovetail.report.fit;

import org.jspecify.annotations.NullMarked;
