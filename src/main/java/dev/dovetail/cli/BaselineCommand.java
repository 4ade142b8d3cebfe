package dev.dovetail.cli;

import dev.dovetail.report.Baseline;
import dev.dovetail.workspace.DirectoryWorkspace;
import java.io.IOException;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code dovetail baseline}: writes the findings there are, for later checks to leave out. */
final class BaselineCommand implements Command {

    private static final String FILE = ".dovetail-baseline.json";

    @Override
    public CommandSpec spec() {
        return CommandSpec.create()
                .addPositional(Options.path())
                .addOption(
                        Options.text(
                                "--output",
                                "FILE",
                                FILE + " in the folder that is checked, when missing."))
                .addOption(Settings.option());
    }

    @Override
    public int run(ParseResult arguments, Supplier<Engine> engines, Console console)
            throws IOException {
        DirectoryWorkspace workspace = Options.workspace(arguments, console);
        Engine engine = engines.get();
        Settings settings = Settings.of(arguments, workspace, engine, console);
        String given = arguments.matchedOptionValue("--output", null);
        Baseline baseline =
                Baseline.of(
                        FILE,
                        engine.check(
                                workspace,
                                Request.all(settings.knowledge(), settings.policy())));
        OutputFile.write(
                given == null ? workspace.root().resolve(FILE) : Options.path(given, console),
                baseline::write);
        String shown = given == null ? FILE : given;
        console.out()
                .print(
                        "%s: %d findings. `dovetail check --baseline %s` shows those that come"
                            .formatted(shown, baseline.findings().size(), shown)
                                + " after.\n");
        return Exit.CLEAN;
    }
}
