package dev.dovetail.lsp.live;

import dev.dovetail.workspace.DirectoryWorkspace;
import dev.dovetail.workspace.FileTree;
import dev.dovetail.workspace.Limits;
import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Workspace;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/** A folder on disk with the files that are open in the editor laid over it. */
final class OverlaidWorkspace implements Workspace {

    private final DiskTexts disk;
    private final Map<String, String> open;
    private final BooleanSupplier cancelled;
    private final FileTree tree;
    private final Map<String, Optional<String>> given = new ConcurrentHashMap<>();
    private volatile boolean finished;

    /**
     * A workspace whose open files do not change any more.
     *
     * @param open texts by path
     * @param cancelled whether to throw {@link CancellationException} at the next question
     */
    OverlaidWorkspace(DiskTexts disk, Map<String, String> open, BooleanSupplier cancelled) {
        this.disk = disk;
        this.open = Map.copyOf(open);
        this.cancelled = cancelled;
        this.tree = treeOf(disk.folder(), open.keySet());
    }

    private static FileTree treeOf(DirectoryWorkspace folder, Set<String> open) {
        // One that is on disk and was not listed is ignored, as is one in a folder that was not.
        List<String> unsaved =
                open.stream()
                        .filter(path -> !folder.has(path))
                        .filter(path -> folder.hasFolder(Paths.parent(path)))
                        .filter(path -> !Files.exists(folder.root().resolve(path)))
                        .toList();
        if (unsaved.isEmpty()) {
            return folder.tree();
        }
        TreeSet<String> all = new TreeSet<>(folder.files());
        all.addAll(unsaved);
        return new FileTree(List.copyOf(all));
    }

    @Override
    public List<String> files() {
        goOn();
        return tree.files();
    }

    @Override
    public boolean has(String path) {
        goOn();
        return tree.has(path);
    }

    @Override
    public boolean hasFolder(String path) {
        goOn();
        return tree.hasFolder(path);
    }

    @Override
    public List<String> filesUnder(String path) {
        goOn();
        return tree.filesUnder(path);
    }

    @Override
    public OptionalLong size(String path) {
        goOn();
        return disk.folder().size(path);
    }

    @Override
    public Optional<String> read(String path) {
        goOn();
        Optional<String> text = text(path);
        if (!finished) {
            given.put(path, text);
        }
        return text;
    }

    private Optional<String> text(String path) {
        String edited = tree.has(path) ? open.get(path) : null;
        if (edited == null) {
            return disk.text(path);
        }
        return edited.length() > Limits.FILE_BYTES ? Optional.empty() : Optional.of(edited);
    }

    /** Whether there are the same files. */
    boolean hasFilesOf(OverlaidWorkspace before) {
        return tree.files().equals(before.tree.files());
    }

    /** The files that an analysis of {@code before} read and that hold something else now. */
    Set<String> changedSince(OverlaidWorkspace before) {
        Set<String> changed = new TreeSet<>();
        before.given.forEach(
                (path, text) -> {
                    if (!text(path).equals(text)) {
                        changed.add(path);
                    }
                });
        return changed;
    }

    /** What was found out rests on what was read before, too. */
    void restsOn(OverlaidWorkspace before) {
        before.given.keySet().forEach(path -> given.computeIfAbsent(path, this::text));
    }

    @Override
    public List<Notification> notifications() {
        return disk.folder().notifications();
    }

    /** The analysis is over: from now on every question is answered, and none is remembered. */
    void finish() {
        finished = true;
    }

    private void goOn() {
        if (!finished && cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
    }
}
