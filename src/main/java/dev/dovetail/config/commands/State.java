package dev.dovetail.config.commands;

import dev.dovetail.config.Setting;
import dev.dovetail.config.Value;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Region;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a shell knows at one point of its text. */
final class State {

    /** The shell of {@code sh -c}, which some implementations leave to their last command. */
    static final String COMMAND_SHELL = "shell";

    /** The shell that runs a script, which no implementation leaves by itself. */
    static final String SCRIPT = "script";

    final FileView files;
    String folder;
    Place place;
    List<Argument> positional = List.of();

    /** What stands between PID 1 and the program, or empty. */
    String signalsStopAt = "";

    /** What goes on beneath the programs of this text unless they are given exec; or empty. */
    String shell = "";

    /** Whether each assignment is exported, as {@code set -a} says. */
    boolean exportsAll;

    boolean environmentKnown;
    int depth;

    /** The lines of the script that is read, or none for a text that stands in config. */
    List<String> lines = List.of();

    /** What runs beside the main program of this text. */
    List<Outcome> beside = new ArrayList<>();

    /** What runs instead of it under conditions that are not known. */
    List<Outcome> instead = new ArrayList<>();

    final List<Place> way;
    final Map<String, Setting> variables;
    final Map<String, Setting> exported;
    final Map<String, Shell> functions;

    State(Surroundings around) {
        this.files = around.files();
        this.folder = around.workingFolder();
        this.place = around.place();
        this.environmentKnown = around.environmentKnown();
        this.way = new ArrayList<>();
        this.variables = new HashMap<>(around.environment());
        this.exported = new HashMap<>(around.environment());
        this.functions = new HashMap<>();
    }

    private State(State other) {
        this.files = other.files;
        this.folder = other.folder;
        this.place = other.place;
        this.positional = other.positional;
        this.signalsStopAt = other.signalsStopAt;
        this.shell = other.shell;
        this.environmentKnown = other.environmentKnown;
        this.depth = other.depth;
        this.exportsAll = other.exportsAll;
        this.lines = other.lines;
        this.beside = other.beside;
        this.instead = other.instead;
        this.way = new ArrayList<>(other.way);
        this.variables = new HashMap<>(other.variables);
        this.exported = new HashMap<>(other.exported);
        this.functions = new HashMap<>(other.functions);
    }

    /** A copy whose changes this one does not see. */
    State fork() {
        return new State(this);
    }

    /** The state of a text that stands elsewhere, such as a script. */
    State enter(Place where) {
        State inner = fork();
        inner.depth++;
        inner.place = where;
        inner.way.add(where);
        inner.lines = List.of();
        inner.beside = new ArrayList<>();
        inner.instead = new ArrayList<>();
        return inner;
    }

    void export(String name, Value value) {
        Setting setting = Setting.at(value, place);
        variables.put(name, setting);
        exported.put(name, setting);
    }

    void assign(String name, Value value) {
        variables.put(name, Setting.at(value, place));
        if (exportsAll || exported.containsKey(name)) {
            export(name, value);
        }
    }

    /** A variable's known text. */
    Optional<String> text(String name) {
        return Optional.ofNullable(variables.get(name)).flatMap(set -> set.value().text());
    }

    /** The place of a line of the text that is read. */
    Place at(int line) {
        if (line < 1 || line > lines.size()) {
            return place;
        }
        int end = Math.max(1, lines.get(line - 1).length()) + 1;
        return new Place(place.file(), new Region(line, 1, line, end));
    }

    /** Takes over what two ways through a condition agree on; the rest is unknown from here on. */
    void join(State one, State other) {
        join(variables, one.variables, other.variables);
        join(exported, one.exported, other.exported);
        functions.putAll(one.functions);
        functions.putAll(other.functions);
        if (one.folder.equals(other.folder)) {
            folder = one.folder;
        }
    }

    private static void join(
            Map<String, Setting> into, Map<String, Setting> one, Map<String, Setting> other) {
        Set<String> names = new TreeSet<>(one.keySet());
        names.addAll(other.keySet());
        for (String name : names) {
            Setting first = one.get(name);
            Setting second = other.get(name);
            if (first != null && second != null && first.value().equals(second.value())) {
                into.put(name, first);
            } else {
                Setting either = first != null ? first : Objects.requireNonNull(second);
                into.put(
                        name,
                        new Setting(
                                new Value.Unknown("a start script sets it under a condition"),
                                either.origin(),
                                either.place()));
            }
        }
    }

    /** Signals go no further than to this program, unless another holds them back already. */
    void hold(String program) {
        if (signalsStopAt.isEmpty()) {
            signalsStopAt = program;
        }
    }

    /** An absolute path in the file system that the command meets. */
    String path(String relative) {
        return Paths.absolute(folder, relative);
    }

    /** Where a path comes from in the workspace. */
    Optional<String> source(String relative) {
        return files.source(path(relative));
    }
}
