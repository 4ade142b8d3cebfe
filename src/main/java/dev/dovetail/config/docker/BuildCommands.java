package dev.dovetail.config.docker;

import dev.dovetail.config.Value;
import dev.dovetail.config.commands.SimpleCommand;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Calls of programs that build images: {@code docker build -t NAME -f FILE CONTEXT} and its kin.
 *
 * <p>https://docs.docker.com/reference/cli/docker/buildx/build/
 */
final class BuildCommands {

    private static final Set<String> VALUED =
            Set.of("-t", "--tag", "-f", "--file", "--target", "--build-arg", "--platform", "--label",
                    "--cache-from", "--cache-to", "--network", "--progress", "--output", "-o", "--secret",
                    "--ssh", "--add-host", "--shm-size", "--iidfile", "--builder", "--metadata-file",
                    "--build-context", "--memory", "-m", "--cpus", "--ulimit", "--registry", "-r",
                    "--image", "--destination", "-d", "--dockerfile", "--context", "-c", "--project",
                    "--timeout", "--attest", "--annotation", "--isolation", "--arg", "--resource-group", "-g");

    private static final List<List<String>> BUILDERS =
            List.of(
                    List.of("docker", "build"),
                    List.of("docker", "image", "build"),
                    List.of("docker", "buildx", "build"),
                    List.of("docker", "builder", "build"),
                    List.of("podman", "build"),
                    List.of("nerdctl", "build"),
                    List.of("buildah", "bud"),
                    List.of("buildah", "build"),
                    List.of("minikube", "image", "build"),
                    List.of("az", "acr", "build"),
                    List.of("gcloud", "builds", "submit"),
                    List.of("/kaniko/executor"));

    private final Workspace workspace;
    private final Consumer<NamedBuild> found;
    private final List<NamedBuild> own = new ArrayList<>();

    BuildCommands(Workspace workspace, Consumer<NamedBuild> found) {
        this.workspace = workspace;
        this.found = found;
    }

    /** Takes what a call builds, if it builds. */
    void read(SimpleCommand call) {
        List<String> words = call.words();
        int start = 0;
        while (start < words.size() - 1 && Set.of("sudo", "time", "exec", "env", "command").contains(words.get(start))) {
            start++;
        }
        SimpleCommand bare = new SimpleCommand(words.subList(start, words.size()), call.folder(), call.place());
        if (bare.isCallOf("docker", "tag") || bare.isCallOf("docker", "image", "tag")) {
            rename(bare);
            return;
        }
        for (List<String> builder : BUILDERS) {
            if (bare.isCallOf(builder.toArray(String[]::new))) {
                build(bare, bare.after(builder.size(), VALUED));
                return;
            }
        }
    }

    private void rename(SimpleCommand call) {
        List<String> names = call.after(call.isCallOf("docker", "tag") ? 2 : 3, Set.of()).rest();
        if (names.size() != 2) {
            return;
        }
        ImageName from = ImageName.of(names.get(0));
        for (NamedBuild each : List.copyOf(own)) {
            if (each.name().path().equals(from.path())) {
                add(new NamedBuild(ImageName.of(names.get(1)), each.dockerfile(), each.context(), each.target(), each.arguments(), call.place()));
            }
        }
    }

    private void build(SimpleCommand call, SimpleCommand.Parts parts) {
        List<String> names = parts.values("-t", "--tag", "--image", "--destination");
        String context =
                parts.value("--context")
                        .or(() -> parts.rest().stream().findFirst())
                        .map(path -> path.replaceFirst("^dir://", ""))
                        .orElse(".");
        Optional<String> file = parts.value("-f", "--file", "--dockerfile");
        Map<String, Value> arguments = new HashMap<>();
        for (String each : parts.values("--build-arg")) {
            int equals = each.indexOf('=');
            if (equals > 0 && SimpleCommand.isKnown(each)) {
                arguments.put(each.substring(0, equals), new Value.Known(each.substring(equals + 1)));
            }
        }
        for (String folder : folders(call)) {
            if (add(names, folder, context, file, parts.value("--target"), arguments, call.place())) {
                return;
            }
        }
    }

    /** The folder that the call is made in, or those that a script usually goes to. */
    private static Set<String> folders(SimpleCommand call) {
        if (call.folder().isPresent()) {
            return Set.of(call.folder().get());
        }
        Set<String> folders = new LinkedHashSet<>();
        folders.add("");
        String folder = Paths.parent(call.place().file());
        folders.add(folder);
        folders.add(Paths.parent(folder));
        return folders;
    }

    /**
     * Takes a build, if there is such a Dockerfile.
     *
     * @param folder that paths start from
     * @param file of the Dockerfile, seen from there; else it lies in the context
     */
    boolean add(
            List<String> names,
            String folder,
            String context,
            Optional<String> file,
            Optional<String> target,
            Map<String, Value> arguments,
            Place place) {
        if (context.contains("://") || context.startsWith("git@") || context.equals("-")) {
            return false;
        }
        Optional<String> from = Paths.resolve(folder, context.replaceFirst("^\\$\\{[^}]*}/?", ""));
        Optional<String> dockerfile =
                file.map(path -> path.replaceFirst("^\\$\\{[^}]*}/", ""))
                        .flatMap(path -> Paths.resolve(folder, path))
                        .filter(workspace::has)
                        .or(() -> from.flatMap(path -> Paths.resolve(path, file.orElse("Dockerfile"))))
                        .filter(workspace::has);
        if (from.isEmpty() || dockerfile.isEmpty()) {
            return false;
        }
        names.forEach(name -> add(new NamedBuild(ImageName.of(name), dockerfile.get(), from.get(), target.filter(SimpleCommand::isKnown), arguments, place)));
        return true;
    }

    private void add(NamedBuild build) {
        own.add(build);
        found.accept(build);
    }
}
