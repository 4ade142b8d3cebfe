package dev.dovetail.config.docker;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Documents;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.commands.ShellScripts;
import dev.dovetail.config.pipelines.Pipelines;
import dev.dovetail.config.pipelines.Scripts;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.config.project.PackageJson;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Which Dockerfile the image of a name is built from, by all that the workspace says of it: Compose
 * services with {@code image} and {@code build}, pipelines, scripts, skaffold.yaml, and names of
 * folders and packages.
 *
 * <p>Nothing is read before it is first asked.
 */
public final class BuiltImages {

    private final Workspace workspace;
    private final Documents documents;
    private final Images images;
    private final Manifests manifests;
    private @Nullable List<NamedBuild> builds;

    public BuiltImages(Manifests manifests) {
        this.workspace = manifests.workspace();
        this.documents = manifests.documents();
        this.images = new Images(workspace);
        this.manifests = manifests;
    }

    /** The image that a container runs which names it so; empty when none or several may be meant. */
    public Optional<Image> of(String name) {
        ImageName deployed = ImageName.of(name);
        if (!deployed.isKnown()) {
            return Optional.empty();
        }
        return build(deployed)
                .flatMap(build -> images.at(build.dockerfile(), build.context(), build.target(), build.arguments()))
                .or(() -> deployed.isPublic() ? Optional.empty() : images.named(name).flatMap(images::of))
                .or(() -> deployed.isPublic() ? Optional.empty() : ofPackage(deployed));
    }

    /**
     * The image of the only Dockerfile there is. It is what a workspace deploys that names one image
     * which nothing else explains.
     */
    public Optional<Image> sole() {
        List<String> files = images.files().stream().filter(file -> !DockerfileReader.isForDevelopment(file)).toList();
        return files.size() == 1 ? images.of(files.get(0)) : Optional.empty();
    }

    /** Whether an image is most likely made by others: a database, a proxy, a tool. */
    public static boolean isPublic(String name) {
        return ImageName.of(name).isPublic();
    }

    /** The name without tag and digest. */
    public static String repository(String name) {
        return String.join("/", ImageName.of(name).path());
    }

    private Optional<NamedBuild> build(ImageName deployed) {
        List<NamedBuild> best = new ArrayList<>();
        int rank = Integer.MAX_VALUE;
        for (NamedBuild build : builds()) {
            OptionalInt agreement = build.name().agreesWith(deployed);
            if (agreement.isEmpty() || agreement.getAsInt() > rank) {
                continue;
            }
            if (agreement.getAsInt() < rank) {
                best.clear();
                rank = agreement.getAsInt();
            }
            best.add(build);
        }
        return one(best)
                .or(() -> one(best.stream().filter(each -> each.name().tag().equals(deployed.tag())).toList()))
                .or(() -> one(best.stream().filter(each -> !DockerfileReader.isForDevelopment(each.dockerfile())).toList()));
    }

    /** What all of them build. */
    private static Optional<NamedBuild> one(List<NamedBuild> all) {
        return !all.isEmpty() && all.stream().allMatch(all.get(0)::isSameBuild)
                ? Optional.of(all.get(0))
                : Optional.empty();
    }

    /** The Dockerfile beside a package.json that has the image's name. */
    private Optional<Image> ofPackage(ImageName deployed) {
        List<String> fitting =
                images.files().stream()
                        .filter(file -> !DockerfileReader.isForDevelopment(file))
                        .filter(
                                file ->
                                        manifests.packageIn(Paths.parent(file))
                                                .flatMap(PackageJson::name)
                                                .filter(name -> Paths.name(name).equalsIgnoreCase(deployed.last()))
                                                .isPresent())
                        .toList();
        return fitting.size() == 1 ? images.of(fitting.get(0)) : Optional.empty();
    }

    private List<NamedBuild> builds() {
        if (builds == null) {
            builds = read();
        }
        return builds;
    }

    private List<NamedBuild> read() {
        List<NamedBuild> found = new ArrayList<>();
        BuildCommands commands = new BuildCommands(workspace, found::add);
        compose(commands);
        for (String file : workspace.files()) {
            String name = Paths.name(file).toLowerCase(Locale.ROOT);
            if (name.matches("skaffold[^/]*\\.ya?ml")) {
                documents.read(file).forEach(document -> skaffold(Paths.parent(file), document, commands));
            } else if (Pipelines.isPipeline(file) && mentionsBuild(file)) {
                PipelineBuilds.read(file, documents.read(file), new BuildCommands(workspace, found::add));
            } else if (Scripts.isScript(file) && mentionsBuild(file)) {
                Scripts.read(file, workspace.read(file).orElse(""), new BuildCommands(workspace, found::add)::read);
            } else if (name.equals("package.json") && mentionsBuild(file)) {
                manifests.packageIn(Paths.parent(file))
                        .ifPresent(
                                manifest ->
                                        manifest.scripts()
                                                .values()
                                                .forEach(script -> scripts(script, manifest, new BuildCommands(workspace, found::add))));
            }
        }
        return List.copyOf(found);
    }

    private static void scripts(String script, PackageJson manifest, BuildCommands commands) {
        ShellScripts.calls(script, manifest.folder(), Map.of(), manifest.place())
                .forEach(commands::read);
    }

    private boolean mentionsBuild(String file) {
        return workspace.read(file)
                .filter(text -> text.contains("docker") || text.contains("podman") || text.contains("buildah") || text.contains("kaniko") || text.contains("acr build") || text.contains("builds submit"))
                .filter(text -> text.contains("build") || text.contains("kaniko"))
                .isPresent();
    }

    private void compose(BuildCommands commands) {
        for (ComposeProject project : ComposeProject.all(workspace, documents)) {
            for (ComposeService service : project.services()) {
                Optional<ComposeService.Build> build = service.build();
                Optional<String> context = build.flatMap(ComposeService.Build::context);
                Optional<ConfigNode> image = service.get("image");
                if (build.isEmpty() || context.isEmpty() || image.isEmpty()) {
                    continue;
                }
                // A variable with no default leaves the rest of the name known.
                String name = service.text("image").or(() -> Nodes.text(image.get())).orElse("");
                Paths.resolve(context.get(), build.get().dockerfile())
                        .ifPresent(
                                file ->
                                        commands.add(
                                                List.of(name),
                                                "",
                                                context.get(),
                                                Optional.of(file),
                                                build.get().target(),
                                                build.get().arguments(),
                                                image.get().place()));
            }
        }
    }

    /** https://skaffold.dev/docs/references/yaml/ */
    private static void skaffold(String folder, ConfigNode document, BuildCommands commands) {
        for (ConfigNode artifact : Nodes.at(document, "build", "artifacts").map(Nodes::elements).orElse(List.of())) {
            boolean docker =
                    List.of("jib", "buildpacks", "ko", "bazel", "custom").stream().noneMatch(key -> artifact.get(key).isPresent());
            if (docker) {
                String context = Nodes.text(artifact, "context").orElse(".");
                // skaffold's dockerfile is relative to the context.
                String file = Nodes.text(artifact, "docker", "dockerfile").orElse("Dockerfile");
                commands.add(
                        Nodes.text(artifact, "image").stream().toList(),
                        folder,
                        context,
                        Optional.of(context + "/" + file),
                        Nodes.text(artifact, "docker", "target"),
                        Map.of(),
                        artifact.place());
            }
        }
    }
}
