package dev.dovetail.workspace;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A workspace whose readings somebody looks at. */
public final class ObservedWorkspace implements Workspace {

    /** Told of every reading, by the thread that reads. */
    public interface Observer {

        /** @param text what the file holds; empty when it cannot be read */
        void hasRead(String path, Optional<String> text);
    }

    private final Workspace workspace;
    private final Observer observer;

    public ObservedWorkspace(Workspace workspace, Observer observer) {
        this.workspace = workspace;
        this.observer = observer;
    }

    @Override
    public List<String> files() {
        return workspace.files();
    }

    @Override
    public boolean has(String path) {
        return workspace.has(path);
    }

    @Override
    public boolean hasFolder(String path) {
        return workspace.hasFolder(path);
    }

    @Override
    public List<String> filesUnder(String path) {
        return workspace.filesUnder(path);
    }

    @Override
    public Optional<String> read(String path) {
        Optional<String> text = workspace.read(path);
        observer.hasRead(path, text);
        return text;
    }

    @Override
    public OptionalLong size(String path) {
        return workspace.size(path);
    }

    @Override
    public List<Notification> notifications() {
        return workspace.notifications();
    }
}
