package dev.dovetail.cli;

import dev.dovetail.report.Mends;
import dev.dovetail.report.Report;
import dev.dovetail.report.UnifiedDiff;
import dev.dovetail.workspace.DirectoryWorkspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code check --fix} and {@code --diff}: the files as fixes make them. */
final class Mending {

    private Mending() {}

    static void addTo(CommandSpec spec) {
        spec.addOption(
                        Options.flag(
                                "--fix", "Mend what can be mended safely, and report the rest."))
                .addOption(
                        Options.flag(
                                "--diff",
                                "Print what --fix would change, as a patch, and change nothing."))
                .addOption(
                        Options.flag(
                                "--unsafe-fixes",
                                "With --fix or --diff: also what somebody should look at, such as"
                                        + " a newer runtime."));
    }

    static boolean isWanted(ParseResult arguments) {
        return Options.isSet(arguments, "--fix");
    }

    static boolean isDiff(ParseResult arguments) {
        return Options.isSet(arguments, "--diff");
    }

    private static Mends mends(ParseResult arguments, Report report) {
        return Mends.of(report, Options.isSet(arguments, "--unsafe-fixes"));
    }

    /** Prints a patch; the exit status says whether there is anything to change. */
    static int diff(ParseResult arguments, Report report, Console console) throws IOException {
        Mends mends = mends(arguments, report);
        for (Map.Entry<String, String> file : mends.texts().entrySet()) {
            String before = report.workspace().read(file.getKey()).orElse("");
            console.out().print(UnifiedDiff.of(file.getKey(), before, file.getValue()));
        }
        return mends.texts().isEmpty() ? Exit.CLEAN : Exit.FINDINGS;
    }

    /** Whether writing the text gives the bytes that were read: no other charset, no mark. */
    private static boolean isPlainUtf8(Path path, String text) throws IOException {
        return Arrays.equals(Files.readAllBytes(path), text.getBytes(StandardCharsets.UTF_8));
    }

    /** Changes the files; how many. */
    static int apply(ParseResult arguments, Report report, DirectoryWorkspace workspace)
            throws IOException {
        Mends mends = mends(arguments, report);
        int files = 0;
        for (Map.Entry<String, String> file : mends.texts().entrySet()) {
            Path path = workspace.root().resolve(file.getKey());
            // A link may lead anywhere; what it leads to is mended under its own name.
            if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                    && isPlainUtf8(path, workspace.read(file.getKey()).orElse(""))) {
                Files.writeString(path, file.getValue());
                files++;
            }
        }
        return files;
    }
}
