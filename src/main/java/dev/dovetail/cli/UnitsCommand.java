package dev.dovetail.cli;

import dev.dovetail.engine.KeptSummaries;
import dev.dovetail.report.Style;
import dev.dovetail.report.UnitDescription;
import dev.dovetail.report.UnitsJson;
import dev.dovetail.report.UnitsText;
import dev.dovetail.workspace.DirectoryWorkspace;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code dovetail units}: what was understood of a workspace. */
final class UnitsCommand implements Command {

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create()
                .addPositional(Options.path())
                .addOption(Options.text("--format", "FORMAT", "text or json; text when missing."))
                .addOption(Settings.option())
                .addOption(Options.colour());
        Memory.addTo(spec);
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Supplier<Engine> engine, Console console)
            throws IOException {
        Style style = Options.style(arguments, console);
        String format = Options.oneOf(arguments, "--format", List.of("text", "json"), "text");
        DirectoryWorkspace workspace = Options.workspace(arguments, console);
        Settings settings = Settings.of(arguments, workspace, engine.get(), console);
        KeptSummaries summaries =
                Memory.summaries(arguments.originalArgs(), workspace.root(), console);
        List<UnitDescription> units =
                engine.get()
                        .units(
                                workspace,
                                Request.all(settings.knowledge(), settings.policy())
                                        .remembering(summaries));
        if (format.equals("json")) {
            new UnitsJson().write(units, console.out());
        } else {
            console.out().print(new UnitsText(style).of(units));
        }
        Memory.keep(summaries, arguments.originalArgs(), console);
        return Exit.CLEAN;
    }
}
