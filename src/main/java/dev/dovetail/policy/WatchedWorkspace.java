package dev.dovetail.policy;

import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A workspace that keeps the texts in which somebody suppresses findings, as they are read: so that
 * comments count in what was analysed and nowhere else, and nothing is read twice.
 */
public final class WatchedWorkspace implements Workspace {

    private final Workspace watched;
    private final Map<String, String> marked = new ConcurrentHashMap<>();

    public WatchedWorkspace(Workspace watched) {
        this.watched = watched;
    }

    /** The texts read so far that hold such a comment, in path order. */
    public Map<String, String> marked() {
        return new TreeMap<>(marked);
    }

    @Override
    public List<String> files() {
        return watched.files();
    }

    @Override
    public boolean has(String path) {
        return watched.has(path);
    }

    @Override
    public boolean hasFolder(String path) {
        return watched.hasFolder(path);
    }

    @Override
    public List<String> filesUnder(String path) {
        return watched.filesUnder(path);
    }

    @Override
    public Optional<String> read(String path) {
        Optional<String> text = watched.read(path);
        if (text.isPresent() && text.get().contains(SuppressionComments.MARK)) {
            marked.put(path, text.get());
        }
        return text;
    }

    @Override
    public List<Notification> notifications() {
        return watched.notifications();
    }
}
