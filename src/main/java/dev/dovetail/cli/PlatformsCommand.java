package dev.dovetail.cli;

import dev.dovetail.knowledge.Knowledge;
import dev.dovetail.report.PlatformText;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code dovetail platforms}: all platforms, or what is known of one. */
final class PlatformsCommand implements Command {

    @Override
    public CommandSpec spec() {
        return CommandSpec.create()
                .addPositional(
                        Options.optionalWord("ID", "Id of a platform; all are listed when missing."))
                .addOption(Options.colour());
    }

    @Override
    public int run(ParseResult arguments, Supplier<Engine> engine, Console console) {
        PlatformText text = new PlatformText(Options.style(arguments, console), console.today());
        Knowledge knowledge = engine.get().knowledge();
        Optional<String> id =
                Optional.ofNullable(arguments.<String>matchedPositionalValue(0, null));
        if (id.isPresent()) {
            String known = Nearest.require("platform", id.get(), knowledge.platforms().keySet());
            console.out()
                    .print(text.page(Objects.requireNonNull(knowledge.platforms().get(known))));
        } else {
            new TreeMap<>(knowledge.platforms())
                    .values()
                    .forEach(platform -> console.out().print(text.line(platform)));
        }
        return Exit.CLEAN;
    }
}
