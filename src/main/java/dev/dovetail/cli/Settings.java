package dev.dovetail.cli;

import dev.dovetail.knowledge.InvalidRules;
import dev.dovetail.knowledge.Knowledge;
import dev.dovetail.policy.InvalidPolicy;
import dev.dovetail.policy.Policy;
import dev.dovetail.policy.PolicyFile;
import dev.dovetail.workspace.DirectoryWorkspace;
import dev.dovetail.workspace.Notification;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
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
                        ? upward(workspace.root())
                        : Optional.of(Options.path(given, console).toAbsolutePath().normalize());
        if (file.isEmpty()) {
            return new Settings(Policy.NONE, workspace.root(), engine::knowledge);
        }
        Path folder = file.get().getParent();
        String shown = given == null ? shown(file.get(), workspace.root()) : given;
        if (!Files.isRegularFile(file.get()) || folder == null) {
            throw new UsageException("There is no file '%s'.".formatted(shown));
        }
        try {
            String text = Files.readString(file.get());
            return read(shown, text, folder, workspace.root(), engine);
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
    static Settings read(String shown, String text, Path folder, Path root, Engine engine)
            throws IOException, InvalidPolicy, InvalidRules {
        Policy policy = PolicyFile.read(shown, text).within(inside(folder, root));
        Knowledge knowledge = knowledge(policy, folder, engine);
        List<Notification> unknowns = policy.unknowns(knowledge);
        if (!unknowns.isEmpty()) {
            throw new InvalidPolicy(unknowns);
        }
        return new Settings(policy, folder, () -> knowledge);
    }

    private static Knowledge knowledge(Policy policy, Path folder, Engine engine)
            throws IOException, InvalidPolicy, InvalidRules {
        if (policy.ownRules().isEmpty()) {
            return engine.knowledge();
        }
        Policy.Said own = policy.ownRules().get();
        Path rules = folder.resolve(own.text()).normalize();
        if (!Files.isDirectory(rules)) {
            throw new InvalidPolicy(
                    List.of(
                            new Notification(
                                    Notification.Level.ERROR,
                                    "There is no folder '%s'.".formatted(own.text()),
                                    own.place())));
        }
        return engine.knowledge(rules, own.text());
    }

    /** The file in the workspace's folder or in one above it, not above a repository's root. */
    static Optional<Path> upward(Path root) {
        for (Path folder = root; folder != null; folder = folder.getParent()) {
            Path file = folder.resolve(PolicyFile.NAME);
            if (Files.isRegularFile(file)) {
                return Optional.of(file);
            }
            if (Files.exists(folder.resolve(".git"))) {
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

    private static String inside(Path folder, Path root) throws IOException {
        Path real = folder.toRealPath();
        return root.startsWith(real) ? real.relativize(root).toString().replace('\\', '/') : "";
    }
}
