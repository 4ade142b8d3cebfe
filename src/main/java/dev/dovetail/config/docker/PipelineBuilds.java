package dev.dovetail.config.docker;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.Setting;
import dev.dovetail.config.Value;
import dev.dovetail.config.commands.ShellScripts;
import dev.dovetail.config.commands.SimpleCommand;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Images that pipelines in YAML build: GitHub Actions, GitLab CI, CircleCI, Cloud Build and their
 * kin. What they have in common is read in common: scripts, variables around them, working folders.
 */
final class PipelineBuilds {

    private static final int DEEPEST = 40;
    private static final int MOST_COMBINATIONS = 60;
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{\\s*([^}]*?)\\s*}}");
    private static final Set<String> VARIABLES = Set.of("env", "variables", "environment", "vars", "substitutions");
    private static final Set<String> LISTS = Set.of("script", "before_script", "commands", "cmds", "run", "steps");
    private static final List<String> FOLDERS = List.of("working-directory", "working_directory", "workingDirectory", "dir");
    private static final Pattern FILES =
            Pattern.compile(
                    "(?:.*/)?(?:\\.github/workflows/[^/]+|\\.circleci/config|[^/]*\\.?gitlab-ci[^/]*|azure-pipelines[^/]*"
                            + "|bitbucket-pipelines|\\.travis|taskfile[^/]*|buildspec[^/]*|cloudbuild[^/]*|\\.drone|\\.woodpecker[^/]*)\\.ya?ml");

    private final BuildCommands builds;
    private final Map<String, List<String>> outputs = new HashMap<>();

    private PipelineBuilds(BuildCommands builds) {
        this.builds = builds;
    }

    /** Whether a file is one of these, by its name. */
    static boolean isPipeline(String file) {
        return FILES.matcher(file.toLowerCase(Locale.ROOT)).matches();
    }

    static void read(String file, List<ConfigNode> documents, BuildCommands builds) {
        String name = Paths.name(file);
        // Task runners start in their own folder, pipelines in the root.
        String folder = name.toLowerCase(Locale.ROOT).startsWith("taskfile") ? Paths.parent(file) : "";
        for (ConfigNode document : documents) {
            new PipelineBuilds(builds).visit(document, new Scope(folder, Map.of()), 0);
        }
    }

    /** What holds where a node stands: working folder, and values of variables and {@code matrix.x}. */
    private record Scope(String folder, Map<String, Setting> variables) {}

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
        for (Scope scope : combinations(mapping, inner(mapping, outer))) {
            step(mapping, scope);
            for (ConfigNode.Entry entry : mapping.entries()) {
                if (LISTS.contains(entry.key()) && isTexts(entry.value())) {
                    script(texts(entry.value()), entry.value().place(), scope);
                } else if (entry.value() instanceof ConfigNode.Scalar scalar) {
                    script(scalar.text(), scalar.place(), scope);
                } else {
                    visit(entry.value(), scope, depth + 1);
                }
            }
        }
    }

    private static boolean isTexts(ConfigNode node) {
        return node instanceof ConfigNode.Sequence list
                && list.elements().stream().anyMatch(ConfigNode.Scalar.class::isInstance);
    }

    private static String texts(ConfigNode node) {
        return String.join("\n", Nodes.elements(node).stream().flatMap(each -> Nodes.text(each).stream()).toList());
    }

    private static Scope inner(ConfigNode.Mapping mapping, Scope outer) {
        Map<String, Setting> variables = new HashMap<>(outer.variables());
        for (ConfigNode.Entry entry : mapping.entries()) {
            if (VARIABLES.contains(entry.key())) {
                for (ConfigNode.Entry variable : Nodes.entries(Optional.of(entry.value()))) {
                    Nodes.text(variable.value())
                            .map(text -> filled(text, variables))
                            .ifPresent(text -> variables.put(variable.key(), Setting.at(new Value.Known(text), variable.keyPlace())));
                }
            }
        }
        Optional<String> folder = Nodes.text(mapping, "defaults", "run", "working-directory");
        for (String key : FOLDERS) {
            folder = Nodes.text(mapping, key).isPresent() ? Nodes.text(mapping, key) : folder;
        }
        String inner =
                folder.map(path -> filled(path, variables).replaceFirst("^(\\$\\{[^}]*}|~)/?", ""))
                        .flatMap(path -> Paths.resolve("", path))
                        .orElse(outer.folder());
        return new Scope(inner, variables);
    }

    /** One scope for each combination of a matrix's values, or the scope itself. */
    private static List<Scope> combinations(ConfigNode.Mapping mapping, Scope scope) {
        Optional<ConfigNode> matrix = Nodes.at(mapping, "strategy", "matrix");
        List<Map<String, Setting>> found = new ArrayList<>();
        found.add(scope.variables());
        for (ConfigNode.Entry dimension : Nodes.entries(matrix)) {
            if (dimension.key().equals("exclude") || !(dimension.value() instanceof ConfigNode.Sequence values)) {
                continue;
            }
            List<Map<String, Setting>> more = new ArrayList<>();
            String name = "matrix." + dimension.key();
            boolean include = dimension.key().equals("include");
            for (Map<String, Setting> each : found) {
                for (ConfigNode value : values.elements()) {
                    Map<String, Setting> with = new HashMap<>(each);
                    Nodes.text(value).ifPresent(text -> with.put(name, Setting.at(new Value.Known(text), value.place())));
                    for (ConfigNode.Entry part : Nodes.entries(Optional.of(value))) {
                        String key = include ? "matrix." + part.key() : name + "." + part.key();
                        Nodes.text(part.value()).ifPresent(text -> with.put(key, Setting.at(new Value.Known(text), part.keyPlace())));
                    }
                    more.add(with);
                }
            }
            found = more.isEmpty() || more.size() > MOST_COMBINATIONS ? found : more;
        }
        return found.stream().map(variables -> new Scope(scope.folder(), variables)).toList();
    }

    private void script(String text, Place place, Scope scope) {
        if (text.contains("build")) {
            ShellScripts.calls(filled(text, scope.variables()), scope.folder(), scope.variables(), place).forEach(builds::read);
        }
    }

    private void step(ConfigNode.Mapping step, Scope scope) {
        String uses = Nodes.text(step, "uses").orElse("");
        if (uses.startsWith("docker/metadata-action")) {
            Nodes.text(step, "id").ifPresent(id -> outputs.put(id, lines(step, scope, "images")));
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
            Nodes.text(each).ifPresent(word -> words.add(substituted(word, scope)));
        }
        builds.read(new SimpleCommand(words, Optional.of(scope.folder()), arguments.place()));
    }

    /** https://cloud.google.com/build/docs/configuring-builds/substitute-variable-values */
    private static String substituted(String word, Scope scope) {
        return new Variables(
                        name ->
                                Optional.ofNullable(scope.variables().get(name))
                                        .map(Setting::value)
                                        .or(() -> Optional.of(new Value.Known("${" + name + "}"))),
                        '\\')
                .replace(word)
                .text()
                .orElse(word);
    }

    private void action(ConfigNode.Mapping step, Scope scope) {
        List<String> names = new ArrayList<>(lines(step, scope, "tags"));
        if (Nodes.text(step, "with", "image").isPresent()) {
            names.addAll(lines(step, scope, "image"));
        }
        String context =
                Nodes.text(step, "with", "context").map(text -> filled(text, scope.variables())).orElse(".");
        Optional<String> file =
                Nodes.text(step, "with", "file")
                        .or(() -> Nodes.text(step, "with", "containerfiles"))
                        .map(text -> filled(text, scope.variables()).strip());
        Optional<String> target = Nodes.text(step, "with", "target").map(text -> filled(text, scope.variables()));
        Map<String, Value> arguments = new HashMap<>();
        for (String line : lines(step, scope, "build-args")) {
            int equals = line.indexOf('=');
            if (equals > 0 && !line.contains("${")) {
                arguments.put(line.substring(0, equals), new Value.Known(line.substring(equals + 1)));
            }
        }
        // Without a context the action takes the repository's root: paths of actions start there.
        builds.add(names, "", context.equals("{{defaultContext}}") ? "." : context.replace("{{defaultContext}}:", ""), file, target, arguments, step.place());
    }

    private List<String> lines(ConfigNode.Mapping step, Scope scope, String input) {
        List<String> found = new ArrayList<>();
        String text = Nodes.text(step, "with", input).orElse("");
        for (String line : text.split(input.equals("build-args") ? "\n" : "[\n,]")) {
            Matcher output = Pattern.compile("\\$\\{\\{\\s*steps\\.([\\w-]+)\\.outputs\\.(?:tags|json)[^}]*}}").matcher(line);
            if (output.find()) {
                found.addAll(outputs.getOrDefault(output.group(1), List.of()));
            } else if (!line.isBlank()) {
                String name = filled(line.strip(), scope.variables());
                // metadata-action: name=ghcr.io/acme/api,enable=true
                found.add(input.equals("images") ? name.replaceFirst("^name=", "") : name);
            }
        }
        return found;
    }

    /** A text with {@code ${{ env.X }}} and {@code ${{ matrix.x }}} put in; the rest as unknown variables. */
    private static String filled(String text, Map<String, Setting> variables) {
        Matcher expression = EXPRESSION.matcher(text);
        StringBuilder whole = new StringBuilder();
        while (expression.find()) {
            String name = expression.group(1);
            String key = name.replaceFirst("^(env|vars)\\.", "");
            Optional<String> value =
                    Optional.ofNullable(variables.get(key)).flatMap(set -> set.value().text());
            String unknown = name.equals("github.repository") ? "${owner}/${repository}" : "${expression}";
            expression.appendReplacement(whole, Matcher.quoteReplacement(value.orElse(unknown)));
        }
        return expression.appendTail(whole).toString();
    }
}
