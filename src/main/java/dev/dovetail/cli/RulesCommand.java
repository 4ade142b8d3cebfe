package dev.dovetail.cli;

import dev.dovetail.knowledge.Knowledge;
import dev.dovetail.knowledge.Rule;
import dev.dovetail.report.Style;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code dovetail rules}: id, level and title of every rule. */
final class RulesCommand implements Command {

    @Override
    public CommandSpec spec() {
        return CommandSpec.create().addOption(Options.colour());
    }

    @Override
    public int run(ParseResult arguments, Supplier<Engine> engine, Console console) {
        Style style = Options.style(arguments, console);
        Knowledge knowledge = engine.get().knowledge();
        Map<String, Rule> rules = new TreeMap<>(knowledge.features());
        rules.putAll(knowledge.contracts());
        int width = rules.keySet().stream().mapToInt(String::length).max().orElse(0);
        for (Rule rule : rules.values()) {
            String level = "%-7s".formatted(rule.words().level().id());
            console.out()
                    .print(
                            "%s  %s  %s\n"
                                    .formatted(
                                            rule.id() + " ".repeat(width - rule.id().length()),
                                            style.of(rule.words().level(), level),
                                            rule.words().title()));
        }
        return Exit.CLEAN;
    }
}
