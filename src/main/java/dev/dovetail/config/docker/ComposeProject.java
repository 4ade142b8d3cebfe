package dev.dovetail.config.docker;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Documents;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.Setting;
import dev.dovetail.workspace.Limits;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compose files of one folder that are given to Compose together. */
final class ComposeProject {


    /** https://docs.docker.com/compose/intro/compose-application-model/#the-compose-file, the preferred first. */
    private static final List<String> BASES =
            List.of("compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml");

    private static final Pattern NAME =
            Pattern.compile("(?:docker-)?compose(?:[.-](?<variant>.+))?\\.ya?ml");

    private static final Set<String> FOR_PRODUCTION =
            Set.of("prod", "production", "deploy", "deployment", "swarm", "stack", "release", "live", "server");

    private static final Set<String> FOR_DEVELOPMENT =
            Set.of("dev", "devel", "development", "local", "test", "tests", "testing", "ci", "e2e",
                    "debug", "example", "sample", "override", "watch", "tools", "monitoring");

    private final Workspace workspace;
    private final Documents documents;
    private final List<String> files;
    private final String folder;

    private ComposeProject(Workspace workspace, Documents documents, List<String> files) {
        this.workspace = workspace;
        this.documents = documents;
        this.files = List.copyOf(files);
        this.folder = Paths.parent(files.get(0));
    }

    /** The projects of a workspace, in path order. */
    static List<ComposeProject> all(Workspace workspace, Documents documents) {
        Map<String, Map<String, String>> folders = new TreeMap<>();
        for (String file : workspace.files()) {
            Matcher name = NAME.matcher(Paths.name(file).toLowerCase(Locale.ROOT));
            // The name first: every file of the workspace comes by here.
            boolean counts =
                    name.matches()
                            && !file.contains(".devcontainer/")
                            && !DockerfileReader.isForDevelopment(Paths.parent(file));
            if (counts) {
                String variant = name.group("variant") == null ? "" : name.group("variant");
                folders.computeIfAbsent(Paths.parent(file), key -> new TreeMap<>())
                        .merge(variant, file, ComposeProject::preferred);
            }
        }
        List<ComposeProject> projects = new ArrayList<>();
        for (Map<String, String> variants : folders.values()) {
            for (List<String> files : together(variants, documents)) {
                projects.add(new ComposeProject(workspace, documents, files));
            }
        }
        return projects;
    }

    private static String preferred(String one, String other) {
        return BASES.indexOf(Paths.name(one)) <= BASES.indexOf(Paths.name(other)) ? one : other;
    }

    /** Which files of a folder are one project: the base, what is laid over it, and what stands alone. */
    private static List<List<String>> together(Map<String, String> variants, Documents documents) {
        Optional<String> base = Optional.ofNullable(variants.get(""));
        List<List<String>> projects = new ArrayList<>();
        List<String> production =
                variants.entrySet().stream()
                        .filter(each -> FOR_PRODUCTION.contains(each.getKey()))
                        .map(Map.Entry::getValue)
                        .toList();
        for (Map.Entry<String, String> each : variants.entrySet()) {
            String variant = each.getKey();
            boolean alone = standsAlone(each.getValue(), documents);
            if (FOR_PRODUCTION.contains(variant)) {
                projects.add(
                        alone || base.isEmpty()
                                ? List.of(each.getValue())
                                : List.of(base.get(), each.getValue()));
            } else if (variant.isEmpty()) {
                String override = variants.get("override");
                if (production.isEmpty()) {
                    projects.add(
                            override == null
                                    ? List.of(each.getValue())
                                    : List.of(each.getValue(), override));
                }
            } else if (!isForDevelopment(variant) && alone) {
                projects.add(List.of(each.getValue()));
            }
        }
        return projects;
    }

    private static boolean isForDevelopment(String variant) {
        for (String part : variant.split("[.-]")) {
            if (FOR_DEVELOPMENT.contains(part)) {
                return true;
            }
        }
        return false;
    }

    /** A file whose services all say what they run needs no other. */
    private static boolean standsAlone(String file, Documents documents) {
        List<ConfigNode.Entry> services =
                documents.read(file).stream()
                        .flatMap(document -> Nodes.entries(document.get("services")).stream())
                        .toList();
        return !services.isEmpty()
                && services.stream()
                        .allMatch(
                                service ->
                                        service.value().get("image").isPresent()
                                                || service.value().get("build").isPresent()
                                                || service.value().get("extends").isPresent());
    }

    String folder() {
        return folder;
    }

    /** Its services, in the order of the files. */
    List<ComposeService> services() {
        Map<String, List<ConfigNode>> layers = new LinkedHashMap<>();
        Map<String, Place> places = new HashMap<>();
        for (String file : files) {
            for (ConfigNode document : documents.read(file)) {
                for (ConfigNode.Entry service : Nodes.entries(document.get("services"))) {
                    List<ConfigNode> own = layers.computeIfAbsent(service.key(), key -> new ArrayList<>());
                    own.addAll(extended(file, service.value(), 0));
                    own.add(service.value());
                    // The last file that speaks of it is the one that deploys it.
                    places.put(service.key(), service.keyPlace());
                }
            }
        }
        String dotEnv = folder.isEmpty() ? ".env" : folder + "/.env";
        Map<String, Setting> variables =
                workspace.has(dotEnv)
                        ? workspace.read(dotEnv).map(text -> EnvFile.read(dotEnv, text)).orElse(Map.of())
                        : Map.of();
        List<ComposeService> services = new ArrayList<>();
        layers.forEach(
                (name, own) ->
                        services.add(
                                new ComposeService(
                                        workspace, name, folder, own, Objects.requireNonNull(places.get(name)), variables)));
        return services;
    }

    private List<ConfigNode> extended(String file, ConfigNode service, int level) {
        Optional<ConfigNode> node = service.get("extends");
        if (node.isEmpty() || level > Limits.EXTENDS_CHAIN) {
            return List.of();
        }
        Optional<String> name = Nodes.text(node.get()).or(() -> Nodes.text(node.get(), "service"));
        String other =
                Nodes.text(node.get(), "file")
                        .flatMap(path -> Paths.resolve(Paths.parent(file), path))
                        .orElse(file);
        List<ConfigNode> found = new ArrayList<>();
        for (ConfigNode document : documents.read(other)) {
            name.flatMap(each -> Nodes.at(document, "services", each))
                    .ifPresent(
                            base -> {
                                found.addAll(extended(other, base, level + 1));
                                found.add(base);
                            });
        }
        return found;
    }

    static boolean isDevelopmentWord(String word) {
        return FOR_DEVELOPMENT.contains(word.toLowerCase(Locale.ROOT)) && !word.equals("server");
    }
}
