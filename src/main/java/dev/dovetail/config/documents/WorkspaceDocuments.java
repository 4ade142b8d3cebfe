package dev.dovetail.config.documents;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Documents;
import dev.dovetail.config.SourceCall;
import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** The documents of a workspace, each parsed when first asked for, and once. */
public final class WorkspaceDocuments implements Documents {

    /** Reads documents that are written in a programming language. */
    public interface SourceDocuments {
        /** The document that a file exports; empty when it exports none. */
        Optional<ConfigNode> read(String path);

        /** What a file exports under a name. */
        default Optional<ConfigNode> exported(String path, String name) {
            return Optional.empty();
        }

        /** What a file calls. */
        default List<SourceCall> calls(String path) {
            return List.of();
        }

        /** What a file imports of the workspace. */
        default List<String> imports(String path) {
            return List.of();
        }
    }

    /** Extensions of files that are read as source. */
    private static final Set<String> SOURCE = Set.of("ts", "mts", "cts", "js", "mjs", "cjs");

    private final Workspace workspace;
    private final SourceDocuments source;
    private final Map<String, List<ConfigNode>> parsed = new ConcurrentHashMap<>();
    private final ConcurrentSkipListSet<Notification> notifications =
            new ConcurrentSkipListSet<>();

    /** Files that are no YAML because a template engine's marks stand in them. */
    private final ConcurrentSkipListSet<String> templates = new ConcurrentSkipListSet<>();

    /** Documents of a workspace whose config in source is not read. */
    public WorkspaceDocuments(Workspace workspace) {
        this(workspace, path -> Optional.empty());
    }

    public WorkspaceDocuments(Workspace workspace, SourceDocuments source) {
        this.workspace = workspace;
        this.source = source;
    }

    @Override
    public List<ConfigNode> read(String path) {
        List<ConfigNode> known = parsed.get(path);
        if (known != null) {
            return known;
        }
        // Not within the map: to parse one document, others may have to be read.
        List<ConfigNode> read = parse(path);
        List<ConfigNode> earlier = parsed.putIfAbsent(path, read);
        return earlier != null ? earlier : read;
    }

    @Override
    public Optional<ConfigNode> exported(String path, String name) {
        boolean may = workspace.has(path) && SOURCE.contains(Paths.extension(path));
        return may ? source.exported(path, name) : Optional.empty();
    }

    @Override
    public List<SourceCall> calls(String path) {
        return workspace.has(path) ? source.calls(path) : List.of();
    }

    @Override
    public List<String> imports(String path) {
        return workspace.has(path) ? source.imports(path) : List.of();
    }

    @Override
    public List<Notification> notifications() {
        TreeSet<Notification> all = new TreeSet<>(notifications);
        if (!templates.isEmpty()) {
            String others = templates.size() == 1 ? "It is" : "It and " + (templates.size() - 1) + " more files are";
            all.add(
                    new Notification(
                            Notification.Level.WARNING,
                            "This is a template that some tool makes YAML of. " + others + " not analysed.",
                            Place.startOf(templates.first())));
        }
        return List.copyOf(all);
    }

    private List<ConfigNode> parse(String path) {
        if (!workspace.has(path)) {
            return List.of();
        }
        if (SOURCE.contains(Paths.extension(path))) {
            return source.read(path).map(List::of).orElse(List.of());
        }
        return workspace.read(path).map(text -> parse(path, text)).orElse(List.of());
    }

    private List<ConfigNode> parse(String path, String text) {
        if (isOfChart(path)) {
            return List.of();
        }
        if (path.endsWith(".json") || path.endsWith(".jsonc")) {
            return JsonDocuments.parse(path, text, notifications::add);
        }
        if (path.endsWith(".toml")) {
            return TomlDocuments.parse(path, text, notifications::add);
        }
        return YamlDocuments.parse(path, text, broken -> {
            if (text.contains("{{") || text.contains("{%")) {
                templates.add(path);
            } else {
                notifications.add(broken);
            }
        });
    }

    /** Whether a file is a template of a Helm chart, which is no YAML until values are put in. */
    private boolean isOfChart(String path) {
        int folder = path.lastIndexOf("templates/");
        boolean within = folder == 0 || folder > 0 && path.charAt(folder - 1) == '/';
        return within && workspace.has(path.substring(0, folder) + "Chart.yaml");
    }
}
