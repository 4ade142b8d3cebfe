package dev.dovetail.config.kubernetes.helm;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Documents;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.documents.YamlDocuments;
import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Region;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The charts of a workspace, and what they are rendered to with their own values. */
public final class Charts {

    private static final int DEEPEST = 5;

    /** A recent cluster, as {@code helm template} takes for granted: https://kubernetes.io/releases/. */
    private static final String CLUSTER = "v1.34.0";

    private final Workspace workspace;
    private final Map<String, Chart> byFolder = new TreeMap<>();
    private final List<Notification> notifications = new ArrayList<>();

    public Charts(Workspace workspace, Documents documents) {
        this.workspace = workspace;
        for (String file : workspace.files()) {
            if (Paths.name(file).equals("Chart.yaml")) {
                Chart.in(Paths.parent(file), workspace, documents).ifPresent(chart -> byFolder.put(chart.folder(), chart));
            }
        }
    }

    /** Charts of which not all can be worked out: one notification for each. */
    public List<Notification> notifications() {
        return List.copyOf(notifications);
    }

    /** The folders of charts that are installed by themselves, in path order. */
    public List<String> roots() {
        List<String> parts = new ArrayList<>();
        for (Chart chart : byFolder.values()) {
            dependencies(chart).forEach(each -> parts.add(each.chart().folder()));
        }
        return byFolder.values().stream()
                .filter(chart -> !chart.isLibrary())
                .map(Chart::folder)
                .filter(folder -> !parts.contains(folder))
                .toList();
    }

    /** Whether a file is a chart's, and so no manifest by itself. */
    public boolean claims(String file) {
        for (String folder = Paths.parent(file); ; folder = Paths.parent(folder)) {
            if (byFolder.containsKey(folder)) {
                String inner = file.substring(folder.isEmpty() ? 0 : folder.length() + 1);
                return !folder.isEmpty() || inner.matches("(templates|charts|crds|ci)/.*");
            }
            if (folder.isEmpty()) {
                return false;
            }
        }
    }

    /** A chart that another one brings in, under the name by which it is given values. */
    private record Dependency(Chart chart, String name, Optional<String> condition) {}

    private List<Dependency> dependencies(Chart chart) {
        Map<String, Dependency> found = new LinkedHashMap<>();
        for (Chart each : byFolder.values()) {
            if (Paths.parent(each.folder()).equals(Chart.join(chart.folder(), "charts"))) {
                found.put(each.folder(), new Dependency(each, each.name(), Optional.empty()));
            }
        }
        for (ConfigNode each : chart.document().get("dependencies").map(Nodes::elements).orElse(List.of())) {
            String name = Nodes.text(each, "name").orElse("");
            Optional<String> path =
                    Nodes.text(each, "repository")
                            .filter(address -> address.startsWith("file://"))
                            .flatMap(address -> Paths.resolve(chart.folder(), address.substring("file://".length())));
            Optional<Chart> part =
                    path.map(byFolder::get)
                            .or(() -> found.values().stream().map(Dependency::chart).filter(other -> other.name().equals(name)).findFirst());
            part.ifPresent(
                    other ->
                            found.put(
                                    other.folder(),
                                    new Dependency(
                                            other,
                                            Nodes.text(each, "alias").orElse(name),
                                            Nodes.text(each, "condition"))));
        }
        return List.copyOf(found.values());
    }

    /** The documents that a chart and those that it brings in are rendered to. */
    public List<ConfigNode> render(String folder) {
        Chart chart = byFolder.get(folder);
        if (chart == null) {
            return List.of();
        }
        Map<String, List<Node>> defined = new HashMap<>();
        Map<String, List<Node>> printing = new TreeMap<>();
        parse(chart, defined, printing, 0);
        Rendering rendering = new Rendering(chart, defined, printing);
        rendering.render(chart, chart.values(), 0);
        if (rendering.unclear) {
            notifications.add(
                    new Notification(
                            Notification.Level.WARNING,
                            "Some templates of this chart cannot be worked out without Helm. What they make is not analysed.",
                            Place.startOf(Chart.join(folder, "Chart.yaml"))));
        }
        return rendering.documents;
    }

    private void parse(
            Chart chart, Map<String, List<Node>> defined, Map<String, List<Node>> printing, int depth) {
        for (String file : chart.templateFiles(workspace)) {
            TemplateParser.Parsed parsed = TemplateParser.parse(workspace.read(file).orElse(""));
            parsed.defined().forEach(defined::putIfAbsent);
            printing.put(file, parsed.nodes());
        }
        if (depth < DEEPEST) {
            dependencies(chart).forEach(each -> parse(each.chart(), defined, printing, depth + 1));
        }
    }

    /** One installation of a chart. */
    private final class Rendering {
        private final Chart top;
        private final Map<String, List<Node>> defined;
        private final Map<String, List<Node>> printing;
        private final List<ConfigNode> documents = new ArrayList<>();
        private boolean unclear;

        Rendering(Chart top, Map<String, List<Node>> defined, Map<String, List<Node>> printing) {
            this.top = top;
            this.defined = defined;
            this.printing = printing;
        }

        void render(Chart chart, Map<String, Object> values, int depth) {
            Evaluator evaluator = new Evaluator(defined, root(chart, values));
            for (String file : chart.templates(workspace)) {
                Output output = new Output();
                if (evaluator.run(printing.getOrDefault(file, List.of()), output)) {
                    read(file, output);
                } else {
                    unclear = true;
                }
            }
            if (depth >= DEEPEST) {
                return;
            }
            for (Dependency each : dependencies(chart)) {
                if (!each.chart().isLibrary() && isOn(each, values)) {
                    render(each.chart(), given(each, values), depth + 1);
                }
            }
        }

        private boolean isOn(Dependency dependency, Map<String, Object> values) {
            Object at = values;
            for (String key : dependency.condition().orElse("").split("[.,]")) {
                Object inner = at instanceof Map<?, ?> map ? map.get(key) : null;
                if (inner == null) {
                    return true;
                }
                at = inner;
            }
            return !Printing.isEmpty(at);
        }

        /** A part's own values, with what the whole says of it, and what holds for all. */
        private Map<String, Object> given(Dependency dependency, Map<String, Object> values) {
            Map<String, Object> own = new LinkedHashMap<>(dependency.chart().values());
            if (values.get(dependency.name()) instanceof Map<?, ?> over) {
                Functions.merge(own, Functions.map(over), true, 0);
            }
            if (values.get("global") instanceof Map<?, ?> global) {
                Functions.merge(own, Map.of("global", global), true, 0);
            }
            return own;
        }

        /** https://helm.sh/docs/chart_template_guide/builtin_objects/ */
        private Map<String, Object> root(Chart chart, Map<String, Object> values) {
            Map<String, Object> root = new LinkedHashMap<>();
            root.put("Values", new LinkedHashMap<>(values));
            root.put("Chart", chart.about());
            Map<String, Object> release = new LinkedHashMap<>();
            // Whoever installs it gives the name; it is most often the chart's.
            release.put("Name", top.name());
            release.put("Namespace", new Unknown("namespace"));
            release.put("Service", "Helm");
            release.put("Revision", 1L);
            release.put("IsInstall", true);
            release.put("IsUpgrade", false);
            root.put("Release", release);
            Map<String, Object> version = new LinkedHashMap<>();
            version.put("Version", CLUSTER);
            version.put("GitVersion", CLUSTER);
            version.put("Major", "1");
            version.put("Minor", CLUSTER.split("\\.")[1]);
            Evaluator.Method has = arguments -> true;
            root.put("Capabilities", Map.of("KubeVersion", version, "APIVersions", Map.of("Has", has)));
            root.put("Template", Map.of("Name", chart.name() + "/templates", "BasePath", chart.name() + "/templates"));
            Evaluator.Method get =
                    arguments ->
                            arguments.isEmpty()
                                    ? Nil.NIL
                                    : Paths.resolve(chart.folder(), Printing.text(arguments.get(0)))
                                            .filter(path -> Paths.isUnder(path, chart.folder()))
                                            .flatMap(workspace::read)
                                            .<Object>map(text -> text)
                                            .orElse("");
            root.put("Files", Map.of("Get", get));
            return root;
        }

        private void read(String file, Output output) {
            List<String> lines = workspace.read(file).map(String::lines).map(all -> all.toList()).orElse(List.of());
            UnaryOperator<Region> regions =
                    region -> {
                        int line = Math.max(1, Math.min(output.line(region.startLine()), Math.max(1, lines.size())));
                        String text = lines.isEmpty() ? "" : lines.get(line - 1);
                        int start = text.length() - text.stripLeading().length() + 1;
                        return new Region(line, start, line, Math.max(start + 1, text.length() + 1));
                    };
            List<Notification> broken = new ArrayList<>();
            documents.addAll(YamlDocuments.parse(file, Blocks.settled(output.text()), regions, broken::add));
            unclear |= !broken.isEmpty();
        }
    }
}
