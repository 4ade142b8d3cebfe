package dev.dovetail.cli;

import dev.dovetail.report.Style;
import dev.dovetail.report.UnitDescription;
import dev.dovetail.report.UnitsJson;
import dev.dovetail.report.UnitsText;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code dovetail units}: what was understood of a workspace. */
final class UnitsCommand implements Command {

    @Override
    public CommandSpec spec() {
        return CommandSpec.create()
                .addPositional(Options.path())
                .addOption(Options.text("--format", "FORMAT", "text or json; text when missing."))
                .addOption(Options.colour());
    }

    @Override
    public int run(ParseResult arguments, Supplier<Engine> engine, Console console)
            throws IOException {
        Style style = Options.style(arguments, console);
        String format = Options.oneOf(arguments, "--format", List.of("text", "json"), "text");
        Request request =
                new Request(
                        Optional.empty(),
                        List.of(),
                        Set.of(),
                        Set.of(),
                        false,
                        Runtime.getRuntime().availableProcessors());
        List<UnitDescription> units =
                engine.get().units(Options.workspace(arguments, console), request);
        if (format.equals("json")) {
            new UnitsJson().write(units, console.out());
        } else {
            console.out().print(new UnitsText(style).of(units));
        }
        return Exit.CLEAN;
    }
}
