/**
 * The pages of {@code rules/docs}, written from the knowledge base.
 *
 * <p>{@link dev.dovetail.knowledge.Knowledge} comes in, a text for each page goes out. Only the build
 * asks for them: no command loads anything from here.
 */
@NullMarked
package dev.dovetail.report.docs;

import org.jspecify.annotations.NullMarked;
