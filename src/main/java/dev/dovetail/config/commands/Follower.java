package dev.dovetail.config.commands;

import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Value;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Goes through commands, scripts and wrappers to the program that stays. */
final class Follower {

    private static final int DEEPEST = 24;

    /** Scripts without a folder are looked for where images put their own programs. */
    private static final List<String> SEARCH_PATH =
            List.of("/usr/local/bin", "/usr/bin", "/bin", "/usr/local/sbin", "/usr/sbin");

    /** Commands that end, and whose end is not waited for by anything that serves. */
    private static final Set<String> BY_THE_WAY =
            Set.of(
                    "", ":", "cat", "chmod", "chown", "cp", "date", "echo", "exit", "export",
                    "false", "kill", "ln", "ls", "mkdir", "mv", "printf", "ps", "pwd", "read",
                    "return", "rm", "sed", "set", "shift", "sleep", "source", ".", "tail", "touch",
                    "trap", "true", "ulimit", "umask", "unset", "wait", "whoami", "cd", "[", "[[",
                    "test", "id", "grep", "local", "declare");

    private final Manifests manifests;
    private final Map<String, ProgramFamily> families;
    private final Conditionals conditionals = new Conditionals(this);

    Follower(Manifests manifests, Map<String, ProgramFamily> families) {
        this.manifests = manifests;
        this.families = families;
    }

    Workspace workspace() {
        return manifests.workspace();
    }

    Manifests manifests() {
        return manifests;
    }

    /** What a shell's text starts. */
    Outcome text(String text, State state) {
        return tree(ShellParser.parse(text), state);
    }

    private Outcome tree(Shell.Sequence tree, State state) {
        if (state.depth > DEEPEST) {
            return Outcome.unknown("its scripts call each other too deeply", state);
        }
        Optional<Outcome> main = sequence(tree, state, true);
        List<Outcome> programs = new ArrayList<>();
        main.ifPresent(programs::add);
        programs.addAll(state.beside);
        Outcome all =
                programs.isEmpty()
                        ? Outcome.unknown("it starts no program that stays", state)
                        : several(programs, state);
        for (Outcome other : state.instead) {
            if (!sameEntry(other.entry(), all.entry())) {
                return Outcome.unknown("a condition decides what it starts", state);
            }
        }
        return all;
    }

    private static boolean sameEntry(EntryPoint one, EntryPoint other) {
        if (one instanceof EntryPoint.Program first && other instanceof EntryPoint.Program second) {
            return first.file().equals(second.file());
        }
        if (one instanceof EntryPoint.Application first
                && other instanceof EntryPoint.Application second) {
            return first.file().equals(second.file())
                    && first.attribute().equals(second.attribute());
        }
        return one instanceof EntryPoint.MainClass first
                && other instanceof EntryPoint.MainClass second
                && first.type().equals(second.type())
                && first.folder().equals(second.folder());
    }

    /** Programs that run side by side; those whose code is not read do not count. */
    static Outcome several(List<Outcome> programs, State state) {
        List<Outcome> known = programs.stream().filter(Outcome::isKnown).toList();
        if (known.isEmpty()) {
            return programs.get(0);
        }
        if (known.size() == 1) {
            return known.get(0);
        }
        Map<String, Setting> settings = new HashMap<>();
        Map<String, Setting> environment = new HashMap<>();
        State joined = known.get(0).state().fork();
        for (Outcome each : known) {
            each.settings().forEach(settings::putIfAbsent);
            each.state().exported.forEach(environment::putIfAbsent);
            each.state().way.stream()
                    .filter(place -> !joined.way.contains(place))
                    .forEach(joined.way::add);
        }
        environment.forEach(joined.exported::putIfAbsent);
        return new Outcome(
                new EntryPoint.Programs(known.stream().map(Outcome::entry).toList(), state.place),
                settings,
                joined);
    }

    /**
     * What a sequence runs in the end.
     *
     * @param tail whether nothing comes after it, so that its last command is the one that stays
     * @return empty when it goes on to what follows
     */
    private Optional<Outcome> sequence(Shell.Sequence sequence, State state, boolean tail) {
        List<Shell.Item> items = sequence.items();
        int last = -1;
        for (int i = 0; i < items.size(); i++) {
            if (!items.get(i).background() && !isByTheWay(items.get(i).command())) {
                last = i;
            }
        }
        for (int i = 0; i < items.size(); i++) {
            Shell.Item item = items.get(i);
            if (item.background()) {
                State beside = state.fork();
                command(item.command(), beside, true)
                        .filter(Outcome::isKnown)
                        .ifPresent(state.beside::add);
                continue;
            }
            Optional<Outcome> outcome = command(item.command(), state, tail && i == last);
            if (outcome.isPresent()) {
                return outcome;
            }
        }
        return Optional.empty();
    }

    private static boolean isByTheWay(Shell command) {
        if (command instanceof Shell.Simple simple) {
            return simple.words().isEmpty()
                    || BY_THE_WAY.contains(simple.words().get(0).keyword())
                            && !simple.words().get(0).keyword().isEmpty();
        }
        if (command instanceof Shell.Chain chain) {
            return isByTheWay(chain.first())
                    && chain.rest().stream().allMatch(link -> isByTheWay(link.command()));
        }
        if (command instanceof Shell.If branches) {
            return isByTheWay(branches.then())
                    && branches.otherwise().stream().allMatch(Follower::isByTheWay);
        }
        if (command instanceof Shell.Sequence sequence) {
            return sequence.items().stream().allMatch(item -> isByTheWay(item.command()));
        }
        if (command instanceof Shell.Loop loop) {
            return isByTheWay(loop.body());
        }
        return command instanceof Shell.Function;
    }

    private Optional<Outcome> command(Shell command, State state, boolean tail) {
        if (command instanceof Shell.Simple simple) {
            return simple(simple, state, tail);
        }
        if (command instanceof Shell.Chain chain) {
            return chain(chain, state, tail);
        }
        if (command instanceof Shell.Pipeline pipeline) {
            return command(pipeline.commands().get(0), state.fork(), tail);
        }
        if (command instanceof Shell.If branches) {
            return branches(branches, state, tail);
        }
        if (command instanceof Shell.Case cases) {
            return cases(cases, state, tail);
        }
        if (command instanceof Shell.Loop loop) {
            return sequence(loop.body(), state.fork(), tail);
        }
        if (command instanceof Shell.Group group) {
            return sequence(group.body(), state, tail);
        }
        if (command instanceof Shell.Sequence sequence) {
            return sequence(sequence, state, tail);
        }
        if (command instanceof Shell.Function function) {
            state.functions.put(function.name(), function.body());
        }
        return Optional.empty();
    }

    private Optional<Outcome> chain(Shell.Chain chain, State state, boolean tail) {
        List<Shell> commands = new ArrayList<>(List.of(chain.first()));
        chain.rest().forEach(link -> commands.add(link.command()));
        int last = isByTheWay(chain.first()) ? -1 : 0;
        for (int i = 1; i < commands.size(); i++) {
            boolean alternative = chain.rest().get(i - 1).or();
            if (!isByTheWay(commands.get(i)) && (!alternative || last < 0)) {
                last = i;
            }
        }
        Optional<Boolean> answer = Optional.of(true);
        for (int i = 0; i < commands.size(); i++) {
            if (i > 0) {
                boolean or = chain.rest().get(i - 1).or();
                if (or && answer.orElse(true) || !or && !answer.orElse(true)) {
                    continue;
                }
            }
            Optional<Outcome> outcome = command(commands.get(i), state, tail && i == last);
            if (outcome.isPresent()) {
                boolean certain = answer.isPresent() || tail;
                if (certain) {
                    return outcome;
                }
                state.instead.add(outcome.get());
            }
            answer =
                    Conditionals.isTest(commands.get(i)) || commands.get(i) instanceof Shell.Not
                            ? conditionals.answer(commands.get(i), state)
                            : Optional.of(!isFalse(commands.get(i)));
        }
        return Optional.empty();
    }

    private static boolean isFalse(Shell command) {
        return command instanceof Shell.Simple simple
                && !simple.words().isEmpty()
                && simple.words().get(0).keyword().equals("false");
    }

    private Optional<Outcome> branches(Shell.If branches, State state, boolean tail) {
        Shell.Sequence otherwise = branches.otherwise().orElse(new Shell.Sequence(List.of()));
        Optional<Boolean> answer = conditionals.answer(branches.condition(), state);
        if (answer.isPresent()) {
            return sequence(answer.get() ? branches.then() : otherwise, state, tail);
        }
        return alternatives(List.of(branches.then(), otherwise), state, tail);
    }

    private Optional<Outcome> cases(Shell.Case cases, State state, boolean tail) {
        Argument subject = new Expansion(state).one(cases.subject());
        List<Shell.Sequence> possible = new ArrayList<>();
        for (Shell.Arm arm : cases.arms()) {
            if (!subject.known()) {
                possible.add(arm.body());
                continue;
            }
            for (Word pattern : arm.patterns()) {
                if (Conditionals.matches(subject.text(), new Expansion(state).one(pattern).text())) {
                    return sequence(arm.body(), state, tail);
                }
            }
        }
        if (!subject.known()) {
            possible.add(new Shell.Sequence(List.of()));
            return alternatives(possible, state, tail);
        }
        return Optional.empty();
    }

    /** Ways on, one of which is taken. */
    private Optional<Outcome> alternatives(
            List<Shell.Sequence> ways, State state, boolean tail) {
        List<Outcome> ended = new ArrayList<>();
        State joined = null;
        State before = state.fork();
        for (Shell.Sequence way : ways) {
            State inner = before.fork();
            Optional<Outcome> outcome = sequence(way, inner, tail);
            if (outcome.isPresent()) {
                ended.add(outcome.get());
            } else if (joined == null) {
                joined = inner;
                state.join(inner, inner);
            } else {
                state.join(state.fork(), inner);
            }
        }
        if (ended.isEmpty()) {
            return Optional.empty();
        }
        if (tail || joined == null) {
            Outcome first = ended.get(0);
            boolean same = ended.stream().allMatch(each -> sameEntry(each.entry(), first.entry()));
            return Optional.of(
                    same || ended.size() == 1
                            ? first
                            : Outcome.unknown("a condition decides what it starts", state));
        }
        state.instead.addAll(ended);
        return Optional.empty();
    }

    private Optional<Outcome> simple(Shell.Simple simple, State state, boolean tail) {
        Expansion expansion = new Expansion(state);
        if (simple.words().isEmpty()) {
            simple.assignments()
                    .forEach(each -> state.assign(each.name(), expansion.one(each.value()).value()));
            return Optional.empty();
        }
        List<Argument> words = expansion.arguments(simple.words());
        if (words.isEmpty()) {
            return Optional.empty();
        }
        String name = words.get(0).text();
        List<Argument> rest = words.subList(1, words.size());
        Shell function = state.functions.get(name);
        if (function != null && state.depth < DEEPEST) {
            return call(function, rest, state, tail);
        }
        switch (name) {
            case "cd", "pushd" -> {
                changeFolder(rest, state);
                return Optional.empty();
            }
            case "export", "declare", "local" -> {
                rest.forEach(each -> export(each, state));
                return Optional.empty();
            }
            case "unset" -> {
                rest.forEach(each -> {
                    state.variables.remove(each.text());
                    state.exported.remove(each.text());
                });
                return Optional.empty();
            }
            case "set" -> {
                set(rest, state);
                return Optional.empty();
            }
            case "shift" -> {
                state.positional =
                        state.positional.isEmpty()
                                ? List.of()
                                : state.positional.subList(1, state.positional.size());
                return Optional.empty();
            }
            case ".", "source" -> {
                return source(rest, state);
            }
            case "eval" -> {
                String text = String.join(" ", rest.stream().map(Argument::text).toList());
                state.depth++;
                return state.depth > DEEPEST
                        ? Optional.empty()
                        : sequence(ShellParser.parse(text), state, tail);
            }
            default -> {}
        }
        boolean replaces = name.equals("exec");
        if (replaces && rest.isEmpty() || !replaces && !tail) {
            return Optional.empty();
        }
        State inner = state.fork();
        inner.place = state.at(simple.line());
        simple.assignments()
                .forEach(each -> inner.export(each.name(), expansion.one(each.value()).value()));
        if (!state.shell.isEmpty() && !replaces) {
            inner.hold(state.shell);
        }
        inner.shell = "";
        return Optional.of(run(replaces ? withoutOptions(rest) : words, inner));
    }

    /** {@code exec -a name program}. */
    private static List<Argument> withoutOptions(List<Argument> arguments) {
        return Options.leading(arguments, Set.of("-a")).rest();
    }

    private Optional<Outcome> call(
            Shell function, List<Argument> arguments, State state, boolean tail) {
        List<Argument> before = state.positional;
        state.positional = arguments;
        state.depth++;
        Optional<Outcome> outcome = command(function, state, tail);
        state.depth--;
        state.positional = before;
        return outcome;
    }

    static void changeFolder(List<Argument> arguments, State state) {
        List<Argument> folders =
                arguments.stream().filter(each -> !each.text().startsWith("-")).toList();
        if (folders.size() == 1 && folders.get(0).known()) {
            state.folder = state.path(folders.get(0).text());
        } else if (folders.size() == 1) {
            state.folder = "/unknown folder";
        }
    }

    static void export(Argument argument, State state) {
        int equals = argument.text().indexOf('=');
        if (equals > 0) {
            state.export(
                    argument.text().substring(0, equals),
                    new Argument(argument.text().substring(equals + 1), argument.known()).value());
        } else if (state.variables.containsKey(argument.text())) {
            state.export(argument.text(), state.variables.get(argument.text()).value());
        }
    }

    private static void set(List<Argument> arguments, State state) {
        for (int i = 0; i < arguments.size(); i++) {
            String text = arguments.get(i).text();
            if (text.equals("--")) {
                state.positional = List.copyOf(arguments.subList(i + 1, arguments.size()));
                return;
            }
            if (text.startsWith("-") && !text.startsWith("-o") && text.contains("a")
                    || text.equals("allexport")) {
                state.exportsAll = true;
            }
            if (!text.startsWith("-") && !text.startsWith("+") && i == 0) {
                state.positional = List.copyOf(arguments);
                return;
            }
        }
    }

    /** Runs a file in this very shell. */
    private Optional<Outcome> source(List<Argument> arguments, State state) {
        Optional<String> text =
                arguments.stream()
                        .findFirst()
                        .filter(Argument::known)
                        .flatMap(file -> state.source(file.text()))
                        .filter(workspace()::has)
                        .flatMap(workspace()::read);
        if (text.isEmpty() || state.depth > DEEPEST) {
            return Optional.empty();
        }
        state.depth++;
        List<String> lines = state.lines;
        state.lines = List.of();
        Optional<Outcome> outcome = sequence(ShellParser.parse(text.get()), state, false);
        state.lines = lines;
        state.depth--;
        return outcome;
    }

    /** What a program starts. */
    Outcome run(List<Argument> command, State state) {
        if (command.isEmpty()) {
            return Outcome.unknown("it names no program", state);
        }
        if (state.depth > DEEPEST) {
            return Outcome.unknown("its commands wrap each other too deeply", state);
        }
        Argument first = command.get(0);
        if (!first.known()) {
            return Outcome.unknown("its program is in a variable that nothing sets", state);
        }
        List<Argument> rest = command.subList(1, command.size());
        String name = Invocation.nameOf(first.text());
        Optional<String> script = script(first.text(), state);
        if (script.isPresent()) {
            return script(script.get(), rest, state);
        }
        State inner = state.fork();
        inner.depth++;
        ProgramFamily family = families.get(withoutVersion(name));
        return family == null
                ? Outcome.unknown("its program " + name + " is not read", state)
                        .with(Map.of(SettingName.SERVER, Setting.at(new Value.Known(name), state.place)))
                : family.read(new Invocation(name, rest, inner, this));
    }

    /** {@code python3.11} is a python. */
    private static String withoutVersion(String name) {
        return name.startsWith("python") || name.startsWith("pip")
                ? name.replaceAll("[\\d.]+$", "")
                : name;
    }

    /** The file of the workspace that a program is, when it is one. */
    private Optional<String> script(String path, State state) {
        if (path.contains("node_modules/")) {
            return Optional.empty();
        }
        if (path.contains("/")) {
            return state.source(path).filter(workspace()::has);
        }
        for (String folder : SEARCH_PATH) {
            Optional<String> found =
                    state.files.source(folder + "/" + path).filter(workspace()::has);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** A script of the workspace that is started as a program. */
    Outcome script(String file, List<Argument> arguments, State state) {
        String text = workspace().read(file).orElse("");
        String shebang = text.startsWith("#!") ? text.lines().findFirst().orElse("") : "";
        String extension = Paths.extension(file);
        Place place = Place.startOf(file);
        if (Paths.name(file).equals("mvnw") || Paths.name(file).equals("gradlew")) {
            ProgramFamily family = families.get(Paths.name(file));
            return family == null
                    ? Outcome.unknown("its build tool is not read", state)
                    : family.read(new Invocation(Paths.name(file), arguments, state, this));
        }
        if (shebang.contains("node") || shebang.contains("python") || shebang.contains("bun")
                || Set.of("js", "mjs", "cjs", "ts", "py").contains(extension)) {
            return new Outcome(new EntryPoint.Program(file, state.place), Map.of(), state);
        }
        boolean shell =
                shebang.isEmpty()
                        ? extension.equals("sh") || extension.isEmpty()
                        : shebang.matches(".*\\b(ba|da|a|k|z)?sh\\b.*");
        if (!shell || text.isEmpty() || text.indexOf('\0') >= 0) {
            return Outcome.unknown(file + " is not a script that is read", state);
        }
        State inner = state.enter(place);
        inner.positional = List.copyOf(arguments);
        inner.lines = text.lines().toList();
        inner.shell = State.SCRIPT;
        return text(text, inner);
    }
}
