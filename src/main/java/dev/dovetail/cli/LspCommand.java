package dev.dovetail.cli;

import dev.dovetail.knowledge.Knowledge;
import dev.dovetail.lsp.LanguageServerProcess;
import dev.dovetail.lsp.live.EngineChecker;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code dovetail lsp}: a language server for editors. */
final class LspCommand implements Command {

    @Override
    public CommandSpec spec() {
        return CommandSpec.create()
                .addOption(
                        Options.flag("--stdio", "Speak over standard input and output: the only way."));
    }

    @Override
    public int run(ParseResult arguments, Supplier<Engine> engine, Console console) {
        Knowledge knowledge = engine.get().knowledge();
        return LanguageServerProcess.run(
                console.in(),
                console.out(),
                knowledge,
                () -> new EngineChecker(knowledge, () -> Main.today().toString()),
                Version.current());
    }
}
