package dev.dovetail.config.cloudformation;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.PackagedFiles;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Value;
import dev.dovetail.config.aws.FunctionFiles;
import dev.dovetail.config.aws.FunctionImages;
import dev.dovetail.config.aws.LambdaHandlers;
import dev.dovetail.config.docker.Image;
import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Where the code of one function is, and what the build does with it. */
final class FunctionCode {

    /** Folders that build tools write artefacts to. */
    private static final Set<String> OUTPUT = Set.of("target", "build", "dist", "out", ".build");

    private final Template template;
    private final Intrinsics intrinsics;
    private final Template.Resource function;
    private final ConfigNode properties;
    private final ConfigNode metadata;
    private final Consumer<Notification> notifications;
    private final Optional<Setting> runtime;
    private final Optional<ConfigNode> code;
    private final Optional<Image> image;
    private final FunctionImages images;

    FunctionCode(
            Template template,
            Template.Resource function,
            FunctionImages images,
            Consumer<Notification> notifications) {
        this.template = template;
        this.intrinsics = template.intrinsics();
        this.function = function;
        this.properties = function.properties();
        this.metadata =
                intrinsics
                        .at(function.node(), "Metadata")
                        .orElse(new ConfigNode.Mapping(List.of(), "", function.place()));
        this.notifications = notifications;
        this.runtime = intrinsics.setting(properties, "Runtime");
        this.code =
                intrinsics.at(properties, "CodeUri").or(() -> intrinsics.at(properties, "Code"));
        this.images = images;
        this.image = isImage() ? image() : Optional.empty();
    }

    /** The image that SAM builds of a Dockerfile, or that has the name which the template gives. */
    private Optional<Image> image() {
        Optional<String> file = intrinsics.text(metadata, "Dockerfile");
        Optional<String> context =
                intrinsics.text(metadata, "DockerContext").flatMap(path -> Paths.resolve(template.folder(), path));
        if (file.isPresent() && context.isPresent()) {
            return Paths.resolve(context.get(), file.get())
                    .flatMap(path -> images.at(path, context.get(), intrinsics.text(metadata, "DockerBuildTarget")));
        }
        return intrinsics.at(properties, "ImageUri")
                .or(() -> code.flatMap(node -> node.get("ImageUri")))
                .flatMap(node -> images.named(Nodes.text(node).orElse("${computed}")));
    }

    Map<String, Setting> settings() {
        Map<String, Setting> settings = new HashMap<>();
        runtime.or(() -> image.flatMap(FunctionImages::runtime))
                .ifPresent(value -> settings.put(SettingName.RUNTIME, value));
        image.ifPresent(
                each ->
                        Set.of(SettingName.BASE_IMAGE, SettingName.LIBC, SettingName.SYSTEM_PACKAGES)
                                .forEach(name -> Optional.ofNullable(each.settings().get(name)).ifPresent(value -> settings.put(name, value))));
        settings.put(
                SettingName.PACKAGE_TYPE,
                isImage()
                        ? intrinsics
                                .at(properties, "PackageType")
                                .map(node -> Setting.at(new Value.Known("image"), node.place()))
                                .orElse(Setting.byDefault("image"))
                        : Setting.byDefault("zip"));
        if (isBuilt()) {
            settings.put(SettingName.BUILT, Setting.byDefault(true));
        }
        if (buildMethod().filter(FunctionCode::isFree).isPresent() || bringsForeignLayer()) {
            settings.put(SettingName.HANDLER_MAY_DIFFER, Setting.byDefault(true));
        }
        return settings;
    }

    private boolean isImage() {
        return intrinsics.text(properties, "PackageType").filter("Image"::equals).isPresent()
                || intrinsics.at(properties, "ImageUri").isPresent()
                || code.flatMap(node -> node.get("ImageUri")).isPresent();
    }

    /** Whether a layer that another template makes may hold the handler. */
    private boolean bringsForeignLayer() {
        return intrinsics.at(properties, "Layers").map(intrinsics::elements).orElse(List.of())
                .stream()
                .anyMatch(layer -> template.referred(layer).isEmpty());
    }

    private Optional<String> buildMethod() {
        return intrinsics.text(metadata, "BuildMethod");
    }

    /** Whether a way to build may write any file under any name. */
    private static boolean isFree(String method) {
        return method.equals("makefile") || method.equals("esbuild");
    }

    private boolean isBuilt() {
        boolean artefact =
                localPath()
                        .filter(
                                path ->
                                        isArchive(path)
                                                || List.of(path.split("/")).stream()
                                                        .anyMatch(OUTPUT::contains))
                        .isPresent();
        boolean copied = image.isPresent() && !image.get().files().isEmpty();
        return artefact || copied || buildMethod().filter(FunctionCode::isFree).isPresent();
    }

    private static boolean isArchive(String path) {
        return path.endsWith(".jar") || path.endsWith(".zip");
    }

    /** The path of the code as written, when it is one of this machine's. */
    private Optional<String> localPath() {
        if (code.isEmpty()) {
            return function.isServerless() ? Optional.of(".") : Optional.empty();
        }
        return code.filter(node -> !intrinsics.isUnresolved(node))
                .flatMap(Nodes::text)
                .filter(text -> !text.contains("://") && !text.startsWith("/"));
    }

    /** The folder that is packaged; for an artefact, that of the project which makes it. */
    String folder() {
        if (image.isPresent()) {
            return image.get().files().home();
        }
        return localPath()
                .map(FunctionCode::project)
                .flatMap(path -> Paths.resolve(template.folder(), path))
                .orElse(template.folder());
    }

    /** The files of that folder; not known where something is built, or in an image. */
    PackagedFiles packaged() {
        if (image.isPresent()) {
            return image.get().files();
        }
        boolean asItLies =
                localPath().isPresent()
                        && !isImage()
                        && !isBuilt()
                        && buildMethod().isEmpty()
                        && intrinsics.at(properties, "Layers").isEmpty();
        return asItLies
                ? new FunctionFiles(folder(), code.map(ConfigNode::place).orElse(function.place()), List.of())
                : PackagedFiles.UNKNOWN;
    }

    private static String project(String path) {
        if (!isArchive(path)) {
            return path;
        }
        List<String> parts = new ArrayList<>(List.of(path.split("/")));
        for (int i = 0; i < parts.size() - 1; i++) {
            if (OUTPUT.contains(parts.get(i))) {
                return i == 0 ? "." : String.join("/", parts.subList(0, i));
            }
        }
        return parts.size() == 1 ? "." : String.join("/", parts.subList(0, parts.size() - 1));
    }

    EntryPoint entryPoint() {
        Place place = function.place();
        if (image.isPresent()) {
            Optional<ConfigNode> command = intrinsics.at(properties, "ImageConfig", "Command");
            List<String> words = command.map(intrinsics::elements).orElse(List.of()).stream().flatMap(each -> Nodes.text(each).stream()).toList();
            return images.entryPoint(image.get(), words, command.map(ConfigNode::place).orElse(place));
        }
        if (isImage()) {
            return new EntryPoint.Unknown("it runs a container image", place);
        }
        if (intrinsics.at(properties, "InlineCode").isPresent()
                || code.flatMap(node -> node.get("ZipFile")).isPresent()) {
            return new EntryPoint.Unknown("its code stands in the template", place);
        }
        Optional<String> path = localPath();
        if (path.isEmpty()) {
            return new EntryPoint.Unknown("its code is fetched from elsewhere", place);
        }
        if (Paths.resolve(template.folder(), path.get()).isEmpty()) {
            notifications.accept(
                    new Notification(
                            Notification.Level.WARNING,
                            "The code folder "
                                    + path.get()
                                    + " leaves the workspace and is not read.",
                            code.map(ConfigNode::place).orElse(place)));
            return new EntryPoint.Unknown("its code leaves the workspace", place);
        }
        boolean wrapped =
                intrinsics
                        .text(properties, "Environment", "Variables", "AWS_LAMBDA_EXEC_WRAPPER")
                        .filter("/opt/bootstrap"::equals)
                        .isPresent();
        if (wrapped) {
            return new EntryPoint.Unknown("a wrapper starts the program", place);
        }
        Optional<ConfigNode> handler = intrinsics.at(properties, "Handler");
        if (handler.isEmpty()) {
            return new EntryPoint.Unknown("it names no handler", place);
        }
        Optional<String> reference =
                handler.filter(node -> !intrinsics.isUnresolved(node)).flatMap(Nodes::text);
        if (reference.isEmpty()) {
            return new EntryPoint.Unknown("its handler is computed", handler.get().place());
        }
        return LambdaHandlers.entryPoint(
                bundled(reference.get()),
                folder(),
                runtime.flatMap(setting -> setting.value().text()),
                runtime.isPresent(),
                handler.get().place(),
                notifications);
    }

    /** The source that esbuild makes the handler's file of, when the template names it. */
    private String bundled(String reference) {
        if (buildMethod().filter("esbuild"::equals).isEmpty()) {
            return reference;
        }
        int dot = reference.lastIndexOf('.');
        if (dot < 0) {
            return reference;
        }
        String file = reference.substring(0, dot);
        List<String> sources = new ArrayList<>();
        intrinsics
                .at(metadata, "BuildProperties", "EntryPoints")
                .map(intrinsics::elements)
                .orElse(List.of())
                .forEach(
                        node ->
                                Nodes.text(node)
                                        .map(Paths::withoutExtension)
                                        .map(text -> text.replaceFirst("^\\./", ""))
                                        .filter(
                                                text ->
                                                        text.equals(file)
                                                                || text.endsWith("/" + file))
                                        .ifPresent(sources::add));
        return sources.size() == 1 ? sources.get(0) + reference.substring(dot) : reference;
    }
}
