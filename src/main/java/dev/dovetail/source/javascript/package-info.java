/**
 * JavaScript and TypeScript, summarized through tree-sitter's error-tolerant parsers.
 *
 * <p>The text of one file comes in, its {@link dev.dovetail.source.SourceSummary} goes out. It knows
 * the language and its module systems, and nothing of libraries.
 */
@NullMarked
package dev.dovetail.source.javascript;

import org.jspecify.annotations.NullMarked;
