package dev.dovetail.cli;

import dev.dovetail.knowledge.Knowledge;
import dev.dovetail.knowledge.Level;
import dev.dovetail.knowledge.Platform;
import dev.dovetail.report.GithubReport;
import dev.dovetail.report.GitlabReport;
import dev.dovetail.report.JsonReport;
import dev.dovetail.report.JunitReport;
import dev.dovetail.report.MarkdownReport;
import dev.dovetail.report.Report;
import dev.dovetail.report.ReportFormat;
import dev.dovetail.report.SlackReport;
import dev.dovetail.report.Style;
import dev.dovetail.report.Summary;
import dev.dovetail.report.TextReport;
import dev.dovetail.report.sarif.SarifReport;
import dev.dovetail.workspace.DirectoryWorkspace;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code dovetail check}: findings, in a format of choice. */
final class CheckCommand implements Command {

    private static final List<String> FORMATS = 
            List.of("text", "sarif", "json", "github", "junit", "gitlab", "markdown", "slack");
    private static final List<String> FAIL_ON = List.of("error", "warning", "note", "never");

    @Override
    public CommandSpec spec() {
        return CommandSpec.create()
                .addPositional(Options.path())
                .addOption(Options.text("--platform", "ID", "Host of code that no config aims."))
                .addOption(
                        Options.text(
                                "--format", "FORMAT", String.join(", ", FORMATS) + "; text when missing."))
                .addOption(
                        Options.text("--output", "FILE", "Write there instead of standard output."))
                .addOption(
                        OptionSpec.builder("--focus")
                                .type(String[].class)
                                .arity("1..*")
                                .paramLabel("FILE")
                                .description("Report only what concerns these files.")
                                .build())
                .addOption(Options.list("--select", "RULE", "Only these rules, by id."))
                .addOption(Options.list("--ignore", "RULE", "All but these rules, by id."))
                .addOption(
                        Options.text(
                                "--fail-on",
                                "LEVEL",
                                "Level that makes the exit status 1: error, warning, note or never;"
                                        + " error when missing."))
                .addOption(
                        Options.flag(
                                "--show-discharged", "Show what a setting or guard makes right."))
                .addOption(
                        Options.flag(
                                "--strict", "Exit with 2 when something could not be analysed."))
                .addOption(
                        OptionSpec.builder("--jobs")
                                .type(Integer.class)
                                .paramLabel("N")
                                .description(
                                        "Threads; as many as there are processors when missing.")
                                .build())
                .addOption(Options.colour());
    }

    @Override
    public int run(ParseResult arguments, Supplier<Engine> engines, Console console)
            throws IOException {
        Optional<Level> failOn = failOn(arguments);
        ReportFormat format = format(arguments, console);
        DirectoryWorkspace workspace = Options.workspace(arguments, console);
        Engine engine = engines.get();
        Request request = request(arguments, engine.knowledge(), workspace, console);
        Report report = engine.check(workspace, request);
        Optional<String> output =
                Optional.ofNullable(arguments.matchedOptionValue("--output", null));
        if (output.isPresent()) {
            OutputFile.write(Options.path(output.get(), console), out -> format.write(report, out));
        } else {
            format.write(report, console.out());
        }
        if (Options.isSet(arguments, "--strict") && !report.notifications().isEmpty()) {
            return Exit.FAILED;
        }
        Summary summary = Summary.of(report);
        boolean fails = failOn.map(level -> summary.atLeast(level) > 0).orElse(false);
        return fails ? Exit.FINDINGS : Exit.CLEAN;
    }

    private static Optional<Level> failOn(ParseResult arguments) {
        return switch (Options.oneOf(arguments, "--fail-on", FAIL_ON, "error")) {
            case "error" -> Optional.of(Level.ERROR);
            case "warning" -> Optional.of(Level.WARNING);
            case "note" -> Optional.of(Level.NOTE);
            default -> Optional.empty();
        };
    }

    private static ReportFormat format(ParseResult arguments, Console console) {
        boolean toFile = arguments.hasMatchedOption("--output");
        boolean chosen = arguments.hasMatchedOption("--color");
        Style style = Options.style(arguments, console);
        return switch (Options.oneOf(arguments, "--format", FORMATS, "text")) {
            case "sarif" -> new SarifReport(Version.current());
            case "json" -> new JsonReport();
            case "github" -> new GithubReport();
            case "junit" -> new JunitReport();
            case "gitlab" -> new GitlabReport();
            case "markdown" -> new MarkdownReport();
            case "slack" -> new SlackReport();
            default -> new TextReport(toFile && !chosen ? Style.PLAIN : style);
        };
    }

    private static Request request(
            ParseResult arguments,
            Knowledge knowledge,
            DirectoryWorkspace workspace,
            Console console) {
        Integer jobs =
                arguments.matchedOptionValue("--jobs", Runtime.getRuntime().availableProcessors());
        if (jobs < 1) {
            throw new UsageException("--jobs takes a number from 1.");
        }
        return new Request(
                platform(arguments, knowledge),
                Options.all(arguments, "--focus").stream()
                        .map(file -> Focus.path(file, workspace.root(), console))
                        .toList(),
                rules(arguments, "--select", knowledge),
                rules(arguments, "--ignore", knowledge),
                Options.isSet(arguments, "--show-discharged"),
                jobs);
    }

    private static Optional<String> platform(ParseResult arguments, Knowledge knowledge) {
        Set<String> hosts =
                knowledge.platforms().entrySet().stream()
                        .filter(entry -> entry.getValue().kind() == Platform.Kind.HOST)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toCollection(TreeSet::new));
        return Optional.ofNullable(arguments.<String>matchedOptionValue("--platform", null))
                .map(id -> Nearest.require("platform", id, hosts));
    }

    private static Set<String> rules(ParseResult arguments, String option, Knowledge knowledge) {
        Set<String> known = new TreeSet<>(knowledge.features().keySet());
        known.addAll(knowledge.contracts().keySet());
        Set<String> rules = new LinkedHashSet<>();
        for (String rule : Options.all(arguments, option)) {
            rules.add(Nearest.require("rule", rule.strip(), known));
        }
        return rules;
    }
}
