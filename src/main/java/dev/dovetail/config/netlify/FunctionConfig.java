package dev.dovetail.config.netlify;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Documents;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.Value;
import dev.dovetail.workspace.PathPatterns;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How one function runs: what its file exports as {@code config}, and what netlify.toml says of it.
 *
 * @param own the exported config
 * @param schedule where it runs by a schedule
 * @param paths given to it in place of its usual one
 * @see <a href="https://docs.netlify.com/build/functions/configuration">Configuration for functions</a>
 */
record FunctionConfig(FunctionFile function, Optional<ConfigNode> own, Optional<ConfigNode> schedule, List<ConfigNode> paths) {

    private static final double BACKGROUND = 900_000;
    private static final double SCHEDULED = 30_000;
    private static final Pattern MEMORY = Pattern.compile("(\\d{1,5})\\s*(mb|gb)?", Pattern.CASE_INSENSITIVE);

    static FunctionConfig of(FunctionFile function, Optional<ConfigNode> document, Documents documents) {
        Optional<ConfigNode> own = documents.exported(function.path(), "config");
        Optional<ConfigNode> schedule =
                own.flatMap(config -> config.get("schedule"))
                        .or(() -> wrapped(function, documents))
                        .or(() -> inToml(document, function, "schedule"));
        List<ConfigNode> paths = own.flatMap(config -> config.get("path")).map(Nodes::elements).orElse(List.of());
        return new FunctionConfig(function, own, schedule, paths);
    }

    /** The schedule of a handler that the helper of Netlify's package wraps: {@code schedule('@daily', run)}. */
    private static Optional<ConfigNode> wrapped(FunctionFile function, Documents documents) {
        return documents.calls(function.path()).stream()
                .filter(call -> call.api().equals("@netlify/functions.schedule"))
                .findFirst()
                .flatMap(call -> call.argument(0));
    }

    /** A key of the tables that netlify.toml has for functions, the most special that names this one. */
    private static Optional<ConfigNode> inToml(Optional<ConfigNode> document, FunctionFile function, String key) {
        Optional<ConfigNode> found = Optional.empty();
        for (ConfigNode.Entry table : Nodes.entries(document.flatMap(toml -> toml.get("functions")))) {
            Optional<ConfigNode> value = table.value().get(key);
            boolean exact = table.key().equals(function.name());
            if (value.isPresent() && (exact || found.isEmpty() && matches(table.key(), function))) {
                found = value;
            }
        }
        return found;
    }

    private static boolean matches(String pattern, FunctionFile function) {
        return !PathPatterns.isTooWild(pattern) && PathPatterns.of(List.of(pattern)).matches(function.name());
    }

    /** Gives a unit its triggers and settings. */
    void apply(DeploymentUnit.Draft unit, Redirects redirects) {
        memory().ifPresent(value -> unit.setting(SettingName.MEMORY, value));
        Place place = Place.startOf(function.path());
        if (schedule.isPresent()) {
            unit.setting(SettingName.TIMEOUT, Setting.byDefault(SCHEDULED));
            unit.trigger(scheduled(schedule.get()));
        } else if (isBackground()) {
            // It is called as others are, but answered at once: nobody waits.
            unit.setting(SettingName.TIMEOUT, Setting.byDefault(BACKGROUND));
            unit.trigger(Trigger.of(Trigger.Kind.EVENT, place));
        } else {
            ways(unit, redirects, place);
        }
    }

    private void ways(DeploymentUnit.Draft unit, Redirects redirects, Place place) {
        for (ConfigNode path : paths) {
            unit.trigger(http(Nodes.text(path), path.place()));
        }
        if (paths.isEmpty()) {
            unit.trigger(http(Optional.of(Redirects.PREFIX + function.name()), place));
        }
        for (Redirects.ToFunction redirect : redirects.toFunctions()) {
            if (redirect.function().equals(function.name())) {
                unit.trigger(http(Optional.of(redirect.from()), redirect.place()));
            }
        }
    }

    private boolean isBackground() {
        boolean says = own.flatMap(config -> Nodes.text(config, "background")).filter("true"::equals).isPresent();
        return says || function.isBackground();
    }

    private static Trigger scheduled(ConfigNode schedule) {
        Setting expression = Setting.at(Nodes.value(schedule, text -> text.contains("${")), schedule.place());
        return Trigger.of(Trigger.Kind.SCHEDULE, Map.of(SettingName.SCHEDULE, expression), schedule.place());
    }

    private static Trigger http(Optional<String> path, Place place) {
        // A pattern is none of the paths that it stands for.
        Optional<String> plain = path.filter(text -> !text.isEmpty() && !text.matches(".*[*:(].*"));
        return new Trigger(Trigger.Kind.HTTP, List.of(), Optional.empty(), plain, Map.of(), place);
    }

    /** Memory in MiB, of a number of MB or a text such as {@code 2gb}. */
    private Optional<Setting> memory() {
        Optional<ConfigNode> node = own.flatMap(config -> config.get("memory"));
        return node.flatMap(Nodes::text).map(MEMORY::matcher).filter(Matcher::matches).map(size -> {
            double factor = "gb".equalsIgnoreCase(size.group(2)) ? 1024 : 1;
            return Setting.at(new Value.Known(Double.parseDouble(size.group(1)) * factor), node.get().place());
        });
    }

    /** The ways to an edge function: its own paths, and those of netlify.toml. */
    static List<Trigger> edge(FunctionFile function, Optional<ConfigNode> document, Documents documents) {
        List<Trigger> ways = new ArrayList<>();
        for (ConfigNode path : of(function, Optional.empty(), documents).paths()) {
            ways.add(http(Nodes.text(path), path.place()));
        }
        for (ConfigNode each : document.flatMap(toml -> toml.get("edge_functions")).map(Nodes::elements).orElse(List.of())) {
            if (Nodes.text(each, "function").filter(function.name()::equals).isPresent()) {
                ways.add(http(Nodes.text(each, "path"), each.place()));
            }
        }
        return ways;
    }
}
