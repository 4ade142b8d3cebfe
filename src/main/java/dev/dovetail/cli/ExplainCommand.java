package dev.dovetail.cli;

import dev.dovetail.knowledge.Knowledge;
import dev.dovetail.knowledge.Rule;
import dev.dovetail.report.PageText;
import dev.dovetail.report.Style;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code dovetail explain}: a rule's page. */
final class ExplainCommand implements Command {

    @Override
    public CommandSpec spec() {
        return CommandSpec.create()
                .addPositional(
                        Options.word("RULE", "Id of a rule; `dovetail rules` lists them."))
                .addOption(Options.colour());
    }

    @Override
    public int run(ParseResult arguments, Supplier<Engine> engine, Console console) {
        Style style = Options.style(arguments, console);
        Knowledge knowledge = engine.get().knowledge();
        Set<String> known = new TreeSet<>(knowledge.features().keySet());
        known.addAll(knowledge.contracts().keySet());
        String id = Nearest.require("rule", arguments.matchedPositionalValue(0, ""), known);
        Rule rule = knowledge.rule(id).orElseThrow();
        console.out().print(new PageText(style).of(rule));
        return Exit.CLEAN;
    }
}
