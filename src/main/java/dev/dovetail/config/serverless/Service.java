package dev.dovetail.config.serverless;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Documents;
import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.PackagedFiles;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.Value;
import dev.dovetail.config.aws.FunctionFiles;
import dev.dovetail.config.aws.LambdaHandlers;
import dev.dovetail.config.aws.LambdaTriggers;
import dev.dovetail.config.cloudformation.AddedFunctions;
import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** One service: its provider's defaults, and its functions. */
final class Service {

    private final String file;
    private final ConfigNode document;
    private final Variables variables;
    private final Documents documents;
    private final Consumer<Notification> notifications;
    private final ConfigNode provider;
    private final Plugins plugins;

    Service(
            String file,
            ConfigNode document,
            Variables variables,
            Documents documents,
            Consumer<Notification> notifications) {
        this.file = file;
        this.document = document;
        this.variables = variables;
        this.documents = documents;
        this.notifications = notifications;
        this.provider = variables.at(document, "provider").orElse(document);
        List<String> names = new ArrayList<>();
        variables
                .at(document, "plugins")
                .map(node -> variables.at(node, "modules").orElse(node))
                .map(Nodes::elements)
                .orElse(List.of())
                .forEach(node -> Nodes.text(node).ifPresent(names::add));
        this.plugins = new Plugins(names, Nodes.text(document, "frameworkVersion"));
    }

    /** Names of the plugins that the service lists. */
    List<String> plugins() {
        return plugins.names();
    }

    List<DeploymentUnit> functions() {
        List<DeploymentUnit> units = new ArrayList<>();
        List<ConfigNode.Entry> declared = declared();
        AddedFunctions resources =
                Resources.of(
                        file,
                        document,
                        variables,
                        documents,
                        declared.stream()
                                .map(ConfigNode.Entry::key)
                                .collect(Collectors.toUnmodifiableSet()));
        for (ConfigNode.Entry entry : declared) {
            if (variables.resolve(entry.value()) instanceof ConfigNode.Mapping function) {
                units.add(unit(entry, function, resources));
            }
        }
        return units;
    }

    private List<ConfigNode.Entry> declared() {
        List<ConfigNode.Entry> declared = new ArrayList<>();
        Optional<ConfigNode> functions = variables.at(document, "functions");
        for (ConfigNode part : functions.map(Nodes::elements).orElse(List.of())) {
            declared.addAll(Nodes.entries(Optional.of(variables.resolve(part))));
        }
        return declared;
    }

    private DeploymentUnit unit(
            ConfigNode.Entry entry, ConfigNode.Mapping function, AddedFunctions resources) {
        Map<String, Setting> settings = new HashMap<>();
        settings.put(
                SettingName.TIMEOUT,
                scaled(function, "timeout", 1000).orElse(Setting.byDefault(6000.0)));
        settings.put(
                SettingName.MEMORY,
                setting(function, "memorySize").orElse(Setting.byDefault(1024.0)));
        Optional<Setting> runtime = setting(function, "runtime").or(plugins::defaultRuntime);
        runtime.ifPresent(value -> settings.put(SettingName.RUNTIME, value));
        settings.put(
                SettingName.ARCHITECTURE,
                setting(function, "architecture").orElse(Setting.byDefault("x86_64")));
        setting(function, "snapStart")
                .ifPresent(value -> settings.put(SettingName.SNAPSTART, value));
        setting(function, "ephemeralStorageSize")
                .ifPresent(value -> settings.put(SettingName.TEMPORARY_STORAGE, value));
        boolean builtElsewhere =
                variables
                        .at(function, "package", "artifact")
                        .or(() -> variables.at(document, "package", "artifact"))
                        .isPresent();
        if (plugins.mayMoveHandlers() || builtElsewhere && !isJava(runtime)) {
            settings.put(SettingName.HANDLER_MAY_DIFFER, Setting.byDefault(true));
        }
        if (plugins.mayBuild()) {
            settings.put(SettingName.BUILT, Setting.byDefault(true));
        }
        boolean image = function.get("image").isPresent();
        settings.put(SettingName.PACKAGE_TYPE, Setting.byDefault(image ? "image" : "zip"));
        variables
                .at(function, "layers")
                .or(() -> variables.at(provider, "layers"))
                .ifPresent(
                        node ->
                                settings.put(
                                        SettingName.LAYERS,
                                        Setting.at(new Value.Known(true), node.place())));
        Events events = new Events(variables, resources, provider);
        String id = Resources.logicalId(entry.key());
        List<Trigger> triggers = new ArrayList<>(events.of(function));
        triggers.addAll(resources.triggers(id));
        boolean triggersKnown = events.allKnown() && resources.allKnown(id);
        LambdaTriggers.responseMode(triggers, triggersKnown)
                .ifPresent(mode -> settings.put(SettingName.RESPONSE_MODE, mode));
        Map<String, Setting> environment = new HashMap<>();
        boolean environmentKnown = environment(environment, function);
        return new DeploymentUnit(
                        entry.key(),
                        "aws-lambda",
                        Paths.parent(file),
                        entry.keyPlace(),
                        entryPoint(entry, function, runtime),
                        triggers,
                        triggersKnown,
                        settings,
                        environment,
                        environmentKnown,
                        mounts(function),
                        "serverless-framework")
                .packaged(packaged(entry, function, settings));
    }

    /** What is packaged: the service's folder, less what patterns take out; unknown when it is built. */
    private PackagedFiles packaged(
            ConfigNode.Entry entry, ConfigNode.Mapping function, Map<String, Setting> settings) {
        boolean elsewhere =
                settings.containsKey(SettingName.BUILT)
                        || settings.containsKey(SettingName.HANDLER_MAY_DIFFER)
                        || function.get("image").isPresent()
                        || variables.at(document, "package", "artifact").isPresent()
                        || variables.at(function, "package", "artifact").isPresent();
        if (elsewhere) {
            return PackagedFiles.UNKNOWN;
        }
        List<FunctionFiles.Chosen> patterns = new ArrayList<>();
        for (ConfigNode owner : List.of(document, function)) {
            patterns("exclude", owner, "!").forEach(patterns::add);
        }
        for (ConfigNode owner : List.of(document, function)) {
            patterns("include", owner, "").forEach(patterns::add);
        }
        for (ConfigNode owner : List.of(document, function)) {
            patterns("patterns", owner, "").forEach(patterns::add);
        }
        boolean known = patterns.stream().noneMatch(each -> Variables.isUnresolved(each.glob()));
        return known
                ? new FunctionFiles(Paths.parent(file), entry.keyPlace(), patterns)
                : PackagedFiles.UNKNOWN;
    }

    private List<FunctionFiles.Chosen> patterns(String key, ConfigNode owner, String before) {
        List<FunctionFiles.Chosen> found = new ArrayList<>();
        for (ConfigNode each : variables.at(owner, "package", key).map(Nodes::elements).orElse(List.of())) {
            String text = Nodes.text(variables.resolve(each)).orElse("${unknown}");
            // exclude: [!src] takes in again, as include: [src] does.
            String written = before.isEmpty() || !text.startsWith("!") ? before + text : text.substring(1);
            found.add(FunctionFiles.Chosen.of(written, each.place()));
        }
        return found;
    }

    /** Java is always built into an artifact, whose classes the workspace has all the same. */
    private static boolean isJava(Optional<Setting> runtime) {
        return runtime.flatMap(setting -> setting.value().text())
                .map(LambdaTriggers::language)
                .filter("java"::equals)
                .isPresent();
    }

    private EntryPoint entryPoint(
            ConfigNode.Entry entry, ConfigNode.Mapping function, Optional<Setting> runtime) {
        if (function.get("image").isPresent()) {
            return new EntryPoint.Unknown("it runs a container image", entry.keyPlace());
        }
        Optional<ConfigNode> handler = variables.at(function, "handler");
        Optional<String> reference = handler.flatMap(Nodes::text);
        if (reference.isEmpty()) {
            return new EntryPoint.Unknown("it names no handler", entry.keyPlace());
        }
        Place place = handler.get().place();
        String text = reference.get();
        if (Variables.isUnresolved(text)) {
            return new EntryPoint.Unknown("its handler is computed", place);
        }
        Optional<ConfigNode> wrapped = wsgiApplication(text);
        if (wrapped.isPresent()) {
            return new EntryPoint.Handler(
                    Nodes.text(wrapped.get()).orElseThrow(),
                    Paths.parent(file),
                    "python",
                    wrapped.get().place());
        }
        return LambdaHandlers.entryPoint(
                text,
                Paths.parent(file),
                runtime.flatMap(setting -> setting.value().text()),
                runtime.isPresent(),
                place,
                notifications);
    }

    /**
     * The application that serverless-wsgi serves through a handler of its own.
     *
     * @see <a href="https://github.com/logandk/serverless-wsgi">serverless-wsgi</a>
     */
    private Optional<ConfigNode> wsgiApplication(String handler) {
        boolean plugin =
                handler.equals("wsgi_handler.handler")
                        || handler.equals("wsgi.handler") && plugins.names().contains("serverless-wsgi");
        return plugin
                ? variables
                        .at(document, "custom", "wsgi", "app")
                        .filter(
                                node ->
                                        Nodes.text(node)
                                                .filter(text -> !Variables.isUnresolved(text))
                                                .filter(
                                                        text ->
                                                                Paths.resolve(
                                                                                Paths.parent(file),
                                                                                text)
                                                                        .isPresent())
                                                .isPresent())
                : Optional.empty();
    }

    private boolean environment(
            Map<String, Setting> environment, ConfigNode.Mapping function) {
        boolean known =
                !plugins.readEnvironment()
                        && variables
                                .at(document, "useDotenv")
                                .flatMap(Nodes::text)
                                .filter("true"::equals)
                                .isEmpty();
        for (ConfigNode owner : List.of(provider, function)) {
            Optional<ConfigNode> node = variables.at(owner, "environment");
            if (node.isEmpty()) {
                continue;
            }
            if (!(node.get() instanceof ConfigNode.Mapping mapping)) {
                known &= node.get() instanceof ConfigNode.Scalar scalar && scalar.value() == null;
                continue;
            }
            for (ConfigNode.Entry variable : mapping.entries()) {
                ConfigNode value = variables.resolve(variable.value());
                environment.put(
                        variable.key(),
                        Setting.at(
                                Nodes.value(value, Variables::isUnresolved),
                                variable.keyPlace()));
            }
        }
        return known;
    }

    private List<DeploymentUnit.Mount> mounts(ConfigNode.Mapping function) {
        List<DeploymentUnit.Mount> mounts = new ArrayList<>();
        variables
                .at(function, "fileSystemConfig", "localMountPath")
                .ifPresent(
                        node ->
                                mounts.add(
                                        new DeploymentUnit.Mount(
                                                Nodes.value(node, Variables::isUnresolved),
                                                "efs",
                                                node.place())));
        return mounts;
    }

    /** A setting of the function, or else of the provider. */
    private Optional<Setting> setting(ConfigNode.Mapping function, String key) {
        return variables
                .at(function, key)
                .or(() -> variables.at(provider, key))
                .map(node -> Setting.at(Nodes.value(node, Variables::isUnresolved), node.place()));
    }

    private Optional<Setting> scaled(ConfigNode.Mapping function, String key, double factor) {
        return setting(function, key)
                .map(
                        setting ->
                                new Setting(
                                        setting.value()
                                                .number()
                                                .map(number -> Value.of(number * factor))
                                                .orElse(new Value.Unknown("it is computed")),
                                        setting.origin(),
                                        setting.place()));
    }
}
