package dev.dovetail.cli;

import java.io.IOException;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One command. */
interface Command {

    /** Its options and parameters, without a name. */
    CommandSpec spec();

    /**
     * Does it.
     *
     * @param engine made when it is first asked for
     * @return an exit status
     * @throws UsageException when the arguments make no sense
     * @throws IOException when output cannot be written or the workspace not be listed
     */
    int run(ParseResult arguments, Supplier<Engine> engine, Console console) throws IOException;
}
