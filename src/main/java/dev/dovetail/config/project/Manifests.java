package dev.dovetail.config.project;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Documents;
import dev.dovetail.workspace.Limits;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The manifests of a workspace, by the folders that they hold for. */
public final class Manifests {

    private final Workspace workspace;
    private final Documents documents;
    private final Map<String, Optional<PackageJson>> packages = new ConcurrentHashMap<>();
    private final Map<String, Optional<TypeScriptConfig>> configs = new ConcurrentHashMap<>();
    private final Map<String, Optional<JavaBuild>> javaBuilds = new ConcurrentHashMap<>();
    private final Map<String, Optional<ApplicationConfig>> applications = new ConcurrentHashMap<>();

    public Manifests(Workspace workspace, Documents documents) {
        this.workspace = workspace;
        this.documents = documents;
    }

    public Workspace workspace() {
        return workspace;
    }

    public Documents documents() {
        return documents;
    }

    /** The package.json in this very folder. */
    public Optional<PackageJson> packageIn(String folder) {
        return packages.computeIfAbsent(
                folder,
                key -> {
                    String file = in(key, "package.json");
                    return documents.read(file).stream()
                            .findFirst()
                            .map(document -> PackageJson.of(file, key, document));
                });
    }

    /** The package.json that holds for a folder: its own or the nearest above. */
    public Optional<PackageJson> packageFor(String folder) {
        for (String at : upward(folder)) {
            Optional<PackageJson> found = packageIn(at);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** All package.json files of the workspace, in path order. */
    public List<PackageJson> allPackages() {
        List<PackageJson> found = new ArrayList<>();
        for (String file : workspace.files()) {
            if (Paths.name(file).equals("package.json")) {
                packageIn(Paths.parent(file)).ifPresent(found::add);
            }
        }
        return found;
    }

    /** The Maven or Gradle build that holds for a folder: its own or the nearest above. */
    public Optional<JavaBuild> javaBuildFor(String folder) {
        for (String at : upward(folder)) {
            Optional<JavaBuild> found =
                    javaBuilds.computeIfAbsent(
                            at,
                            key ->
                                    new MavenBuilds(workspace)
                                            .in(key)
                                            .or(() -> new GradleBuilds(workspace).in(key)));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The properties of the Java application that a folder belongs to. */
    public Optional<ApplicationConfig> applicationConfigFor(String folder) {
        for (String at : upward(folder)) {
            Optional<ApplicationConfig> found =
                    applications.computeIfAbsent(
                            at, key -> new ApplicationConfigs(workspace, documents).in(key));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The tsconfig.json or jsconfig.json that holds for a folder. */
    public Optional<TypeScriptConfig> configFor(String folder) {
        for (String at : upward(folder)) {
            Optional<TypeScriptConfig> found = configs.computeIfAbsent(at, this::config);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** A folder and those above it, the root last. */
    public static List<String> upward(String folder) {
        List<String> folders = new ArrayList<>();
        String at = folder;
        while (!at.isEmpty()) {
            folders.add(at);
            at = Paths.parent(at);
        }
        folders.add("");
        return folders;
    }

    private Optional<TypeScriptConfig> config(String folder) {
        for (String name : List.of("tsconfig.json", "jsconfig.json")) {
            String file = in(folder, name);
            if (workspace.has(file)) {
                return config(file, 0);
            }
        }
        return Optional.empty();
    }

    private Optional<TypeScriptConfig> config(String file, int level) {
        List<ConfigNode> read = documents.read(file);
        if (read.isEmpty() || level > Limits.EXTENDS_CHAIN) {
            return Optional.empty();
        }
        ConfigNode document = read.get(0);
        String folder = Paths.parent(file);
        Optional<TypeScriptConfig> base = Optional.empty();
        for (String parent : parents(document)) {
            Optional<String> path =
                    Paths.resolve(folder, parent.endsWith(".json") ? parent : parent + ".json");
            if (parent.startsWith(".") && path.isPresent()) {
                base = config(path.get(), level + 1).or(() -> Optional.empty());
            }
        }
        Optional<ConfigNode> options = document.get("compilerOptions");
        Map<String, List<String>> own = paths(options);
        Optional<TypeScriptConfig> inherited = base;
        Optional<String> baseUrl =
                folderOf(options, "baseUrl", folder)
                        .or(() -> inherited.flatMap(TypeScriptConfig::baseUrl));
        return Optional.of(
                new TypeScriptConfig(
                        folder,
                        baseUrl,
                        own.isEmpty()
                                ? inherited.map(TypeScriptConfig::paths).orElse(own)
                                : own,
                        own.isEmpty()
                                ? inherited.map(TypeScriptConfig::pathsFolder).orElse(folder)
                                : folderOf(options, "baseUrl", folder).orElse(baseUrl.orElse(folder)),
                        folderOf(options, "outDir", folder)
                                .or(() -> inherited.flatMap(TypeScriptConfig::outDir)),
                        folderOf(options, "rootDir", folder)
                                .or(() -> inherited.flatMap(TypeScriptConfig::rootDir))));
    }

    private static List<String> parents(ConfigNode document) {
        List<String> found = new ArrayList<>();
        ConfigNode extended = document.get("extends").orElse(null);
        if (extended instanceof ConfigNode.Scalar scalar) {
            found.add(scalar.text());
        } else if (extended instanceof ConfigNode.Sequence sequence) {
            for (ConfigNode each : sequence.elements()) {
                if (each instanceof ConfigNode.Scalar scalar) {
                    found.add(scalar.text());
                }
            }
        }
        return found;
    }

    private static Optional<String> folderOf(
            Optional<ConfigNode> options, String key, String folder) {
        return options.flatMap(node -> node.get(key))
                .filter(ConfigNode.Scalar.class::isInstance)
                .flatMap(node -> Paths.resolve(folder, ((ConfigNode.Scalar) node).text()));
    }

    private static Map<String, List<String>> paths(Optional<ConfigNode> options) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        if (options.flatMap(node -> node.get("paths")).orElse(null)
                instanceof ConfigNode.Mapping mapping) {
            for (ConfigNode.Entry entry : mapping.entries()) {
                List<String> targets = new ArrayList<>();
                if (entry.value() instanceof ConfigNode.Sequence sequence) {
                    for (ConfigNode each : sequence.elements()) {
                        if (each instanceof ConfigNode.Scalar scalar) {
                            targets.add(scalar.text());
                        }
                    }
                }
                found.put(entry.key(), targets);
            }
        }
        return found;
    }

    private static String in(String folder, String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }
}
