package dev.dovetail.config.pipelines;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.Setting;
import dev.dovetail.config.Value;
import dev.dovetail.config.commands.Variables;
import dev.dovetail.workspace.Paths;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What holds where a node of a pipeline stands.
 *
 * @param folder of the workspace that scripts start in
 * @param variables set so far, and {@code matrix.x}
 * @param job name of the job that the node is part of, or empty
 */
public record Scope(String folder, Map<String, Setting> variables, String job) {

    private static final int MOST_COMBINATIONS = 60;
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{\\s*([^}]*?)\\s*}}");
    private static final Set<String> VARIABLES = Set.of("env", "variables", "environment", "vars", "substitutions");
    private static final List<String> FOLDERS = List.of("working-directory", "working_directory", "workingDirectory", "dir");

    static Scope of(String folder) {
        return new Scope(folder, Map.of(), "");
    }

    Scope inJob(String name) {
        return new Scope(folder, variables, name);
    }

    /** The scopes within a mapping: one for each combination of a matrix's values. */
    List<Scope> within(ConfigNode.Mapping mapping) {
        Scope inner = inner(mapping);
        Optional<ConfigNode> matrix = Nodes.at(mapping, "strategy", "matrix");
        List<Map<String, Setting>> found = new ArrayList<>();
        found.add(inner.variables());
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
        return found.stream().map(each -> new Scope(inner.folder(), each, job)).toList();
    }

    private Scope inner(ConfigNode.Mapping mapping) {
        Map<String, Setting> all = new HashMap<>(variables);
        for (ConfigNode.Entry entry : mapping.entries()) {
            if (VARIABLES.contains(entry.key())) {
                for (ConfigNode.Entry variable : Nodes.entries(Optional.of(entry.value()))) {
                    Nodes.text(variable.value())
                            .map(text -> filled(text, all))
                            .ifPresent(text -> all.put(variable.key(), Setting.at(new Value.Known(text), variable.keyPlace())));
                }
            }
        }
        Optional<String> path = Nodes.text(mapping, "defaults", "run", "working-directory");
        for (String key : FOLDERS) {
            path = Nodes.text(mapping, key).isPresent() ? Nodes.text(mapping, key) : path;
        }
        String inner =
                path.map(text -> filled(text, all).replaceFirst("^(\\$\\{[^}]*}|~)/?", ""))
                        .flatMap(text -> Paths.resolve("", text))
                        .orElse(folder);
        return new Scope(inner, all, job);
    }

    /** A text with {@code ${{ env.X }}} and {@code ${{ matrix.x }}} put in; the rest as unknown variables. */
    public String filled(String text) {
        return filled(text, variables);
    }

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

    /**
     * A word of Cloud Build with {@code $_NAME} put in, unknown ones as {@code ${NAME}}.
     * https://cloud.google.com/build/docs/configuring-builds/substitute-variable-values
     */
    public String substituted(String word) {
        return new Variables(
                        name ->
                                Optional.ofNullable(variables.get(name))
                                        .map(Setting::value)
                                        .or(() -> Optional.of(new Value.Known("${" + name + "}"))),
                        '\\')
                .replace(word)
                .text()
                .orElse(word);
    }

    /** The lines of a step's input, filled; commas part them too when {@code commas} is set. */
    public List<String> lines(ConfigNode.Mapping step, String input, boolean commas) {
        String text = Nodes.text(step, "with", input).orElse("");
        List<String> found = new ArrayList<>();
        for (String line : text.split(commas ? "[\n,]" : "\n")) {
            if (!line.isBlank()) {
                found.add(filled(line.strip()));
            }
        }
        return found;
    }
}
