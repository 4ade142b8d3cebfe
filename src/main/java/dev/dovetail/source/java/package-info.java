/**
 * The Java front end: one file of Java 8 to 25 as a summary.
 *
 * <p>A file's text comes in, a {@link dev.dovetail.source.SourceSummary} goes out. Neither class path
 * nor build is needed: names are left as the file writes them, and link resolves them.
 */
@NullMarked
package dev.dovetail.source.java;

import org.jspecify.annotations.NullMarked;
