package dev.dovetail.cli;

import dev.dovetail.policy.Policy;
import dev.dovetail.policy.PolicyFile;
import dev.dovetail.report.Report;
import dev.dovetail.report.StarterSettings;
import dev.dovetail.report.UnitDescription;
import dev.dovetail.workspace.DirectoryWorkspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code dovetail init}: writes a {@code dovetail.yaml} from what is seen. */
final class InitCommand implements Command {

    @Override
    public CommandSpec spec() {
        return CommandSpec.create().addPositional(Options.path());
    }

    @Override
    public int run(ParseResult arguments, Supplier<Engine> engines, Console console)
            throws IOException {
        DirectoryWorkspace workspace = Options.workspace(arguments, console);
        Path file = workspace.root().resolve(PolicyFile.NAME);
        if (Files.exists(file)) {
            throw new UsageException(
                    PolicyFile.NAME + " is there already; it is not written over.");
        }
        Engine engine = engines.get();
        Request all = Request.all(engine::knowledge, Policy.NONE);
        List<UnitDescription> units = engine.units(workspace, all);
        Report report = engine.check(workspace, all);
        String text = StarterSettings.of(units, report);
        OutputFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        console.out().print("%s is written; read its comments.\n".formatted(PolicyFile.NAME));
        return Exit.CLEAN;
    }
}
