package dev.dovetail.config.pipelines;

import dev.dovetail.config.Setting;
import dev.dovetail.config.Value;
import dev.dovetail.config.commands.ShellScripts;
import dev.dovetail.config.commands.SimpleCommand;
import dev.dovetail.config.commands.Variables;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shell scripts, Makefiles and Jenkinsfiles. */
public final class Scripts {

    private static final Pattern ASSIGNED = Pattern.compile("^(?:export\\s+)?([A-Za-z_]\\w*)\\s*[:?+]?=\\s*([^\\n#]*)", Pattern.MULTILINE);
    private static final Pattern MAKE_VARIABLE = Pattern.compile("\\$\\(([A-Za-z_]\\w*)\\)");
    private static final Pattern STEP = Pattern.compile("\\b(?:sh|bat)\\s*\\(?\\s*(?:script:\\s*)?(\"\"\"|'''|\"|')(.*?)\\1", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("^\\s*(?:def\\s+)?([A-Za-z_]\\w*)\\s*=\\s*[\"']([^\"'\\n]*)[\"']", Pattern.MULTILINE);
    private static final Pattern PLUGIN = Pattern.compile("docker\\.build\\(\\s*[\"']([^\"']+)[\"'](?:\\s*,\\s*[\"']([^\"']*)[\"'])?");

    private Scripts() {}

    /** Whether a file is one of these, by its name. */
    public static boolean isScript(String file) {
        String name = Paths.name(file).toLowerCase(Locale.ROOT);
        return name.endsWith(".sh") || name.endsWith(".bash") || isMakefile(name) || name.startsWith("jenkinsfile");
    }

    private static boolean isMakefile(String name) {
        return name.equals("makefile") || name.equals("gnumakefile") || name.endsWith(".mk") || name.equals("justfile");
    }

    /** Shows what a file calls. */
    public static void read(String file, String text, Consumer<SimpleCommand> visitor) {
        String name = Paths.name(file).toLowerCase(Locale.ROOT);
        if (isMakefile(name)) {
            makefile(file, text, visitor);
        } else if (name.startsWith("jenkinsfile")) {
            pipeline(file, text, visitor);
        } else {
            // Called from the root or from its own folder: what exists tells.
            String folder = Paths.parent(file);
            for (String each : folder.isEmpty() ? List.of("") : List.of("", folder)) {
                ShellScripts.calls(text, each, Map.of(), Place.startOf(file)).forEach(visitor);
            }
        }
    }

    private static void makefile(String file, String text, Consumer<SimpleCommand> visitor) {
        Map<String, Setting> variables = new HashMap<>();
        Matcher assigned = ASSIGNED.matcher(text);
        while (assigned.find()) {
            String value = shell(assigned.group(2).strip());
            variables.putIfAbsent(
                    assigned.group(1), Setting.at(new Value.Known(filled(value, variables)), Place.startOf(file)));
        }
        StringBuilder recipes = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            // Other lines stay as empty ones, so that each keeps its number.
            boolean recipe = line.startsWith("\t") || line.startsWith("    ");
            recipes.append(recipe ? shell(line.strip().replaceFirst("^[@+-]+", "")) : "").append('\n');
        }
        ShellScripts.calls(recipes.toString(), Paths.parent(file), variables, Place.startOf(file)).forEach(visitor);
    }

    private static String shell(String text) {
        return MAKE_VARIABLE.matcher(text).replaceAll("\\${$1}").replace("$$", "$");
    }

    private static String filled(String text, Map<String, Setting> variables) {
        return new Variables(name -> Optional.ofNullable(variables.get(name)).map(Setting::value), '\\')
                .replace(text)
                .text()
                .orElse(text);
    }

    private static void pipeline(String file, String text, Consumer<SimpleCommand> visitor) {
        Map<String, Setting> variables = new HashMap<>();
        Matcher quoted = QUOTED.matcher(text);
        while (quoted.find()) {
            variables.put(quoted.group(1), Setting.at(new Value.Known(quoted.group(2)), Place.startOf(file)));
        }
        Matcher step = STEP.matcher(text);
        while (step.find()) {
            ShellScripts.calls(step.group(2), "", variables, Place.startOf(file)).forEach(visitor);
        }
        Matcher plugin = PLUGIN.matcher(text);
        while (plugin.find()) {
            String name = filled(plugin.group(1), variables);
            String rest = plugin.group(2) == null ? "." : plugin.group(2);
            ShellScripts.calls("docker build -t '" + name + "' " + rest, "", variables, Place.startOf(file)).forEach(visitor);
        }
    }
}
