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
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
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
                                "Tells this run's SARIF from others of the same commit."));
    }

    static ReportFormat of(ParseResult arguments, Console console) {
        boolean toFile = arguments.hasMatchedOption("--output");
        boolean chosen = arguments.hasMatchedOption("--color");
        Style style = Options.style(arguments, console);
        return switch (Options.oneOf(arguments, "--format", NAMES, "text")) {
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
            default -> new TextReport(toFile && !chosen ? Style.PLAIN : style);
        };
    }
}
