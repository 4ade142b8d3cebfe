/**
 * Source code, summarized: what each file defines, imports, exports, calls and keeps.
 *
 * <p>The text of one file comes in, one {@link dev.dovetail.source.SourceSummary} goes out; it
 * depends on that text alone. The summary is the one interface between languages and everything
 * after them: nothing here knows of platforms, frameworks or rules.
 */
@NullMarked
package dev.dovetail.source;

import org.jspecify.annotations.NullMarked;
