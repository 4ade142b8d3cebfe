package dev.dovetail.robustness;

import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.Workspace;
import java.util.List;
import java.util.Optional;

/**
 * A workspace in which one file is another, or gone.
 *
 * @param text what the file holds instead; empty when it is gone
 */
record EditedWorkspace(Workspace whole, String file, Optional<String> text) implements Workspace {

    @Override
    public List<String> files() {
        return whole.files().stream().filter(this::has).toList();
    }

    @Override
    public boolean has(String path) {
        return whole.has(path) && (text.isPresent() || !path.equals(file));
    }

    @Override
    public boolean hasFolder(String path) {
        return files().stream().anyMatch(each -> path.isEmpty() || each.startsWith(path + "/"));
    }

    @Override
    public List<String> filesUnder(String path) {
        return whole.filesUnder(path).stream().filter(this::has).toList();
    }

    @Override
    public Optional<String> read(String path) {
        return path.equals(file) ? text : whole.read(path);
    }

    @Override
    public List<Notification> notifications() {
        return whole.notifications();
    }
}
