package dev.dovetail.config.cloudformation;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.Value;
import dev.dovetail.config.aws.LambdaTriggers;
import dev.dovetail.config.aws.ProvidedHandlers;
import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The Lambda functions of a template, SAM's and plain ones. */
final class Functions {

    private static final String SAM = "AWS::Serverless::Function";
    private static final String PLAIN = "AWS::Lambda::Function";
    private static final String HOST = "aws-lambda";

    /** Functions with these are run in another way than event functions; see the platform's page. */
    private static final Map<String, String> OTHER_KINDS =
            Map.of(
                    "CapacityProviderConfig", "aws-lambda-managed-instances",
                    "DurableConfig", "aws-lambda-durable");

    private final Template template;
    private final Consumer<Notification> notifications;
    private final Callers callers;

    Functions(Template template, Consumer<Notification> notifications) {
        this.template = template;
        this.notifications = notifications;
        this.callers = new Callers(template);
    }

    List<DeploymentUnit> units() {
        List<DeploymentUnit> units = new ArrayList<>();
        for (Template.Resource resource : template.resources()) {
            if (resource.type().equals(SAM) || resource.type().equals(PLAIN)) {
                units.add(unit(resource));
            }
        }
        return units;
    }

    private DeploymentUnit unit(Template.Resource function) {
        DeploymentUnit.Draft unit =
                DeploymentUnit.draft(function.id(), host(function), function.place(), format(function))
                        .folder(folder(function));
        settings(function, unit);
        environment(function, unit);
        mounts(function, unit);
        unit.entryPoint(entryPoint(function));
        List<Trigger> triggers = new ArrayList<>();
        SamEvents events = new SamEvents(template, callers);
        triggers.addAll(events.of(function));
        Callers.Found others = callers.of(function.id());
        triggers.addAll(others.triggers());
        triggers.forEach(unit::trigger);
        if (!template.isComplete() || !events.allKnown() || !others.allKnown()) {
            unit.triggersUnknown();
        }
        responseMode(triggers).ifPresent(mode -> unit.setting(SettingName.RESPONSE_MODE, mode));
        return unit.build();
    }

    private static String format(Template.Resource function) {
        return function.type().equals(SAM) ? "sam" : "cloudformation";
    }

    private String host(Template.Resource function) {
        for (Map.Entry<String, String> kind : new java.util.TreeMap<>(OTHER_KINDS).entrySet()) {
            if (property(function, kind.getKey()).isPresent()) {
                return kind.getValue();
            }
        }
        return HOST;
    }

    /** The unit streams when one way in does. */
    private static Optional<Setting> responseMode(List<Trigger> triggers) {
        Optional<Setting> mode = Optional.empty();
        for (Trigger trigger : triggers) {
            for (Trigger.Hop hop : trigger.hops()) {
                Setting own = hop.settings().get(SettingName.RESPONSE_MODE);
                boolean streams =
                        own != null && own.value().text().filter("stream"::equals).isPresent();
                if (own != null && (mode.isEmpty() || streams)) {
                    mode = Optional.of(own);
                }
            }
        }
        return mode;
    }

    private void settings(Template.Resource function, DeploymentUnit.Draft unit) {
        unit.setting(
                SettingName.TIMEOUT,
                property(function, "Timeout")
                        .map(node -> Template.scaled(node, 1000))
                        .orElse(Setting.byDefault(3000.0)));
        unit.setting(
                SettingName.MEMORY,
                property(function, "MemorySize")
                        .map(Template::setting)
                        .orElse(Setting.byDefault(128.0)));
        property(function, "Runtime")
                .ifPresent(node -> unit.setting(SettingName.RUNTIME, Template.setting(node)));
        unit.setting(
                SettingName.ARCHITECTURE,
                property(function, "Architectures")
                        .flatMap(list -> template.elements(list).stream().findFirst())
                        .map(Template::setting)
                        .orElse(Setting.byDefault("x86_64")));
        property(function, "EphemeralStorage", "Size")
                .ifPresent(
                        node -> unit.setting(SettingName.TEMPORARY_STORAGE, Template.setting(node)));
        property(function, "SnapStart", "ApplyOn")
                .filter(node -> Nodes.text(node).equals(Optional.of("PublishedVersions")))
                .ifPresent(
                        node ->
                                unit.setting(
                                        SettingName.SNAPSTART,
                                        Setting.at(new Value.Known(true), node.place())));
        property(function, "Layers")
                .ifPresent(
                        node ->
                                unit.setting(
                                        SettingName.LAYERS,
                                        Setting.at(new Value.Known(true), node.place())));
        unit.setting(
                SettingName.PACKAGE_TYPE, Setting.byDefault(isImage(function) ? "image" : "zip"));
        String method = Nodes.text(function.body(), "Metadata", "BuildMethod").orElse("");
        if (!method.isEmpty()) {
            unit.setting(SettingName.BUILT, Setting.byDefault(true));
        }
        if (method.equals("makefile") || property(function, "Layers").isPresent()) {
            unit.setting(SettingName.HANDLER_MAY_DIFFER, Setting.byDefault(true));
        }
    }

    private boolean isImage(Template.Resource function) {
        return property(function, "PackageType")
                        .flatMap(Nodes::text)
                        .filter("Image"::equals)
                        .isPresent()
                || property(function, "ImageUri").isPresent()
                || property(function, "Code", "ImageUri").isPresent();
    }

    private void environment(Template.Resource function, DeploymentUnit.Draft unit) {
        Map<String, ConfigNode.Entry> variables = new LinkedHashMap<>();
        for (ConfigNode of : layers(function)) {
            Optional<ConfigNode> written = template.at(of, "Environment", "Variables");
            if (written.filter(template::isUnknown).isPresent()) {
                unit.environmentUnknown();
            }
            Nodes.entries(written).forEach(entry -> variables.put(entry.key(), entry));
        }
        variables.forEach(
                (name, entry) ->
                        template.at(entry.value())
                                .ifPresent(
                                        node ->
                                                unit.variable(
                                                        name,
                                                        Setting.at(
                                                                Template.value(node),
                                                                entry.keyPlace()))));
        if (!template.isComplete()) {
            unit.environmentUnknown();
        }
    }

    private void mounts(Template.Resource function, DeploymentUnit.Draft unit) {
        property(function, "FileSystemConfigs")
                .map(list -> template.elements(list))
                .orElse(List.of())
                .forEach(
                        mount ->
                                template.at(mount, "LocalMountPath")
                                        .ifPresent(
                                                path ->
                                                        unit.mount(
                                                                new DeploymentUnit.Mount(
                                                                        Template.value(path),
                                                                        "efs",
                                                                        path.place()))));
    }

    private EntryPoint entryPoint(Template.Resource function) {
        Place place = function.place();
        if (isImage(function)) {
            return new EntryPoint.Unknown("it runs a container image", place);
        }
        if (property(function, "InlineCode").isPresent()
                || property(function, "Code", "ZipFile").isPresent()) {
            return new EntryPoint.Unknown("its code is written in the template", place);
        }
        Optional<ConfigNode> handler = property(function, "Handler");
        Optional<String> reference =
                handler.filter(node -> !template.isUnknown(node)).flatMap(Nodes::text);
        if (reference.isEmpty()) {
            return new EntryPoint.Unknown(
                    handler.isPresent() ? "its handler is computed" : "it names no handler", place);
        }
        place = handler.get().place();
        if (ProvidedHandlers.include(reference.get())) {
            return new EntryPoint.Unknown(
                    "a layer provides the handler " + reference.get(), place);
        }
        if (isWrapped(function)) {
            return new EntryPoint.Unknown("a wrapper starts the program", place);
        }
        Optional<ConfigNode> code = code(function);
        if (code.isPresent() && local(code.get()).isEmpty()) {
            return new EntryPoint.Unknown("its code lies outside the workspace", place);
        }
        String folder = folder(function);
        if (Paths.resolve(folder, reference.get()).isEmpty()) {
            notifications.accept(
                    new Notification(
                            Notification.Level.WARNING,
                            "The handler "
                                    + reference.get()
                                    + " leaves the workspace and is not read.",
                            place));
            return new EntryPoint.Unknown("its handler leaves the workspace", place);
        }
        Optional<String> runtime = property(function, "Runtime").flatMap(Nodes::text);
        if (runtime.filter(LambdaTriggers::isCustom).isPresent()) {
            return new EntryPoint.Unknown("its package brings the runtime", place);
        }
        String language = runtime.map(LambdaTriggers::language).orElse("");
        return new EntryPoint.Handler(
                bundled(function, reference.get()), folder, language, place);
    }

    /** A variable that hands the start over to a program of a layer. */
    private boolean isWrapped(Template.Resource function) {
        return layers(function).stream()
                .anyMatch(
                        of ->
                                template.at(of, "Environment", "Variables", "AWS_LAMBDA_EXEC_WRAPPER")
                                        .isPresent());
    }

    /** With esbuild the handler names the bundle; its source is among the entry points. */
    private String bundled(Template.Resource function, String handler) {
        List<String> sources =
                Nodes.at(function.body(), "Metadata", "BuildProperties", "EntryPoints")
                        .map(template::elements)
                        .orElse(List.of())
                        .stream()
                        .flatMap(node -> Nodes.text(node).stream())
                        .map(Paths::withoutExtension)
                        .toList();
        int dot = handler.lastIndexOf('.');
        if (dot < 0) {
            return handler;
        }
        String file = Paths.name(handler.substring(0, dot));
        for (String source : sources) {
            if (Paths.name(source).equals(file)) {
                return source + handler.substring(dot);
            }
        }
        return handler;
    }

    /** The folder of the code; the module of what a Java build packs. */
    private String folder(Template.Resource function) {
        return code(function).flatMap(this::local).orElse(template.folder());
    }

    private Optional<ConfigNode> code(Template.Resource function) {
        return property(function, function.type().equals(SAM) ? "CodeUri" : "Code");
    }

    private Optional<String> local(ConfigNode code) {
        if (template.isUnknown(code)) {
            return Optional.empty();
        }
        Optional<String> path = Nodes.text(code).filter(text -> !text.contains("://"));
        return path.flatMap(text -> Paths.resolve(template.folder(), moduleOf(text)));
    }

    /** {@code shop/target/shop-1.0.jar} is made from {@code shop}. */
    private static String moduleOf(String path) {
        String normalized = path.replace('\\', '/');
        if (!normalized.endsWith(".jar") && !normalized.endsWith(".zip")) {
            return normalized;
        }
        for (String output : List.of("target/", "build/distributions/", "build/libs/", "dist/")) {
            int at = normalized.lastIndexOf(output);
            if (at == 0 || at > 0 && normalized.charAt(at - 1) == '/') {
                return normalized.substring(0, at).isEmpty() ? "." : normalized.substring(0, at);
            }
        }
        return Paths.parent(normalized).isEmpty() ? "." : Paths.parent(normalized);
    }

    /** A property of the function, or else of the template's globals. */
    private Optional<ConfigNode> property(Template.Resource function, String... keys) {
        List<ConfigNode> layers = layers(function);
        for (int i = layers.size() - 1; i >= 0; i--) {
            Optional<ConfigNode> found = template.at(layers.get(i), keys);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** What a function's properties are made of, the stronger last. */
    private List<ConfigNode> layers(Template.Resource function) {
        List<ConfigNode> layers = new ArrayList<>();
        if (function.type().equals(SAM)) {
            Nodes.at(template.document(), "Globals", "Function").ifPresent(layers::add);
        }
        layers.add(function.properties());
        return layers;
    }
}
