package dev.dovetail.cli;

import dev.dovetail.engine.Fixture;
import dev.dovetail.knowledge.Knowledge;
import dev.dovetail.policy.Policy;
import dev.dovetail.report.Style;
import dev.dovetail.workspace.DirectoryWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code dovetail test}: the fixtures of a user's own rules, which lie in {@code
 * fixtures/<rule>/<case>/} of their folder.
 */
final class TestCommand implements Command {

    private static final String FIXTURES = "fixtures";

    @Override
    public CommandSpec spec() {
        return CommandSpec.create()
                .addPositional(Options.path())
                .addOption(Settings.option())
                .addOption(Options.colour());
    }

    @Override
    public int run(ParseResult arguments, Supplier<Engine> engines, Console console)
            throws IOException {
        DirectoryWorkspace workspace = Options.workspace(arguments, console);
        Engine engine = engines.get();
        Settings settings = Settings.of(arguments, workspace, engine, console);
        Policy.Said own =
                settings.policy()
                        .ownRules()
                        .orElseThrow(
                                () ->
                                        new UsageException(
                                                "There are no rules to test: name their folder with"
                                                    + " `own-rules` in dovetail.yaml."));
        Path folder = settings.folder().resolve(own.text()).resolve(FIXTURES).normalize();
        if (!Files.isDirectory(folder)) {
            throw new UsageException(
                    "There is no folder '%s/%s' with projects to test the rules on."
                            .formatted(own.text(), FIXTURES));
        }
        Style style = Options.style(arguments, console);
        Knowledge knowledge = settings.knowledge().get();
        Set<String> rules = new TreeSet<>(knowledge.ruleIds());
        rules.removeAll(new HashSet<>(engine.knowledge().ruleIds()));
        int passed = 0;
        int failed = 0;
        for (Path rule : folders(folder)) {
            String id = Nearest.require("rule of your own", name(rule), rules);
            for (Path project : folders(rule)) {
                Fixture fixture =
                        Fixture.of(
                                DirectoryWorkspace.open(project),
                                knowledge,
                                rules,
                                console.today().toString());
                if (fixture.passes()) {
                    passed++;
                } else {
                    failed++;
                }
                print(id + "/" + name(project), fixture, style, console);
            }
        }
        for (String rule : rules) {
            if (!Files.isDirectory(folder.resolve(rule)) && knowledge.features().containsKey(rule)) {
                console.out().print("%s has no fixtures\n".formatted(rule));
            }
        }
        console.out()
                .print(
                        "%d passed, %d failed\n".formatted(passed, failed));
        return failed > 0 ? Exit.FINDINGS : Exit.CLEAN;
    }

    private static void print(String name, Fixture fixture, Style style, Console console) {
        console.out()
                .print(
                        "%s %s\n"
                                .formatted(
                                        fixture.passes()
                                                ? style.good("ok  ")
                                                : style.strong("FAIL"),
                                        name));
        for (String missed : fixture.missed()) {
            console.out().print("     expected, not found: %s\n".formatted(missed));
        }
        for (String wrong : fixture.wrong()) {
            console.out().print("     found, not expected: %s\n".formatted(wrong));
        }
    }

    private static List<Path> folders(Path folder) throws IOException {
        try (Stream<Path> inner = Files.list(folder)) {
            return inner.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
