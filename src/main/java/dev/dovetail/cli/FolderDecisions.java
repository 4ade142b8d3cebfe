package dev.dovetail.cli;

import dev.dovetail.cli.replay.Disk;
import dev.dovetail.knowledge.InvalidRules;
import dev.dovetail.knowledge.Knowledge;
import dev.dovetail.lsp.live.Decisions;
import dev.dovetail.policy.InvalidPolicy;
import dev.dovetail.policy.Policy;
import dev.dovetail.policy.PolicyFile;
import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The {@code dovetail.yaml} of one folder of an editor, read again when it, or the rules that it names,
 * changed. While it cannot be used, what it said before holds.
 */
final class FolderDecisions implements Decisions {

    /** More files than a folder of rules has. */
    private static final int MOST_RULES = 10_000;

    private final Path root;
    private final Engine engine;
    private Decided last;
    private List<Object> lastSaid = List.of();

    /**
     * Decisions that nobody asked for yet.
     *
     * @param root without links
     */
    FolderDecisions(Path root, Engine engine) {
        this.root = root;
        this.engine = engine;
        this.last = new Decided(Policy.NONE, engine.knowledge(), List.of());
    }

    @Override
    public Decided now(Workspace workspace) {
        Optional<Path> file = Settings.upward(root, Disk.forgetful());
        String shown = file.map(path -> Settings.shown(path, root)).orElse(PolicyFile.NAME);
        Optional<String> text = workspace.read(shown).or(() -> file.flatMap(this::onDisk));
        List<Object> said = List.of(shown, text, rulesOf(last.policy(), file));
        if (!said.equals(lastSaid)) {
            last = read(shown, text, file.orElse(root.resolve(shown)));
            lastSaid = List.of(shown, text, rulesOf(last.policy(), file));
        }
        return last;
    }

    private Optional<String> onDisk(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private Decided read(String shown, Optional<String> text, Path file) {
        Path folder = file.getParent();
        if (text.isEmpty() || folder == null) {
            return new Decided(Policy.NONE, engine.knowledge(), List.of());
        }
        try {
            Settings settings = Settings.read(
                            shown, text.get(), folder, root, engine, Disk.forgetful());
            return new Decided(settings.policy(), settings.knowledge().get(), List.of());
        } catch (InvalidPolicy e) {
            return stillHolding(e.errors());
        } catch (InvalidRules | IOException e) {
            return stillHolding(
                    List.of(
                            new Notification(
                                    Notification.Level.ERROR,
                                    "The rules that this names cannot be used. " + e.getMessage(),
                                    Place.startOf(shown))));
        }
    }

    private Decided stillHolding(List<Notification> errors) {
        return new Decided(last.policy(), last.knowledge(), errors);
    }

    /** When each file of the users' own rules was changed last. */
    private static Map<String, Long> rulesOf(Policy policy, Optional<Path> file) {
        Map<String, Long> changed = new TreeMap<>();
        Optional<Path> folder =
                policy.ownRules().flatMap(own -> file.map(path -> path.resolveSibling(own.text())));
        if (folder.isPresent() && Files.isDirectory(folder.get())) {
            try (Stream<Path> files = Files.walk(folder.get())) {
                for (Path each : files.limit(MOST_RULES).toList()) {
                    changed.put(each.toString(), Files.getLastModifiedTime(each).toMillis());
                }
            } catch (IOException gone) {
                return changed;
            }
        }
        return changed;
    }
}
