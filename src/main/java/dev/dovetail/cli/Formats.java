package dev.dovetail.cli;

import dev.dovetail.report.GithubReport;
import dev.dovetail.report.GitlabReport;
import dev.dovetail.report.JsonReport;
import dev.dovetail.report.JunitReport;
import dev.dovetail.report.MarkdownReport;
import dev.dovetail.report.ReportFormat;
import dev.dovetail.report.SlackReport;
import dev.dovetail.report.Style;
import dev.dovetail.report.TextReport;
import dev.dovetail.report.sarif.SarifReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The formats of a report, by the names that the command line has for them. */
final class Formats {

    private static final List<String> NAMES =
            List.of("text", "sarif", "json", "github", "junit", "gitlab", "markdown", "slack");

    private Formats() {}

    static void addTo(CommandSpec spec) {
        spec.addOption(
                        Options.text(
                                "--format",
                                "FORMAT",
                                String.join(", ", NAMES) + "; text when missing."))
                .addOption(
                        Options.text(
                                "--category",
                                "NAME",
                                "Tells this run's SARIF from others of the same commit."))
                .addOption(
                        Options.text("--output", "FILE", "Write there instead of standard output."))
                .addOption(
                        OptionSpec.builder("--also")
                                .type(String[].class)
                                .arity("1")
                                .paramLabel("FORMAT=FILE")
                                .description(
                                        "Write the same report in another format too; may be given"
                                                + " again.")
                                .build());
    }

    /** Where a report is to be written: a format, and a file where it is not standard output. */
    record Target(ReportFormat format, Optional<String> file) {}

    /** The main target first. */
    static List<Target> of(ParseResult arguments, Console console) {
        Optional<String> output =
                Optional.ofNullable(arguments.matchedOptionValue("--output", null));
        boolean plain = output.isPresent() && !arguments.hasMatchedOption("--color");
        Style style = plain ? Style.PLAIN : Options.style(arguments, console);
        List<Target> targets = new ArrayList<>();
        String main = Options.oneOf(arguments, "--format", NAMES, "text");
        targets.add(new Target(format(main, style, arguments), output));
        for (String also : Options.all(arguments, "--also")) {
            int equals = also.indexOf('=');
            if (equals < 1 || equals == also.length() - 1) {
                throw new UsageException("--also takes FORMAT=FILE, such as sarif=out.sarif.");
            }
            String name =
                    Nearest.require("value for --also", also.substring(0, equals), NAMES);
            targets.add(
                    new Target(
                            format(name, Style.PLAIN, arguments),
                            Optional.of(also.substring(equals + 1))));
        }
        return targets;
    }

    private static ReportFormat format(String name, Style style, ParseResult arguments) {
        return switch (name) {
            case "sarif" ->
                    new SarifReport(
                            Version.current(),
                            arguments.matchedOptionValue("--category", "dovetail"));
            case "json" -> new JsonReport();
            case "github" -> new GithubReport();
            case "junit" -> new JunitReport();
            case "gitlab" -> new GitlabReport();
            case "markdown" -> new MarkdownReport();
            case "slack" -> new SlackReport();
            default -> new TextReport(style);
        };
    }
}
