/**
 * The command line: a class per command, which reads its options, calls the engine and prints.
 *
 * <p>Arguments come in, an exit status goes out; only the command that runs is set up. It holds no
 * logic of checking, which is the {@link dev.dovetail.cli.Engine}'s.
 */
@NullMarked
package dev.dovetail.cli;

import org.jspecify.annotations.NullMarked;
