package dev.dovetail.config.docker;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.Setting;
import dev.dovetail.config.Value;
import dev.dovetail.config.commands.CommandLine;
import dev.dovetail.config.commands.Variables;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service of a Compose project, by https://docs.docker.com/reference/compose-file/services/: what it
 * extends first, then the files in their order, each over the one before.
 */
final class ComposeService {

    /** A volume: what is mounted, where, and the line that says so. */
    record Volume(String kind, String source, String target, Place place) {}

    /** A port of the container that is published. */
    record Port(Value container, Place place) {}

    /** Where its image is built from. */
    record Build(Optional<String> context, String dockerfile, Optional<String> target, Map<String, Value> arguments, Place place) {}

    private final Workspace workspace;
    private final String name;
    private final String folder;
    private final List<ConfigNode> layers;
    private final Place place;
    private final Variables variables;

    /**
     * @param folder that relative paths start from
     * @param layers the later wins
     * @param place of its name
     */
    ComposeService(
            Workspace workspace,
            String name,
            String folder,
            List<ConfigNode> layers,
            Place place,
            Map<String, Setting> dotEnv) {
        this.workspace = workspace;
        this.name = name;
        this.folder = folder;
        this.layers = List.copyOf(layers);
        this.place = place;
        this.variables = new Variables(key -> Optional.ofNullable(dotEnv.get(key)).map(Setting::value), '$');
    }

    String name() {
        return name;
    }

    String folder() {
        return folder;
    }

    Place place() {
        return place;
    }

    /** The node under a path of keys in the last layer that has it. */
    Optional<ConfigNode> get(String... keys) {
        for (int i = layers.size() - 1; i >= 0; i--) {
            Optional<ConfigNode> found = Nodes.at(layers.get(i), keys);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The value of a scalar, with variables put in. */
    Value value(ConfigNode node) {
        if (!(node instanceof ConfigNode.Scalar scalar) || scalar.value() == null) {
            return new Value.Unknown("no value");
        }
        return scalar.text().indexOf('$') < 0 ? Value.of(scalar.value()) : variables.replace(scalar.text());
    }

    Optional<String> text(ConfigNode node) {
        return value(node).text();
    }

    Optional<String> text(String... keys) {
        return get(keys).flatMap(this::text);
    }

    Optional<Setting> setting(String... keys) {
        return get(keys).map(node -> Setting.at(value(node), node.place()));
    }

    Optional<Build> build() {
        Optional<ConfigNode> build = get("build");
        if (build.isEmpty() || get("build", "dockerfile_inline").isPresent()) {
            return Optional.empty();
        }
        Optional<String> written =
                build.get() instanceof ConfigNode.Scalar
                        ? text(build.get())
                        : Optional.of(text("build", "context").orElse("."));
        Optional<String> context =
                written.filter(path -> !path.contains("://") && !path.startsWith("git@"))
                        .flatMap(path -> Paths.resolve(folder, path));
        Map<String, Value> arguments = new LinkedHashMap<>();
        pairs("build", "args").forEach((key, value) -> arguments.put(key, value.value()));
        return Optional.of(
                new Build(
                        context,
                        text("build", "dockerfile").orElse("Dockerfile"),
                        text("build", "target"),
                        arguments,
                        build.get().place()));
    }

    /** Names and values of all layers, written as a mapping or as a list of {@code name=value}. */
    Map<String, Setting> pairs(String... keys) {
        Map<String, Setting> found = new LinkedHashMap<>();
        for (ConfigNode layer : layers) {
            Optional<ConfigNode> node = Nodes.at(layer, keys);
            for (ConfigNode.Entry entry : Nodes.entries(node)) {
                found.put(entry.key(), Setting.at(value(entry.value()), entry.keyPlace()));
            }
            if (node.orElse(null) instanceof ConfigNode.Sequence list) {
                for (ConfigNode each : list.elements()) {
                    Nodes.text(each).ifPresent(text -> {
                        int equals = text.indexOf('=');
                        String key = equals < 0 ? text : text.substring(0, equals);
                        Value value =
                                equals < 0
                                        ? new Value.Unknown("it is taken from the shell")
                                        : variables.replace(text.substring(equals + 1));
                        found.put(key, Setting.at(value, each.place()));
                    });
                }
            }
        }
        return found;
    }

    /** Elements of a list in all layers. */
    private List<ConfigNode> all(String key) {
        List<ConfigNode> found = new ArrayList<>();
        layers.forEach(layer -> layer.get(key).ifPresent(node -> found.addAll(Nodes.elements(node))));
        return found;
    }

    /** What env_file names, in order; empty where a path is computed. */
    List<Optional<String>> envFiles() {
        List<Optional<String>> found = new ArrayList<>();
        for (ConfigNode each : all("env_file")) {
            ConfigNode path = each.get("path").orElse(each);
            found.add(text(path).flatMap(file -> Paths.resolve(folder, file)));
        }
        return found;
    }

    List<Volume> volumes() {
        Map<String, Volume> found = new LinkedHashMap<>();
        for (ConfigNode each : all("volumes")) {
            volume(each).ifPresent(volume -> found.put(volume.target(), volume));
        }
        for (ConfigNode each : all("tmpfs")) {
            text(each).map(path -> path.split(":", -1)[0])
                    .ifPresent(path -> found.put(path, new Volume("tmpfs", "", path, each.place())));
        }
        return List.copyOf(found.values());
    }

    private Optional<Volume> volume(ConfigNode node) {
        if (node instanceof ConfigNode.Mapping) {
            Optional<String> target = node.get("target").flatMap(this::text);
            String kind = Nodes.text(node, "type").orElse("volume");
            String source = node.get("source").flatMap(this::text).orElse("");
            return target.map(path -> new Volume(kind, source, clean(path), node.place()));
        }
        return text(node).map(text -> {
            String[] parts = text.split(":", -1);
            if (parts.length == 1) {
                return new Volume("volume", "", clean(parts[0]), node.place());
            }
            boolean bind = parts[0].startsWith(".") || parts[0].startsWith("/") || parts[0].startsWith("~");
            return new Volume(bind ? "bind" : "volume", parts[0], clean(parts[1]), node.place());
        });
    }

    private static String clean(String path) {
        return path.length() > 1 ? path.replaceAll("/+$", "") : path;
    }

    /** Folders and files of the workspace that are mounted. */
    List<BoundFiles.Bind> binds() {
        List<BoundFiles.Bind> found = new ArrayList<>();
        for (Volume volume : volumes()) {
            if (volume.kind().equals("bind") && volume.source().startsWith(".")) {
                Paths.resolve(folder, volume.source())
                        .filter(path -> workspace.has(path) || workspace.hasFolder(path))
                        .ifPresent(path -> found.add(new BoundFiles.Bind(path, volume.target())));
            }
        }
        return found;
    }

    List<Port> ports() {
        List<Port> found = new ArrayList<>();
        for (ConfigNode each : all("ports")) {
            Value port =
                    each instanceof ConfigNode.Mapping
                            ? each.get("target").map(this::value).orElse(new Value.Unknown("no target"))
                            : value(each);
            Value container =
                    port.text()
                            .map(text -> text.substring(text.lastIndexOf(':') + 1).replaceFirst("/tcp$", ""))
                            .filter(text -> text.matches("\\d{1,5}"))
                            .<Value>map(text -> new Value.Known(Long.valueOf(text)))
                            .orElse(new Value.Unknown("the port is computed"));
            if (port.text().filter(text -> text.endsWith("/udp")).isEmpty()) {
                found.add(new Port(container, each.place()));
            }
        }
        return found;
    }

    /** {@code command} or {@code entrypoint}; Compose splits a text into words and starts no shell. */
    Optional<CommandLine> commandLine(String key) {
        Optional<ConfigNode> node = get(key);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        if (node.get() instanceof ConfigNode.Sequence list) {
            return Optional.of(new CommandLine.Exec(list.elements().stream().map(each -> commandText(each)).toList()));
        }
        if (Nodes.text(node.get()).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new CommandLine.Words(commandText(node.get())));
    }

    /** Variables that are set elsewhere stay as they are, for the reader of commands to know. */
    private String commandText(ConfigNode node) {
        return text(node).orElseGet(() -> Nodes.text(node).orElse("").replace("$$", "$"));
    }
}
