/**
 * What the users of a workspace decided about findings: {@code dovetail.yaml}, comments that
 * suppress, baselines.
 *
 * <p>Findings come in as the judge made them and go out with other levels, suppressed, or left out
 * as known. Nothing here finds anything, and nothing here knows a rule.
 */
@NullMarked
package dev.dovetail.policy;

import org.jspecify.annotations.NullMarked;
