package dev.dovetail.cli;

import dev.dovetail.knowledge.Knowledge;
import dev.dovetail.knowledge.Level;
import dev.dovetail.policy.Policy;
import dev.dovetail.report.Baseline;
import dev.dovetail.report.Report;
import dev.dovetail.report.Style;
import dev.dovetail.report.Summary;
import dev.dovetail.report.UnitsText;
import dev.dovetail.workspace.DirectoryWorkspace;
import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.RevisionWorkspace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code dovetail check}: findings, in a format of choice. */
final class CheckCommand implements Command {

    private static final List<String> FAIL_ON = List.of("error", "warning", "note", "never");

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                CommandSpec.create()
                        .addPositional(Options.path())
                        .addOption(
                                Options.text(
                                        "--platform", "ID", "Host of code that no config aims."));
        Formats.addTo(spec);
        spec.addOption(
                        OptionSpec.builder("--focus")
                                .type(String[].class)
                                .arity("1..*")
                                .paramLabel("FILE")
                                .description(
                                        "Report only what concerns these files and folders; all"
                                                + " is still analysed.")
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
                        Options.text(
                                "--baseline",
                                "FILE",
                                "Leave out what this file of `dovetail baseline` knows."))
                .addOption(
                        Options.text(
                                "--since",
                                "REV",
                                "Leave out what this git revision has too."))
                .addOption(Settings.option())
                .addOption(
                        Options.flag(
                                "--show-discharged", "Show what a setting or guard makes right."))
                .addOption(
                        Options.flag(
                                "--strict", "Exit with 2 when something could not be analysed."))
                .addOption(Options.flag("--quiet", "Print nothing when there is nothing to say."))
                .addOption(
                        Options.flag(
                                "--verbose",
                                "Say on standard error what was understood: each unit, and what is"
                                        + " unknown and why."))
                .addOption(
                        OptionSpec.builder("--jobs")
                                .type(Integer.class)
                                .paramLabel("N")
                                .description(
                                        "Threads; as many as there are processors when missing.")
                                .build())
                .addOption(Options.colour());
        Memory.addTo(spec);
        Mending.addTo(spec);
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Supplier<Engine> engines, Console console)
            throws IOException {
        List<Formats.Target> targets = Formats.of(arguments, console);
        // Before anything is read: a word that is none is said at once.
        failOn(arguments, Policy.NONE);
        DirectoryWorkspace workspace = Options.workspace(arguments, console);
        Engine engine = engines.get();
        Settings settings = Settings.of(arguments, workspace, engine, console);
        Optional<Level> failOn = failOn(arguments, settings.policy());
        Request request = request(arguments, settings, workspace, console);
        Request asked = known(arguments, request, engine, workspace, console);
        boolean quiet = Options.isSet(arguments, "--quiet");
        Report report = check(engine, workspace, asked, console.isTerminal() && !quiet, console);
        if (Options.isSet(arguments, "--verbose")) {
            console.err()
                    .print(new UnitsText(Style.PLAIN).of(engine.units(workspace, asked)));
        }
        if (Mending.isDiff(arguments)) {
            return Mending.diff(arguments, report, console);
        }
        if (Mending.isWanted(arguments)) {
            int changed = Mending.apply(arguments, report, workspace);
            int before = report.open().size();
            report = changed == 0 ? report : engine.check(workspace, asked);
            console.err()
                    .print(
                            "dovetail: %d findings mended in %d files.\n"
                                    .formatted(before - report.open().size(), changed));
        }
        Summary summary = Summary.of(report);
        boolean silent =
                quiet
                        && summary.atLeast(Level.NOTE) == 0
                        && report.notifications().isEmpty();
        for (Formats.Target target : targets) {
            write(report, target, silent, console);
        }
        Memory.keep(request.summaries(), arguments.originalArgs(), console);
        boolean lost = report.notifications().stream().anyMatch(Notification::isLoss);
        if (Options.isSet(arguments, "--strict") && lost) {
            return Exit.FAILED;
        }
        boolean fails = failOn.map(level -> summary.atLeast(level) > 0).orElse(false);
        return fails ? Exit.FINDINGS : Exit.CLEAN;
    }

    private static Report check(
            Engine engine,
            DirectoryWorkspace workspace,
            Request request,
            boolean showsProgress,
            Console console) {
        if (!showsProgress) {
            return engine.check(workspace, request);
        }
        try (Progress progress = new Progress(workspace, console.screen())) {
            return engine.check(progress.observed(), request);
        }
    }

    private static void write(
            Report report, Formats.Target target, boolean silent, Console console)
            throws IOException {
        if (target.file().isPresent()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            target.format().write(report, bytes);
            Path file = Options.path(target.file().get(), console);
            OutputFile.write(file, bytes::writeTo);
            console.disk().hasWritten(file, bytes.toByteArray());
        } else if (!silent) {
            target.format().write(report, console.out());
        }
    }

    /** The request without what a baseline or a revision has already. */
    private static Request known(
            ParseResult arguments,
            Request request,
            Engine engine,
            DirectoryWorkspace workspace,
            Console console)
            throws IOException {
        String file = arguments.matchedOptionValue("--baseline", null);
        String revision = arguments.matchedOptionValue("--since", null);
        if (file != null && revision != null) {
            throw new UsageException("--baseline and --since cannot be used together.");
        }
        if (file != null) {
            return request.against(baseline(file, console));
        }
        if (revision == null) {
            return request;
        }
        console.disk().cannotBeRepeated();
        try (RevisionWorkspace then = RevisionWorkspace.open(workspace.root(), revision)) {
            return request.against(
                    Baseline.of(revision, engine.check(then, request.withoutBaseline())));
        } catch (RevisionWorkspace.NoRevision e) {
            throw new UsageException("--since cannot be used: %s.".formatted(e.getMessage()));
        }
    }

    private static Baseline baseline(String file, Console console) throws IOException {
        Path path = Options.path(file, console);
        if (!console.disk().isFile(path)) {
            throw new UsageException(
                    "There is no file '%s'; `dovetail baseline` writes one.".formatted(file));
        }
        try {
            return Baseline.read(file, console.disk().text(path));
        } catch (IOException e) {
            throw new UsageException(
                    "'%s' cannot be used: %s. `dovetail baseline` writes it anew."
                            .formatted(file, String.valueOf(e.getMessage()).lines().findFirst().orElse("")));
        }
    }

    private static Optional<Level> failOn(ParseResult arguments, Policy policy) {
        String otherwise = policy.failOn().orElse("error");
        return switch (Options.oneOf(arguments, "--fail-on", FAIL_ON, otherwise)) {
            case "error" -> Optional.of(Level.ERROR);
            case "warning" -> Optional.of(Level.WARNING);
            case "note" -> Optional.of(Level.NOTE);
            default -> Optional.empty();
        };
    }

    private static Request request(
            ParseResult arguments,
            Settings settings,
            DirectoryWorkspace workspace,
            Console console) {
        Supplier<Knowledge> knowledge = settings.knowledge();
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
                knowledge,
                settings.policy(),
                Optional.empty(),
                jobs,
                Memory.summaries(arguments.originalArgs(), workspace.root(), console));
    }

    private static Optional<String> platform(
            ParseResult arguments, Supplier<Knowledge> knowledge) {
        return Optional.ofNullable(arguments.<String>matchedOptionValue("--platform", null))
                .map(id -> Nearest.require("platform", id, Options.hosts(knowledge.get())));
    }

    private static Set<String> rules(
            ParseResult arguments, String option, Supplier<Knowledge> knowledge) {
        Set<String> rules = new LinkedHashSet<>();
        for (String rule : Options.all(arguments, option)) {
            rules.add(Nearest.require("rule", rule.strip(), knowledge.get().ruleIds()));
        }
        return rules;
    }
}
