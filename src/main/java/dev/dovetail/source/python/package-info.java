/**
 * Python, summarized through tree-sitter's error-tolerant parser.
 *
 * <p>The text of one file comes in, its {@link dev.dovetail.source.SourceSummary} goes out. It knows
 * the language and its scopes, and nothing of libraries. Code of a class's body belongs to the body
 * that the class stands in, since that is when it runs.
 */
@NullMarked
package dev.dovetail.source.python;

import org.jspecify.annotations.NullMarked;
