package dev.dovetail.config.vercel;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.IgnoreFile;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.Value;
import dev.dovetail.config.project.Glob;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.config.project.PackageJson;
import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** One Vercel project: a folder, its vercel.json, and the functions that Vercel makes of its files. */
final class VercelProject {

    private static final String FUNCTION = "vercel-function";

    private final Workspace workspace;
    private final String folder;
    private final ConfigNode document;
    private final Consumer<Notification> notifications;
    private final Optional<PackageJson> manifest;
    private final Framework framework;
    private final Map<String, DeploymentUnit> units = new LinkedHashMap<>();

    VercelProject(
            Workspace workspace,
            Manifests manifests,
            String file,
            ConfigNode document,
            Consumer<Notification> notifications) {
        this.workspace = workspace;
        this.folder = Paths.parent(file);
        this.document = document;
        this.notifications = notifications;
        this.manifest = manifests.packageIn(folder);
        this.framework = Framework.of(manifest, Nodes.text(document, "framework"));
    }

    /** A unit per function, in the order of config and then of paths. */
    List<DeploymentUnit> units() {
        List<ConfigNode> builds = document.get("builds").map(Nodes::elements).orElse(List.of());
        if (builds.isEmpty()) {
            byConvention();
        } else {
            builds.forEach(this::build);
        }
        return List.copyOf(units.values());
    }

    /** An entry of {@code builds}: a file or pattern, and what builds it. */
    private void build(ConfigNode build) {
        String builder = Nodes.text(build, "use").orElse("");
        Optional<ConfigNode> source = build.get("src");
        Optional<String> pattern = source.flatMap(Nodes::text);
        if (pattern.isEmpty()) {
            return;
        }
        if (builder.equals("@vercel/next") || builder.equals("@now/next")) {
            byConvention();
            return;
        }
        boolean runsNode = builder.matches("@(vercel|now)/(node|node-server)(@.*)?");
        boolean runsPython = builder.matches("@(vercel|now)/python(@.*)?");
        if (!runsNode && !runsPython) {
            return;
        }
        Place place = source.get().place();
        String relative = pattern.get().startsWith("/") ? pattern.get().substring(1) : pattern.get();
        Optional<String> path = Paths.resolve(folder, relative);
        if (path.isEmpty()) {
            notifications.accept(
                    new Notification(
                            Notification.Level.WARNING,
                            "The source " + relative + " leaves the workspace and is not read.",
                            place));
            return;
        }
        relative = path.get().substring(folder.isEmpty() ? 0 : folder.length() + 1);
        Glob glob = new Glob(relative);
        Optional<Setting> duration = scaled(build, "config", "maxDuration");
        if (!glob.isOpen()) {
            add(new FunctionFile(relative, FUNCTION, Optional.empty()), place, duration);
            return;
        }
        for (String file : files()) {
            if (glob.matches(file) && FunctionFile.of("api/" + file, false).isPresent()) {
                add(new FunctionFile(file, FUNCTION, Optional.empty()), place, duration);
            }
        }
    }

    private void byConvention() {
        boolean next = framework == Framework.NEXT;
        if (next && isStaticExport()) {
            return;
        }
        for (String file : files()) {
            Optional<FunctionFile> function = FunctionFile.of(file, next);
            if (function.isEmpty() && next) {
                // Beside a Next.js app, api/ at the root is served too.
                function = FunctionFile.of(file, false).filter(each -> !each.isMiddleware());
            }
            function.ifPresent(each -> add(each, document.place(), Optional.empty()));
        }
        if (framework == Framework.BACKEND && units.isEmpty()) {
            backend().ifPresent(
                    file ->
                            add(
                                    new FunctionFile(file, FUNCTION, Optional.empty()),
                                    document.place(),
                                    Optional.empty()));
        }
        if (units.isEmpty() && framework != Framework.SITE && requiresPythonServer()) {
            pythonBackend().ifPresent(
                    file ->
                            add(
                                    new FunctionFile(file, FUNCTION, Optional.empty()),
                                    document.place(),
                                    Optional.empty()));
        }
        unmatchedPatterns();
        schedulesWithoutRoutes();
    }

    /** Whether the project's Python requirements name a server that Vercel runs without config. */
    private boolean requiresPythonServer() {
        for (String name : List.of("requirements.txt", "pyproject.toml", "Pipfile")) {
            String path = folder.isEmpty() ? name : folder + "/" + name;
            boolean server =
                    workspace
                            .read(path)
                            .filter(text -> text.matches("(?is).*\\b(fastapi|flask)\\b.*"))
                            .isPresent();
            if (server) {
                return true;
            }
        }
        return false;
    }

    /**
     * The file that starts a Python backend that needs no config.
     *
     * @see <a href="https://vercel.com/docs/frameworks/backend/fastapi">FastAPI on Vercel</a>
     */
    private Optional<String> pythonBackend() {
        List<String> files = files();
        for (String place : List.of("", "src/", "app/")) {
            for (String name : List.of("app", "index", "server")) {
                if (files.contains(place + name + ".py")) {
                    return Optional.of(place + name + ".py");
                }
            }
        }
        return Optional.empty();
    }

    /** The file that starts a backend that needs no config. */
    private Optional<String> backend() {
        List<String> files = files();
        for (String place : List.of("", "src/")) {
            for (String name : List.of("app", "index", "server", "main")) {
                for (String extension : List.of(".js", ".cjs", ".mjs", ".ts", ".cts", ".mts")) {
                    if (files.contains(place + name + extension)) {
                        return Optional.of(place + name + extension);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Patterns of {@code functions} that mean no file fail the build. */
    private void unmatchedPatterns() {
        for (ConfigNode.Entry entry : Nodes.entries(document.get("functions"))) {
            Glob glob = new Glob(entry.key());
            boolean certain =
                    (framework == Framework.NONE || framework == Framework.NEXT)
                            && entry.key().startsWith("api/")
                            && entry.value().get("runtime").isEmpty();
            if (certain && files().stream().noneMatch(glob::matches)) {
                String path = folder.isEmpty() ? entry.key() : folder + "/" + entry.key();
                units.put(
                        entry.key(),
                        unit(
                                entry.key(),
                                "vercel-functions",
                                entry.keyPlace(),
                                new EntryPoint.File(path, "vercel-glob", entry.keyPlace()),
                                List.of(),
                                Map.of()));
            }
        }
    }

    /** Schedules of paths under {@code /api} that no file serves; a rewrite may serve any path. */
    private void schedulesWithoutRoutes() {
        boolean certain =
                (framework == Framework.NONE || framework == Framework.NEXT)
                        && document.get("rewrites").isEmpty()
                        && document.get("routes").isEmpty()
                        && units.values().stream().noneMatch(ScheduledPaths::mayServeAny)
                        && !saysInNextConfig("\\b(rewrites|basePath)\\b");
        for (ConfigNode cron : document.get("crons").map(Nodes::elements).orElse(List.of())) {
            Optional<ConfigNode> node = cron.get("path");
            Optional<String> path = node.flatMap(Nodes::text).map(VercelProject::withoutQuery);
            if (certain
                    && path.filter(text -> text.startsWith("/api/")).isPresent()
                    && !ScheduledPaths.isServed(path.get(), files())) {
                String name = path.get().substring(1);
                units.put(
                        path.get(),
                        unit(
                                name,
                                "vercel-functions",
                                node.get().place(),
                                new EntryPoint.File(
                                        folder.isEmpty() ? name : folder + "/" + name,
                                        "vercel-schedule",
                                        node.get().place()),
                                List.of(),
                                Map.of()));
            }
        }
    }

    private void add(FunctionFile function, Place place, Optional<Setting> duration) {
        String path = folder.isEmpty() ? function.path() : folder + "/" + function.path();
        SegmentConfig own = SegmentConfig.of(workspace, path);
        boolean edge = own.isEdge() || function.isMiddleware() && !own.isNode() && !isProxy(function);
        Map<String, Setting> settings = new HashMap<>();
        Place aimed = place;
        for (ConfigNode.Entry entry : Nodes.entries(document.get("functions"))) {
            if (new Glob(entry.key()).matches(function.path())) {
                aimed = entry.keyPlace();
                scaled(entry.value(), "maxDuration")
                        .ifPresent(value -> settings.put(SettingName.TIMEOUT, value));
                entry.value()
                        .get("memory")
                        .ifPresent(
                                node ->
                                        settings.put(
                                                SettingName.MEMORY,
                                                Setting.at(
                                                        Nodes.value(node, text -> false),
                                                        node.place())));
            }
        }
        duration.ifPresent(value -> settings.put(SettingName.TIMEOUT, value));
        own.maxDuration().ifPresent(value -> settings.put(SettingName.TIMEOUT, value));
        document.get("fluid")
                .ifPresent(
                        node ->
                                settings.put(
                                        SettingName.FLUID,
                                        Setting.at(Nodes.value(node, text -> false), node.place())));
        if (!edge && !function.path().endsWith(".py")) {
            runtime().ifPresent(value -> settings.put(SettingName.RUNTIME, value));
        }
        String name = function.path().substring(0, function.path().lastIndexOf('.'));
        units.putIfAbsent(
                function.path(),
                unit(
                        name,
                        edge ? "vercel-edge" : "vercel-functions",
                        aimed,
                        new EntryPoint.File(path, function.convention(), aimed),
                        triggers(function, aimed),
                        settings));
    }

    private static boolean isProxy(FunctionFile function) {
        return function.path().contains("proxy.");
    }

    private List<Trigger> triggers(FunctionFile function, Place place) {
        List<Trigger> triggers = new ArrayList<>();
        triggers.add(
                new Trigger(
                        Trigger.Kind.HTTP,
                        List.of(),
                        Optional.empty(),
                        function.route(),
                        Map.of(),
                        place));
        for (ConfigNode cron : document.get("crons").map(Nodes::elements).orElse(List.of())) {
            Optional<String> path = Nodes.text(cron, "path").map(VercelProject::withoutQuery);
            Optional<ConfigNode> schedule = cron.get("schedule");
            if (path.isPresent() && path.equals(function.route()) && schedule.isPresent()) {
                triggers.add(
                        new Trigger(
                                Trigger.Kind.SCHEDULE,
                                List.of(),
                                Optional.of("GET"),
                                path,
                                Map.of(
                                        SettingName.SCHEDULE,
                                        Setting.at(
                                                Nodes.value(schedule.get(), text -> false),
                                                schedule.get().place())),
                                cron.get("path").orElse(cron).place()));
            }
        }
        return triggers;
    }

    private static String withoutQuery(String path) {
        int query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }

    private DeploymentUnit unit(
            String name,
            String host,
            Place place,
            EntryPoint entry,
            List<Trigger> triggers,
            Map<String, Setting> settings) {
        Map<String, Setting> environment = new HashMap<>();
        for (String key : List.of("env", "build.env")) {
            Nodes.entries(Nodes.at(document, key.split("\\.")))
                    .forEach(
                            variable ->
                                    environment.put(
                                            variable.key(),
                                            Setting.at(
                                                    Nodes.value(
                                                            variable.value(),
                                                            text -> text.startsWith("@")),
                                                    variable.keyPlace())));
        }
        return new DeploymentUnit(
                        name,
                        host,
                        folder,
                        place,
                        entry,
                        triggers,
                        true,
                        settings,
                        environment,
                        false,
                        List.of(),
                        "vercel")
                .packaged(IgnoreFile.in(workspace, folder, ".vercelignore"));
    }

    /** The Node.js version that package.json pins to one major. */
    private Optional<Setting> runtime() {
        if (!(manifest.flatMap(PackageJson::engines).orElse(null)
                instanceof ConfigNode.Scalar engines)) {
            return Optional.empty();
        }
        String range = engines.text().strip();
        if (!range.matches("[\\^~=v]{0,2}\\d{1,2}(\\.(x|\\*|\\d{1,3})){0,2}")) {
            return Optional.empty();
        }
        String major = range.replaceAll("^[^0-9]*", "").replaceAll("\\D.*", "");
        return Optional.of(
                Setting.at(new Value.Known("nodejs" + major + ".x"), engines.place()));
    }

    private static Optional<Setting> scaled(ConfigNode node, String... keys) {
        return Nodes.at(node, keys)
                .flatMap(
                        value ->
                                Nodes.value(value, text -> false)
                                        .number()
                                        .map(
                                                seconds ->
                                                        Setting.at(
                                                                new Value.Known(seconds * 1000),
                                                                value.place())));
    }

    /** {@code output: 'export'}: the app is files alone. */
    private boolean isStaticExport() {
        return saysInNextConfig("\\boutput:\\s*['\"]export['\"]");
    }

    private boolean saysInNextConfig(String pattern) {
        Pattern wanted = Pattern.compile(pattern);
        for (String name : List.of("next.config.js", "next.config.mjs", "next.config.ts")) {
            String path = folder.isEmpty() ? name : folder + "/" + name;
            boolean says =
                    workspace.has(path)
                            && workspace.read(path).filter(wanted.asPredicate()).isPresent();
            if (says) {
                return true;
            }
        }
        return false;
    }

    /** Files of the project, relative to its folder. */
    private List<String> files() {
        int cut = folder.isEmpty() ? 0 : folder.length() + 1;
        return workspace.filesUnder(folder).stream().map(file -> file.substring(cut)).toList();
    }
}
