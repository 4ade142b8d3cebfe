/**
 * What readers through tree-sitter share: a file's syntax in flat arrays, and a walk over it.
 *
 * <p>A text and a grammar come in, a tree of plain numbers goes out. It knows no language.
 */
@NullMarked
package dev.dovetail.source.tree;

import org.jspecify.annotations.NullMarked;
