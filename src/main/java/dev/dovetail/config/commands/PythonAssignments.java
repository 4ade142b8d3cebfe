package dev.dovetail.config.commands;

import dev.dovetail.config.Setting;
import dev.dovetail.config.Value;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Region;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Settings in a Python file: top-level assignments of literals and of variables with defaults. */
final class PythonAssignments {

    private static final Pattern ASSIGNMENT = Pattern.compile("([a-z_]{1,40})\\s*=\\s*([^=].*)");
    private static final String READ = "os\\.(?:getenv|environ\\.get)\\(\\s*['\"](\\w+)['\"](?:\\s*,\\s*(?:['\"]([^'\"]*)['\"]|(\\d+)|(?:str|int)\\(['\"]?(\\d+)['\"]?\\)))?\\s*\\)";
    private static final Pattern VARIABLE = Pattern.compile("(?:int|str|float)?\\(?" + READ + "\\)?");
    private static final Pattern IN_TEXT = Pattern.compile("\\{" + READ + "\\}");

    private final Map<String, Setting> settings;
    private final boolean complete;

    private PythonAssignments(Map<String, Setting> settings, boolean complete) {
        this.settings = settings;
        this.complete = complete;
    }

    static PythonAssignments none() {
        return new PythonAssignments(Map.of(), true);
    }

    /** A file that is not in the workspace and may set anything. */
    static PythonAssignments unknown(String file) {
        return new PythonAssignments(Map.of("", Setting.byDefault(file)), false);
    }

    static PythonAssignments read(String file, String text, State state) {
        Map<String, Setting> settings = new HashMap<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.length() > 400) {
                continue;
            }
            boolean nested = line.startsWith(" ") || line.startsWith("\t");
            Matcher assignment = ASSIGNMENT.matcher(line.strip());
            if (assignment.matches()) {
                Place place = new Place(file, new Region(i + 1, 1, i + 1, line.length() + 1));
                Value value =
                        nested
                                ? new Value.Unknown("it is set under a condition")
                                : value(assignment.group(2), state);
                settings.put(assignment.group(1), Setting.at(value, place));
            }
        }
        return new PythonAssignments(settings, true);
    }

    private static Value value(String written, State state) {
        String text = written.replaceFirst("\\s+#.*$", "").strip();
        if (text.matches("\\d{1,9}")) {
            return new Value.Known(Long.valueOf(text));
        }
        if (text.matches("['\"][^'\"]*['\"]")) {
            return new Value.Known(text.substring(1, text.length() - 1));
        }
        Matcher variable = VARIABLE.matcher(text);
        if (variable.matches()) {
            return variable(variable, state).<Value>map(found -> new Argument(found, true).value())
                    .orElse(new Value.Unknown("it is read from a variable that nothing sets"));
        }
        if (text.matches("f['\"].*['\"]")) {
            Matcher inner = IN_TEXT.matcher(text.substring(2, text.length() - 1));
            StringBuilder whole = new StringBuilder();
            while (inner.find()) {
                Optional<String> found = variable(inner, state);
                inner.appendReplacement(whole, Matcher.quoteReplacement(found.orElse("${" + inner.group(1) + "}")));
            }
            inner.appendTail(whole);
            boolean plain = !whole.toString().replace("${", "").contains("{");
            return plain ? new Value.Known(whole.toString()) : new Value.Unknown("it is computed");
        }
        return new Value.Unknown("it is computed");
    }

    private static Optional<String> variable(Matcher read, State state) {
        Optional<String> set = state.text(read.group(1));
        for (int group = 2; group <= 4 && set.isEmpty(); group++) {
            set = Optional.ofNullable(read.group(group));
        }
        return set;
    }

    /** What a name is set to; unknown for every name of a file that cannot be read. */
    Optional<Setting> setting(String name) {
        if (!complete) {
            Setting hidden = Objects.requireNonNull(settings.get(""), "what hides it");
            return Optional.of(
                    new Setting(
                            new Value.Unknown("its configuration file is not in the workspace"),
                            hidden.origin(),
                            hidden.place()));
        }
        return Optional.ofNullable(settings.get(name));
    }

    /** Whether it is known what a name is set to, be it nothing. */
    boolean isKnown(String name) {
        return complete
                && setting(name).filter(set -> set.value() instanceof Value.Unknown).isEmpty();
    }
}
