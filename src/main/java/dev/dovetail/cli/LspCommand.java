package dev.dovetail.cli;

import dev.dovetail.lsp.LanguageServerProcess;
import dev.dovetail.lsp.live.Checker;
import dev.dovetail.lsp.live.EngineChecker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code dovetail lsp}: a language server for editors. */
final class LspCommand implements Command {

    @Override
    public CommandSpec spec() {
        return CommandSpec.create()
                .addOption(
                        Options.flag(
                                "--stdio", "Speak over standard input and output: the only way."));
    }

    @Override
    public int run(ParseResult arguments, Supplier<Engine> engine, Console console) {
        return LanguageServerProcess.run(
                console.in(),
                console.out(),
                folder -> checker(folder, engine.get()),
                Version.current());
    }

    private static Checker checker(Path folder, Engine engine) {
        return new EngineChecker(
                new FolderDecisions(withoutLinks(folder), engine), () -> Main.today().toString());
    }

    private static Path withoutLinks(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException notThere) {
            return folder;
        }
    }
}
