/**
 * Joins summaries: names across files, units to the code they run.
 *
 * <p>Deployment units and source summaries come in; each unit with the uses it reaches, the API
 * paths they resolve to, their folded values, contexts and ways goes out. It knows no rule.
 */
@NullMarked
package dev.dovetail.link;

import org.jspecify.annotations.NullMarked;
