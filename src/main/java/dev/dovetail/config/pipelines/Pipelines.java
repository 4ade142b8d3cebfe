package dev.dovetail.config.pipelines;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.commands.ShellScripts;
import dev.dovetail.config.commands.SimpleCommand;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Pipelines in YAML: GitHub Actions, GitLab CI, CircleCI, Cloud Build and their kin. What they have in
 * common is read in common: scripts, variables around them, working folders.
 */
public final class Pipelines {

    private static final int DEEPEST = 40;
    private static final Set<String> LISTS = Set.of("script", "before_script", "commands", "cmds", "run", "steps");
    private static final Pattern FILES =
            Pattern.compile(
                    "(?:.*/)?(?:\\.github/workflows/[^/]+|\\.circleci/config|[^/]*\\.?gitlab-ci[^/]*|azure-pipelines[^/]*"
                            + "|bitbucket-pipelines|\\.travis|taskfile[^/]*|buildspec[^/]*|cloudbuild[^/]*|\\.drone|\\.woodpecker[^/]*)\\.ya?ml");

    private final PipelineVisitor visitor;

    private Pipelines(PipelineVisitor visitor) {
        this.visitor = visitor;
    }

    /** Whether a file is one of these, by its name. */
    public static boolean isPipeline(String file) {
        return FILES.matcher(file.toLowerCase(Locale.ROOT)).matches();
    }

    /** Shows what a document of the file does. */
    public static void read(String file, ConfigNode document, PipelineVisitor visitor) {
        String name = Paths.name(file);
        // Task runners start in their own folder, pipelines in the root.
        String folder = name.toLowerCase(Locale.ROOT).startsWith("taskfile") ? Paths.parent(file) : "";
        new Pipelines(visitor).visit(document, Scope.of(folder), 0);
    }

    private void visit(ConfigNode node, Scope outer, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (node instanceof ConfigNode.Sequence list) {
            list.elements().forEach(each -> visit(each, outer, depth + 1));
            return;
        }
        if (!(node instanceof ConfigNode.Mapping mapping)) {
            return;
        }
        for (Scope scope : outer.within(mapping)) {
            visitor.step(mapping, scope);
            builder(mapping, scope);
            for (ConfigNode.Entry entry : mapping.entries()) {
                if (LISTS.contains(entry.key()) && isTexts(entry.value())) {
                    script(texts(entry.value()), entry.value().place(), scope);
                    visit(entry.value(), scope, depth + 1);
                } else if (entry.value() instanceof ConfigNode.Scalar scalar) {
                    script(scalar.text(), scalar.place(), scope);
                } else if (entry.key().equals("jobs") && entry.value() instanceof ConfigNode.Mapping jobs) {
                    jobs.entries().forEach(job -> visit(job.value(), scope.inJob(job.key()), depth + 2));
                } else {
                    visit(entry.value(), scope, depth + 1);
                }
            }
        }
    }

    /**
     * A step of Cloud Build that calls gcloud, or a shell.
     * https://cloud.google.com/build/docs/build-config-file-schema
     */
    private void builder(ConfigNode.Mapping step, Scope scope) {
        String image = Nodes.text(step, "name").orElse("");
        String program = Nodes.text(step, "entrypoint").orElse(image.matches(".*/(?:cloud-builders/)?gcloud(?:-slim)?(?::.*)?") ? "gcloud" : "");
        List<String> words = new ArrayList<>();
        Nodes.elements(step.get("args").orElse(step))
                .forEach(each -> Nodes.text(each).ifPresent(word -> words.add(scope.substituted(word))));
        if (step.get("args").isEmpty() || program.isEmpty()) {
            return;
        }
        Place place = step.get("args").orElse(step).place();
        if (program.equals("gcloud")) {
            words.add(0, program);
            visitor.call(new SimpleCommand(words, Optional.of(scope.folder()), place), scope);
        } else if (program.matches("(?:/bin/)?(?:ba)?sh") && words.size() > 1 && words.get(0).matches("-[a-z]*c")) {
            ShellScripts.calls(words.get(1), scope.folder(), scope.variables(), place).forEach(call -> visitor.call(call, scope));
        }
    }

    private static boolean isTexts(ConfigNode node) {
        return node instanceof ConfigNode.Sequence list
                && list.elements().stream().anyMatch(ConfigNode.Scalar.class::isInstance);
    }

    private static String texts(ConfigNode node) {
        return String.join("\n", Nodes.elements(node).stream().flatMap(each -> Nodes.text(each).stream()).toList());
    }

    private void script(String text, Place place, Scope scope) {
        if (visitor.wants(text)) {
            ShellScripts.calls(scope.filled(text), scope.folder(), scope.variables(), place)
                    .forEach(call -> visitor.call(call, scope));
        }
    }
}
