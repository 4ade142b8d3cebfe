package dev.dovetail.link;

import dev.dovetail.config.project.ApplicationConfig;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.workspace.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The properties of a unit's application: its own files, under the unit's environment. */
public final class ApplicationProperties {

    private static final int LONGEST_CHAIN = 8;
    private static final String PROFILES = "spring.profiles.active";

    private final UnitEnvironment environment;
    private final Layout layout;

    ApplicationProperties(UnitEnvironment environment, Layout layout) {
        this.environment = environment;
        this.layout = layout;
    }

    /** The value of a property for code of {@code file}; {@link Folded.Nothing} when nothing sets it. */
    public Folded value(SourceSummary file, String name) {
        return value(configOf(file), name, 0);
    }

    /** Where the property is written that holds for code of {@code file}. */
    public Optional<ApplicationConfig.Entry> written(SourceSummary file, String name) {
        List<ApplicationConfig.Entry> entries = inForce(configOf(file), name);
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(entries.get(entries.size() - 1));
    }

    /** Text with {@code ${name:default}} in it. */
    Folded text(SourceSummary file, String text) {
        return text(configOf(file), text, 0);
    }

    private ApplicationConfig configOf(SourceSummary file) {
        return layout.applicationConfig(Paths.parent(file.file())).orElse(ApplicationConfig.EMPTY);
    }

    private Folded value(ApplicationConfig config, String name, int depth) {
        Folded variable = environment.variable(variableOf(name));
        boolean given =
                variable instanceof Folded.Known || variable instanceof Folded.Partial;
        if (given || depth > LONGEST_CHAIN) {
            return given ? variable : Folded.UNKNOWN;
        }
        List<Folded> options = new ArrayList<>();
        for (ApplicationConfig.Entry entry : inForce(config, name)) {
            options.add(text(config, entry.text(), depth + 1));
        }
        return options.isEmpty() ? new Folded.Nothing() : Folder.choice(options);
    }

    /** The entry that wins, or all that may when the profiles are not known. */
    private List<ApplicationConfig.Entry> inForce(ApplicationConfig config, String name) {
        List<ApplicationConfig.Entry> entries = config.find(name);
        Optional<List<String>> profiles = profiles(config);
        if (profiles.isEmpty()) {
            return entries;
        }
        List<ApplicationConfig.Entry> winning = new ArrayList<>();
        for (ApplicationConfig.Entry entry : entries) {
            boolean active =
                    entry.profile().isEmpty() || profiles.get().contains(entry.profile().get());
            if (active) {
                winning.clear();
                winning.add(entry);
            }
        }
        return winning;
    }

    /** The active profiles; empty when a variable from elsewhere may choose them. */
    private Optional<List<String>> profiles(ApplicationConfig config) {
        Folded variable = environment.variable(variableOf(PROFILES));
        if (variable.text().isPresent()) {
            return Optional.of(split(variable.text().get()));
        }
        if (!(variable instanceof Folded.Nothing)) {
            boolean some = config.entries().stream().anyMatch(entry -> entry.profile().isPresent());
            return some ? Optional.empty() : Optional.of(List.of());
        }
        return Optional.of(
                config.find(PROFILES).stream()
                        .filter(entry -> entry.profile().isEmpty())
                        .flatMap(entry -> split(entry.text()).stream())
                        .toList());
    }

    private static List<String> split(String list) {
        return List.of(list.strip().split("\\s*,\\s*"));
    }

    private Folded text(ApplicationConfig config, String text, int depth) {
        Folded whole = new Folded.Known("");
        int at = 0;
        while (at < text.length()) {
            int start = text.indexOf("${", at);
            int end = start < 0 ? -1 : closing(text, start + 2);
            if (end < 0) {
                break;
            }
            whole = Operations.concatenate(whole, new Folded.Known(text.substring(at, start)));
            Folded value = placeholder(config, text.substring(start + 2, end), depth);
            if (start == 0 && end == text.length() - 1) {
                return value;
            }
            whole = Operations.concatenate(whole, value);
            at = end + 1;
        }
        return Operations.concatenate(whole, new Folded.Known(text.substring(at)));
    }

    private static int closing(String text, int from) {
        int open = 1;
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '}' && --open == 0) {
                return i;
            }
            if (text.startsWith("${", i)) {
                open++;
            }
        }
        return -1;
    }

    private Folded placeholder(ApplicationConfig config, String content, int depth) {
        int colon = content.indexOf(':');
        String name = colon < 0 ? content : content.substring(0, colon);
        if (depth > LONGEST_CHAIN) {
            return Folded.UNKNOWN;
        }
        Folded value = value(config, name.strip(), depth + 1);
        if (!(value instanceof Folded.Nothing)) {
            return value;
        }
        Folded variable = environment.variable(name.strip());
        if (variable instanceof Folded.Nothing || variable.text().isPresent() || colon < 0) {
            boolean unset = variable instanceof Folded.Nothing;
            return unset && colon >= 0
                    ? text(config, content.substring(colon + 1), depth + 1)
                    : unset ? Folded.UNKNOWN : variable;
        }
        return Folder.choice(
                List.of(variable, text(config, content.substring(colon + 1), depth + 1)));
    }

    /** How the environment names a property: {@code SPRING_DATASOURCE_URL}. */
    private static String variableOf(String property) {
        return property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
