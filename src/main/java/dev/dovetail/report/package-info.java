/**
 * Findings, written for people and tools: a class per output format.
 *
 * <p>A {@link dev.dovetail.report.Report} comes in, text goes out, the same bytes for the same input.
 * It judges nothing.
 */
@NullMarked
package dev.dovetail.report;

import org.jspecify.annotations.NullMarked;
