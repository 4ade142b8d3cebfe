package dev.dovetail.config.docker;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.Value;
import dev.dovetail.config.commands.SimpleCommand;
import dev.dovetail.config.pipelines.PipelineVisitor;
import dev.dovetail.config.pipelines.Pipelines;
import dev.dovetail.config.pipelines.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Images that pipelines in YAML build, by scripts and by the actions and builders made for it. */
final class PipelineBuilds implements PipelineVisitor {

    private static final Pattern OUTPUT =
            Pattern.compile("\\$\\{\\{\\s*steps\\.([\\w-]+)\\.outputs\\.(?:tags|json)[^}]*}}");

    private final BuildCommands builds;
    private final Map<String, List<String>> outputs = new HashMap<>();

    private PipelineBuilds(BuildCommands builds) {
        this.builds = builds;
    }

    static void read(String file, List<ConfigNode> documents, BuildCommands builds) {
        for (ConfigNode document : documents) {
            Pipelines.read(file, document, new PipelineBuilds(builds));
        }
    }

    @Override
    public boolean wants(String script) {
        return script.contains("build");
    }

    @Override
    public void call(SimpleCommand call, Scope scope) {
        builds.read(call);
    }

    @Override
    public void step(ConfigNode.Mapping step, Scope scope) {
        String uses = Nodes.text(step, "uses").orElse("");
        if (uses.startsWith("docker/metadata-action")) {
            Nodes.text(step, "id").ifPresent(id -> outputs.put(id, names(step, scope, "images")));
        } else if (uses.matches("(docker/build-push-action|redhat-actions/buildah-build|docker/build-and-push-action)@.*")) {
            action(step, scope);
        } else if (Nodes.text(step, "name").filter(name -> name.matches(".*/(cloud-builders/docker|kaniko-project/executor)(:.*)?")).isPresent()) {
            step.get("args").ifPresent(arguments -> container(step, arguments, scope));
        }
    }

    /** A step of Cloud Build: the arguments of a builder's program. */
    private void container(ConfigNode.Mapping step, ConfigNode arguments, Scope scope) {
        boolean kaniko = Nodes.text(step, "name").orElse("").contains("kaniko");
        List<String> words = new ArrayList<>(List.of(kaniko ? "/kaniko/executor" : "docker"));
        for (ConfigNode each : Nodes.elements(arguments)) {
            Nodes.text(each).ifPresent(word -> words.add(scope.substituted(word)));
        }
        builds.read(new SimpleCommand(words, Optional.of(scope.folder()), arguments.place()));
    }

    private void action(ConfigNode.Mapping step, Scope scope) {
        List<String> names = new ArrayList<>(names(step, scope, "tags"));
        if (Nodes.text(step, "with", "image").isPresent()) {
            names.addAll(names(step, scope, "image"));
        }
        String context =
                Nodes.text(step, "with", "context").map(scope::filled).orElse(".");
        Optional<String> file =
                Nodes.text(step, "with", "file")
                        .or(() -> Nodes.text(step, "with", "containerfiles"))
                        .map(text -> scope.filled(text).strip());
        Optional<String> target = Nodes.text(step, "with", "target").map(scope::filled);
        Map<String, Value> arguments = new HashMap<>();
        for (String line : scope.lines(step, "build-args", false)) {
            int equals = line.indexOf('=');
            if (equals > 0 && !line.contains("${")) {
                arguments.put(line.substring(0, equals), new Value.Known(line.substring(equals + 1)));
            }
        }
        // Without a context the action takes the repository's root: paths of actions start there.
        builds.add(names, "", context.equals("{{defaultContext}}") ? "." : context.replace("{{defaultContext}}:", ""), file, target, arguments, step.place());
    }

    private List<String> names(ConfigNode.Mapping step, Scope scope, String input) {
        List<String> found = new ArrayList<>();
        for (String line : Nodes.text(step, "with", input).orElse("").split("[\n,]")) {
            Matcher output = OUTPUT.matcher(line);
            if (output.find()) {
                found.addAll(outputs.getOrDefault(output.group(1), List.of()));
            } else if (!line.isBlank()) {
                String name = scope.filled(line.strip());
                // metadata-action: name=ghcr.io/acme/api,enable=true
                found.add(input.equals("images") ? name.replaceFirst("^name=", "") : name);
            }
        }
        return found;
    }
}
