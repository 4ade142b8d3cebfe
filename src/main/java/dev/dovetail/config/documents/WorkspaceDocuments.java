package dev.dovetail.config.documents;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Documents;
import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** The documents of a workspace, each parsed when first asked for, and once. */
public final class WorkspaceDocuments implements Documents {

    private final Workspace workspace;
    private final Map<String, List<ConfigNode>> parsed = new ConcurrentHashMap<>();
    private final ConcurrentSkipListSet<Notification> notifications =
            new ConcurrentSkipListSet<>();

    public WorkspaceDocuments(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public List<ConfigNode> read(String path) {
        return parsed.computeIfAbsent(path, this::parse);
    }

    @Override
    public List<Notification> notifications() {
        return List.copyOf(notifications);
    }

    private List<ConfigNode> parse(String path) {
        if (!workspace.has(path)) {
            return List.of();
        }
        return workspace.read(path).map(text -> parse(path, text)).orElse(List.of());
    }

    private List<ConfigNode> parse(String path, String text) {
        if (path.endsWith(".json") || path.endsWith(".jsonc")) {
            return JsonDocuments.parse(path, text, notifications::add);
        }
        return path.endsWith(".toml")
                ? TomlDocuments.parse(path, text, notifications::add)
                : YamlDocuments.parse(path, text, notifications::add);
    }
}
