/**
 * Findings as SARIF 2.1.0, for code scanning.
 *
 * <p>A {@link dev.dovetail.report.Report} becomes the types of java-sarif, which become JSON
 * without data binding, whose start alone would cost more than most checks. Nothing here knows a
 * rule.
 */
@NullMarked
package dev.dovetail.report.sarif;

import org.jspecify.annotations.NullMarked;
