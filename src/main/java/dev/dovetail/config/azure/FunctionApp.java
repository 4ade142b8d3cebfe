package dev.dovetail.config.azure;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.SourceCall;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.Value;
import dev.dovetail.config.project.Glob;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.config.project.PackageJson;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One function app: a folder, its host.json, and its functions.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-functions/functions-reference-node">Node.js</a>
 * @see <a href="https://learn.microsoft.com/azure/azure-functions/functions-reference-python">Python</a>
 */
final class FunctionApp {

    static final String HOST = "azure-functions";

    private static final Pattern TIMEOUT = Pattern.compile("(?:(\\d{1,3})\\.)?(\\d{1,2}):(\\d{1,2}):(\\d{1,2})");
    private static final String OUTPUT = "^(\\./)?(dist|lib|build|out)/";

    private final Manifests manifests;
    private final Workspace workspace;
    private final String folder;
    private final Optional<ConfigNode> host;
    private final List<ConfigNode> described;

    /**
     * An app.
     *
     * @param host its host.json
     * @param described its documents named function.json
     */
    FunctionApp(Manifests manifests, String folder, Optional<ConfigNode> host, List<ConfigNode> described) {
        this.manifests = manifests;
        this.workspace = manifests.workspace();
        this.folder = folder;
        this.host = host;
        this.described = List.copyOf(described);
    }

    /** A unit per function. As soon as code registers one, what function.json describes is ignored. */
    List<DeploymentUnit> units() {
        if (host.flatMap(config -> config.get("customHandler")).isPresent()) {
            return List.of();
        }
        Map<SourceCall, Registration> registered = new LinkedHashMap<>();
        for (String file : registering()) {
            for (SourceCall call : manifests.documents().calls(file)) {
                Registration.of(call).ifPresent(function -> registered.put(call, function));
            }
        }
        List<DeploymentUnit> units = new ArrayList<>();
        for (Registration function : registered.values()) {
            List<Place> others = registered.keySet().stream().map(SourceCall::place).filter(place -> !place.equals(function.call().place())).toList();
            Place place = function.call().place();
            DeploymentUnit.Draft unit = draft(function.name(), host.map(ConfigNode::place).orElse(place));
            unit.entryPoint(new EntryPoint.Registered(place.file(), others, place)).by(place).trigger(function.trigger());
            units.add(unit.build());
        }
        if (registered.isEmpty()) {
            for (ConfigNode document : described) {
                FunctionJson function = new FunctionJson(document);
                units.add(function.fill(draft(function.name(), document.place()), workspace).build());
            }
            patternOfNothing().ifPresent(units::add);
        }
        return units;
    }

    private DeploymentUnit.Draft draft(String name, Place place) {
        DeploymentUnit.Draft unit = DeploymentUnit.draft(name, HOST, place, "azure-functions").folder(folder);
        timeout().ifPresent(value -> unit.setting(SettingName.TIMEOUT, value));
        // Application settings are Azure's own.
        return unit.environmentUnknown();
    }

    private Optional<Setting> timeout() {
        Optional<ConfigNode> node = host.flatMap(config -> config.get("functionTimeout"));
        if (node.flatMap(Nodes::text).isEmpty()) {
            return Optional.empty();
        }
        Matcher time = TIMEOUT.matcher(Nodes.text(node.get()).orElseThrow());
        if (!time.matches()) {
            return Optional.of(Setting.at(new Value.Unknown("it has no end"), node.get().place()));
        }
        long days = time.group(1) == null ? 0 : Long.parseLong(time.group(1));
        long seconds = ((days * 24 + Long.parseLong(time.group(2))) * 60 + Long.parseLong(time.group(3))) * 60 + Long.parseLong(time.group(4));
        return Optional.of(Setting.at(new Value.Known(seconds * 1000.0), node.get().place()));
    }

    /** The files whose bodies register functions: what {@code main} of package.json means, and function_app.py. */
    private List<String> registering() {
        List<String> files = new ArrayList<>();
        main().ifPresent(pattern -> files.addAll(meant(pattern)));
        for (String file : workspace.filesUnder(folder)) {
            // Blueprints lie in any file beside it.
            boolean python = file.endsWith(".py") && workspace.has(in("function_app.py")) && !file.contains("/tests/") && !Paths.name(file).startsWith("test_");
            if (python) {
                files.add(file);
            }
        }
        return files;
    }

    private Optional<String> main() {
        Optional<PackageJson> manifest = manifests.packageIn(folder);
        boolean inCode = manifest.filter(each -> each.allDependencies().contains("@azure/functions")).isPresent();
        return manifest.flatMap(PackageJson::main).filter(pattern -> inCode);
    }

    /** Source files that a pattern over compiled ones means. */
    private List<String> meant(String pattern) {
        List<Glob> globs = new ArrayList<>();
        for (String each : List.of(pattern, pattern.replaceFirst(OUTPUT, ""), pattern.replaceFirst(OUTPUT, "src/"))) {
            globs.add(new Glob(each));
            globs.add(new Glob(each.replace(".js", ".ts")));
        }
        int cut = folder.isEmpty() ? 0 : folder.length() + 1;
        return workspace.filesUnder(folder).stream().filter(file -> globs.stream().anyMatch(glob -> glob.matches(file.substring(cut)))).toList();
    }

    /** A {@code main} that no file is: the app starts and has no function. */
    private Optional<DeploymentUnit> patternOfNothing() {
        Optional<String> pattern = main().filter(each -> described.isEmpty() && each.startsWith("src/"));
        boolean certain =
                pattern.isPresent()
                        && manifests.packageIn(folder).filter(each -> each.dependencies().getOrDefault("@azure/functions", "").matches("[\\^~>=]*4.*")).isPresent()
                        && meant(pattern.get()).isEmpty();
        return certain
                ? manifests.packageIn(folder).map(manifest ->
                        draft(folder.isEmpty() ? "functions" : Paths.name(folder), manifest.place())
                                .entryPoint(new EntryPoint.File(in(pattern.get()), "azure-glob", manifest.place()))
                                .trigger(Trigger.of(Trigger.Kind.HTTP, manifest.place()))
                                .build())
                : Optional.empty();
    }

    private String in(String path) {
        return folder.isEmpty() ? path : folder + "/" + path;
    }
}
