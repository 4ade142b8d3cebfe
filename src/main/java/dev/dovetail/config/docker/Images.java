package dev.dovetail.config.docker;

import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Value;
import dev.dovetail.config.commands.CommandLine;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The images that the Dockerfiles of a workspace make. */
public final class Images {

    private final Workspace workspace;

    public Images(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Whether a file is a Dockerfile by its name: {@code Dockerfile.api}, {@code api.Dockerfile}, {@code Containerfile}. */
    public static boolean isDockerfile(String file) {
        String name = Paths.name(file).toLowerCase(Locale.ROOT);
        if (name.endsWith(".dockerignore") || name.endsWith(".md") || name.endsWith(".j2") || name.endsWith(".tmpl")) {
            return false;
        }
        return name.equals("dockerfile")
                || name.equals("containerfile")
                || name.startsWith("dockerfile.")
                || name.startsWith("containerfile.")
                || name.endsWith(".dockerfile");
    }

    /** All Dockerfiles, in path order. */
    public List<String> files() {
        return workspace.files().stream().filter(Images::isDockerfile).toList();
    }

    /** The image of a Dockerfile with the context that its COPY lines fit best. */
    public Optional<Image> of(String dockerfile) {
        return at(dockerfile, context(dockerfile), Optional.empty(), Map.of());
    }

    /**
     * The Dockerfile of an image that others name, such as {@code ghcr.io/acme/shop-api:1.2}: the one
     * in a folder of that name, or whose own name ends with it. Empty when none or several fit.
     */
    public Optional<String> named(String image) {
        String name = Paths.name(image.replaceFirst("@.*$", "").replaceFirst(":[^/]*$", "")).toLowerCase(Locale.ROOT);
        List<String> files = files().stream().filter(file -> !DockerfileReader.isForDevelopment(file)).toList();
        List<String> same = files.stream().filter(file -> names(file).contains(name)).toList();
        if (!same.isEmpty()) {
            return same.size() == 1 ? Optional.of(same.get(0)) : Optional.empty();
        }
        // acme/shop-api is built in the folder api, and acme/api in api-service, when no other fits.
        List<String> ending =
                files.stream()
                        .filter(file -> names(file).stream().anyMatch(each -> isPartOf(each, name) || isPartOf(name, each)))
                        .toList();
        return ending.size() == 1 ? Optional.of(ending.get(0)) : Optional.empty();
    }

    /** Whether a name is the end of a longer one, or all of it but the word for what it is. */
    private static boolean isPartOf(String name, String longer) {
        return name.length() > 2
                && (longer.endsWith("-" + name) || longer.endsWith("_" + name) || longer.equals(name + "-service"));
    }

    /** By what a Dockerfile may be called: its folder, and its own name apart from the word itself. */
    private static List<String> names(String file) {
        String own = Paths.name(file).toLowerCase(Locale.ROOT).replaceAll("^(dockerfile|containerfile)\\.?|\\.dockerfile$", "");
        String folder = Paths.name(Paths.parent(file)).toLowerCase(Locale.ROOT);
        return own.isEmpty() ? List.of(folder) : List.of(folder, own);
    }

    /**
     * The image that a build makes.
     *
     * @param dockerfile its path in the workspace
     * @param context the folder of the workspace that is built from
     * @param target the stage to stop at; the last one when empty
     * @param arguments values for its {@code ARG}s
     * @return empty when there is no such file or stage
     */
    public Optional<Image> at(
            String dockerfile, String context, Optional<String> target, Map<String, Value> arguments) {
        if (!workspace.has(dockerfile)) {
            return Optional.empty();
        }
        List<Instruction> instructions =
                workspace.read(dockerfile).map(text -> DockerfileParser.parse(dockerfile, text)).orElse(List.of());
        DockerIgnore ignored = ignored(dockerfile, context);
        String home = home(dockerfile, context);
        ImageBuild build =
                new ImageBuild(
                        arguments, stage -> new ImageFiles(workspace, context, home, ignored, stage));
        return build.run(instructions, target)
                .map(stage -> image(dockerfile, context, stage, new ImageFiles(workspace, context, home, ignored, stage)));
    }

    /**
     * An image of a registry to which the workspace adds nothing, such as {@code node:22} under a
     * mounted folder.
     *
     * @param place the line that names it
     */
    public Image plain(String name, String folder, Place place) {
        Stage stage = Stage.on("", new Value.Known(name), place);
        return image(
                place.file(),
                folder,
                stage,
                new ImageFiles(workspace, folder, folder, DockerIgnore.none(), stage));
    }

    private static Image image(String dockerfile, String context, Stage stage, ImageFiles files) {
        Place commandPlace = stage.commandPlace.or(() -> stage.entrypointPlace).orElse(stage.from);
        Map<String, Setting> settings = new HashMap<>(stage.settings);
        settings.put(
                SettingName.SYSTEM_PACKAGES,
                Setting.at(
                        stage.packages.isComplete()
                                ? new Value.Known(stage.packages.toString())
                                : new Value.Unknown("the image may hold programs that are not read"),
                        stage.from));
        settings.put(SettingName.WORKING_FOLDER, Setting.at(new Value.Known(stage.folder), stage.from));
        if (stage.exposed.size() == 1) {
            settings.put(SettingName.EXPOSED_PORT, stage.exposed.get(0));
        }
        return new Image(
                dockerfile,
                context,
                files,
                stage.folder,
                stage.entrypoint,
                stage.command,
                commandPlace,
                stage.environment,
                stage.exposed,
                settings,
                stage.mounts,
                stage.from);
    }

    /** The ignore file beside the Dockerfile wins over the context's. */
    private DockerIgnore ignored(String dockerfile, String context) {
        String own = dockerfile + ".dockerignore";
        String shared = context.isEmpty() ? ".dockerignore" : context + "/.dockerignore";
        return workspace.read(own)
                .map(text -> DockerIgnore.of(own, text))
                .or(() -> workspace.read(shared).map(text -> DockerIgnore.of(shared, text)))
                .orElse(DockerIgnore.none());
    }

    /** The folder of the Dockerfile when a build file lies in it, else the context. */
    private String home(String dockerfile, String context) {
        String folder = Paths.parent(dockerfile);
        for (String name : List.of("pom.xml", "build.gradle", "build.gradle.kts")) {
            boolean there = workspace.has(folder.isEmpty() ? name : folder + "/" + name);
            if (there && Paths.isUnder(folder, context)) {
                return folder;
            }
        }
        return context;
    }

    /** The Dockerfile's folder or one above it: where most of what it copies is there. */
    private String context(String dockerfile) {
        List<String> sources = new ArrayList<>();
        for (Instruction each : workspace.read(dockerfile).map(text -> DockerfileParser.parse(dockerfile, text)).orElse(List.of())) {
            boolean copies = each.keyword().equals("COPY") || each.keyword().equals("ADD");
            if (copies && each.flag("from").isEmpty() && each.documents().isEmpty()) {
                List<String> words = ImageBuild.list(each.text()).orElse(List.of(each.text().split("\\s+")));
                sources.addAll(words.subList(0, Math.max(0, words.size() - 1)));
            }
        }
        String best = Paths.parent(dockerfile);
        long most = there(best, sources);
        String folder = best;
        while (!folder.isEmpty()) {
            folder = Paths.parent(folder);
            long count = there(folder, sources);
            if (count > most) {
                most = count;
                best = folder;
            }
        }
        // A folder that holds nothing but the Dockerfile is not what COPY . means.
        String own = Paths.parent(dockerfile);
        boolean bare =
                most == 0
                        && !own.isEmpty()
                        && workspace.filesUnder(own).stream().allMatch(file -> isDockerfile(file) || file.endsWith(".sh") || file.endsWith(".conf") || file.contains("compose"));
        return bare ? Paths.parent(own) : best;
    }

    private long there(String folder, List<String> sources) {
        return sources.stream()
                .filter(source -> !source.matches("[./]*") && !source.contains("*") && !source.contains("$"))
                .filter(
                        source ->
                                Paths.resolve(folder, source)
                                        .filter(path -> workspace.has(path) || workspace.hasFolder(path))
                                        .isPresent())
                .count();
    }

    /** What a container runs when config gives it this entry point and command, or none. */
    public static Optional<CommandLine> started(
            Image image, Optional<CommandLine> entrypoint, Optional<CommandLine> command) {
        return entrypoint.isPresent()
                ? joined(entrypoint, command)
                : joined(image.entrypoint(), command.or(image::command));
    }

    /** https://docs.docker.com/reference/dockerfile/#understand-how-cmd-and-entrypoint-interact */
    private static Optional<CommandLine> joined(
            Optional<CommandLine> entrypoint, Optional<CommandLine> command) {
        if (!(entrypoint.orElse(null) instanceof CommandLine.Exec exec)) {
            return entrypoint.or(() -> command);
        }
        List<String> words = new ArrayList<>(exec.arguments());
        if (command.orElse(null) instanceof CommandLine.Exec more) {
            words.addAll(more.arguments());
        } else if (command.orElse(null) instanceof CommandLine.ShellText text) {
            words.addAll(List.of("/bin/sh", "-c", text.text()));
        }
        return Optional.of(new CommandLine.Exec(words));
    }
}
