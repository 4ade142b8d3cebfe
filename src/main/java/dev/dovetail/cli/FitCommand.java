package dev.dovetail.cli;

import dev.dovetail.knowledge.Knowledge;
import dev.dovetail.report.Style;
import dev.dovetail.report.fit.FitFormat;
import dev.dovetail.report.fit.FitHtml;
import dev.dovetail.report.fit.FitJson;
import dev.dovetail.report.fit.FitMarkdown;
import dev.dovetail.report.fit.FitReport;
import dev.dovetail.report.fit.FitText;
import dev.dovetail.workspace.DirectoryWorkspace;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code dovetail fit}: where a workspace's units would run. */
final class FitCommand implements Command {

    private static final List<String> FORMATS = List.of("text", "json", "html", "markdown");

    @Override
    public CommandSpec spec() {
        return CommandSpec.create()
                .addPositional(Options.path())
                .addOption(
                        Options.list("--platform", "ID", "Only these hosts; all when missing."))
                .addOption(Options.list("--unit", "NAME", "Only these units, by name."))
                .addOption(
                        Options.text(
                                "--format",
                                "FORMAT",
                                String.join(", ", FORMATS) + "; text when missing."))
                .addOption(
                        Options.text("--output", "FILE", "Write there instead of standard output."))
                .addOption(Settings.option())
                .addOption(Options.colour());
    }

    @Override
    public int run(ParseResult arguments, Supplier<Engine> engines, Console console)
            throws IOException {
        Optional<String> output =
                Optional.ofNullable(arguments.matchedOptionValue("--output", null));
        boolean plain = output.isPresent() && !arguments.hasMatchedOption("--color");
        Style style = plain ? Style.PLAIN : Options.style(arguments, console);
        FitFormat format =
                format(Options.oneOf(arguments, "--format", FORMATS, "text"), style);
        DirectoryWorkspace workspace = Options.workspace(arguments, console);
        Engine engine = engines.get();
        Settings settings = Settings.of(arguments, workspace, engine, console);
        FitReport report =
                engine.fit(
                        workspace,
                        Request.all(settings.knowledge(), settings.policy()),
                        hosts(arguments, settings.knowledge()));
        FitReport shown = report.only(units(arguments, report));
        if (output.isPresent()) {
            OutputFile.write(
                    Options.path(output.get(), console), out -> format.write(shown, out));
        } else {
            format.write(shown, console.out());
        }
        return Exit.CLEAN;
    }

    private static List<String> units(ParseResult arguments, FitReport report) {
        List<String> known =
                report.units().stream().map(unit -> unit.unit().unit().name()).distinct().toList();
        return Options.all(arguments, "--unit").stream()
                .map(name -> Nearest.require("unit", name.strip(), known))
                .toList();
    }

    private static FitFormat format(String name, Style style) {
        return switch (name) {
            case "json" -> new FitJson();
            case "html" -> new FitHtml(Version.current());
            case "markdown" -> new FitMarkdown();
            default -> new FitText(style);
        };
    }

    /** Ids of the hosts that are asked for; empty for all. */
    private static Set<String> hosts(ParseResult arguments, Supplier<Knowledge> knowledge) {
        Set<String> hosts = new LinkedHashSet<>();
        for (String id : Options.all(arguments, "--platform")) {
            hosts.add(
                    Nearest.require("platform", id.strip(), Options.hosts(knowledge.get())));
        }
        return hosts;
    }
}
