package dev.dovetail.workspace;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** A workspace without some of its files, as if they were not there. */
public final class PartOfWorkspace implements Workspace {

    private final Workspace whole;
    private final FileTree tree;

    /** @param kept which files there are */
    public PartOfWorkspace(Workspace whole, Predicate<String> kept) {
        this.whole = whole;
        this.tree = new FileTree(whole.files().stream().filter(kept).toList());
    }

    @Override
    public List<String> files() {
        return tree.files();
    }

    @Override
    public boolean has(String path) {
        return tree.has(path);
    }

    @Override
    public boolean hasFolder(String path) {
        return tree.hasFolder(path);
    }

    @Override
    public List<String> filesUnder(String path) {
        return tree.filesUnder(path);
    }

    @Override
    public Optional<String> read(String path) {
        return has(path) ? whole.read(path) : Optional.empty();
    }

    @Override
    public OptionalLong size(String path) {
        return has(path) ? whole.size(path) : OptionalLong.empty();
    }

    @Override
    public List<Notification> notifications() {
        return whole.notifications();
    }
}
