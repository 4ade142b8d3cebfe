package dev.dovetail.cli;

import dev.dovetail.cli.replay.Disk;
import dev.dovetail.knowledge.InvalidRules;
import dev.dovetail.knowledge.Knowledge;
import dev.dovetail.policy.InvalidPolicy;
import dev.dovetail.policy.Policy;
import dev.dovetail.policy.PolicyFile;
import dev.dovetail.workspace.DirectoryWorkspace;
import dev.dovetail.workspace.Notification;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * The user's {@code dovetail.yaml}, and the knowledge with the rules that it adds.
 *
 * @param folder that paths in it start from
 * @param knowledge may still be loading where there is no such file
 */
record Settings(Policy policy, Path folder, Supplier<Knowledge> knowledge) {

    private static final String OPTION = "--config";

    static OptionSpec option() {
        return Options.text(
                OPTION,
                "FILE",
                "Settings; dovetail.yaml in the folder or one above it, up to the root of the"
                        + " repository, when missing.");
    }

    /**
     * The settings for a workspace.
     *
     * @throws UsageException with every error of the file, each with its line
     */
    static Settings of(
            ParseResult arguments, DirectoryWorkspace workspace, Engine engine, Console console)
            throws IOException {
        String given = arguments.matchedOptionValue(OPTION, null);
        Optional<Path> file =
                given == null
                        ? upward(workspace.root(), console.disk())
                        : Optional.of(Options.path(given, console).toAbsolutePath().normalize());
        if (file.isEmpty()) {
            return new Settings(Policy.NONE, workspace.root(), engine::knowledge);
        }
        Path folder = file.get().getParent();
        String shown = given == null ? shown(file.get(), workspace.root()) : given;
        if (!console.disk().isFile(file.get()) || folder == null) {
            throw new UsageException("There is no file '%s'.".formatted(shown));
        }
        try {
            String text = console.disk().text(file.get());
            return read(shown, text, folder, workspace.root(), engine, console.disk());
        } catch (CharacterCodingException e) {
            throw new UsageException(shown + " is no UTF-8.");
        } catch (InvalidPolicy | InvalidRules e) {
            throw new UsageException("the settings cannot be used.\n" + e.getMessage());
        }
    }

    /**
     * The settings that a text holds.
     *
     * @param shown the file's name in errors
     * @param folder that the file lies in
     * @param root of the workspace, without links
     */
    static Settings read(
            String shown, String text, Path folder, Path root, Engine engine, Disk disk)
            throws IOException, InvalidPolicy, InvalidRules {
        Policy policy = PolicyFile.read(shown, text).within(inside(folder, root, disk));
        Knowledge knowledge = knowledge(policy, folder, engine, disk);
        List<Notification> unknowns = policy.unknowns(knowledge);
        if (!unknowns.isEmpty()) {
            throw new InvalidPolicy(unknowns);
        }
        return new Settings(policy, folder, () -> knowledge);
    }

    private static Knowledge knowledge(Policy policy, Path folder, Engine engine, Disk disk)
            throws IOException, InvalidPolicy, InvalidRules {
        if (policy.ownRules().isEmpty()) {
            return engine.knowledge();
        }
        Policy.Said own = policy.ownRules().get();
        Path rules = folder.resolve(own.text()).normalize();
        if (!disk.isFolder(rules)) {
            throw new InvalidPolicy(
                    List.of(
                            new Notification(
                                    Notification.Level.ERROR,
                                    "There is no folder '%s'.".formatted(own.text()),
                                    own.place())));
        }
        disk.hasRules(rules);
        Knowledge knowledge = engine.knowledge(rules, own.text());
        disk.hasRules(rules);
        return knowledge;
    }

    /** The file in the workspace's folder or in one above it, not above a repository's root. */
    static Optional<Path> upward(Path root, Disk disk) {
        for (Path folder = root; folder != null; folder = folder.getParent()) {
            Path file = folder.resolve(PolicyFile.NAME);
            if (disk.isFile(file)) {
                return Optional.of(file);
            }
            if (disk.exists(folder.resolve(".git"))) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    static String shown(Path file, Path root) {
        return file.startsWith(root)
                ? root.relativize(file).toString().replace('\\', '/')
                : file.toString();
    }

    private static String inside(Path folder, Path root, Disk disk) throws IOException {
        Path real = disk.real(folder);
        return root.startsWith(real) ? real.relativize(root).toString().replace('\\', '/') : "";
    }
}
