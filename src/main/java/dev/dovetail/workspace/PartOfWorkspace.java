package dev.dovetail.workspace;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** A workspace without some of its files, as if they were not there. */
public final class PartOfWorkspace implements Workspace {

    private final Workspace whole;
    private final List<String> files;
    private final Set<String> names;

    /** @param kept which files there are */
    public PartOfWorkspace(Workspace whole, Predicate<String> kept) {
        this.whole = whole;
        this.files = whole.files().stream().filter(kept).toList();
        this.names = new HashSet<>(files);
    }

    @Override
    public List<String> files() {
        return files;
    }

    @Override
    public boolean has(String path) {
        return names.contains(path);
    }

    @Override
    public boolean hasFolder(String path) {
        return !filesUnder(path).isEmpty();
    }

    @Override
    public List<String> filesUnder(String path) {
        return path.isEmpty()
                ? files
                : files.stream().filter(file -> file.startsWith(path + "/")).toList();
    }

    @Override
    public Optional<String> read(String path) {
        return has(path) ? whole.read(path) : Optional.empty();
    }

    @Override
    public List<Notification> notifications() {
        return whole.notifications();
    }
}
