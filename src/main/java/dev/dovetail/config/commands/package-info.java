/**
 * Start commands, read as a shell and the programs themselves would read them.
 *
 * <p>A command line, the file system it meets and its environment come in; an entry point and the
 * settings that the line carries go out. What a line computes is unknown. Nothing here knows the
 * format of config that the line stands in.
 */
@NullMarked
package dev.dovetail.config.commands;

import org.jspecify.annotations.NullMarked;
