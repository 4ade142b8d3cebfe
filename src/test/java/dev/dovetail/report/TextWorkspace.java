package dev.dovetail.report;

import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A workspace of texts in memory. */
record TextWorkspace(TreeMap<String, String> texts) implements Workspace {

    static TextWorkspace of(Map<String, String> texts) {
        return new TextWorkspace(new TreeMap<>(texts));
    }

    @Override
    public List<String> files() {
        return List.copyOf(texts.keySet());
    }

    @Override
    public boolean has(String path) {
        return texts.containsKey(path);
    }

    @Override
    public boolean hasFolder(String path) {
        return !filesUnder(path).isEmpty();
    }

    @Override
    public List<String> filesUnder(String path) {
        return files().stream().filter(file -> file.startsWith(path)).toList();
    }

    @Override
    public Optional<String> read(String path) {
        return Optional.ofNullable(texts.get(path));
    }

    @Override
    public List<Notification> notifications() {
        return List.of();
    }
}
