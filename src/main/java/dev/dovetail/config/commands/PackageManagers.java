package dev.dovetail.config.commands;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.project.PackageJson;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** npm, Yarn, pnpm and Bun: scripts of a package.json, and programs of packages. */
final class PackageManagers implements ProgramFamily {

    private static final Set<String> FOLDERS = Set.of("--prefix", "-C", "--dir", "--cwd");
    private static final Set<String> SELECTORS = Set.of("-w", "--workspace", "--filter", "-F");

    private static final Set<String> VALUED =
            Set.of("--prefix", "-C", "--dir", "--cwd", "-w", "--workspace", "--filter", "-F",
                    "--loglevel", "-p", "--package", "--reporter", "--env-file");

    @Override
    public Set<String> names() {
        return Set.of("npm", "yarn", "yarnpkg", "pnpm", "bun", "npx", "pnpx", "bunx", "turbo", "corepack");
    }

    @Override
    public Outcome read(Invocation call) {
        if (call.program().equals("corepack")) {
            return call.follower().run(call.arguments(), call.state());
        }
        Set<String> valued = VALUED;
        if (call.program().equals("pnpm")) {
            // pnpm -w means the root of the workspace.
            valued = new java.util.TreeSet<>(VALUED);
            valued.remove("-w");
        }
        Options options = Options.leading(call.arguments(), valued);
        moveTo(options, call);
        List<Argument> rest = options.rest();
        switch (call.program()) {
            case "npx", "pnpx", "bunx" -> {
                call.state().hold(call.program());
                return program(rest, call);
            }
            case "turbo" -> {
                return turbo(rest, call);
            }
            default -> {}
        }
        if (rest.isEmpty()) {
            return call.unknown(call.program() + " is given nothing to run");
        }
        if (call.program().equals("yarn") && rest.get(0).text().equals("workspace") && rest.size() > 2) {
            moveToPackage(rest.get(1).text(), call);
            rest = rest.subList(2, rest.size());
        }
        // Options may stand after the verb too: npm run start --prefix api.
        List<Argument> behind = rest.subList(1, rest.size());
        Options after =
                call.program().equals("npm") && !rest.get(0).text().equals("exec")
                        ? Options.anywhere(behind, valued)
                        : Options.leading(behind, valued);
        String verb = rest.get(0).text();
        moveTo(after, call);
        List<Argument> operands = after.rest();
        call.state().hold(call.program().replace("yarnpkg", "yarn"));
        return switch (verb) {
            case "run", "run-script" ->
                    operands.isEmpty()
                            ? call.unknown(call.program() + " run is given no script")
                            : scriptOrProgram(operands, call);
            case "exec", "x", "dlx" -> program(operands, call);
            case "start", "test", "stop", "restart" ->
                    script(verb, passed(operands), call);
            default -> {
                boolean other = call.program().equals("npm") || isOwnVerb(verb);
                yield other
                        ? call.unknown(call.program() + " " + verb + " starts no program")
                        : scriptOrProgram(rest, call);
            }
        };
    }

    private static boolean isOwnVerb(String verb) {
        return Set.of("install", "i", "add", "ci", "up", "upgrade", "remove", "cache").contains(verb);
    }

    private static void moveTo(Options options, Invocation call) {
        for (String name : FOLDERS) {
            options.value(name)
                    .filter(Argument::known)
                    .ifPresent(folder -> call.state().folder = call.state().path(folder.text()));
        }
        for (String name : SELECTORS) {
            options.value(name)
                    .filter(Argument::known)
                    .filter(value -> !value.text().equals("true"))
                    .ifPresent(value -> moveToPackage(value.text(), call));
        }
    }

    /** Goes to a package of the workspace, by name or folder. */
    private static void moveToPackage(String selector, Invocation call) {
        String name = selector.replaceAll("[{}]|\\.\\.\\.$", "");
        Workspace workspace = call.follower().workspace();
        State state = call.state();
        boolean path = state.source(name + "/package.json").filter(workspace::has).isPresent();
        if (path) {
            state.folder = state.path(name);
            return;
        }
        for (PackageJson each : call.follower().manifests().allPackages()) {
            boolean meant = each.name().filter(own -> matches(own, name)).isPresent();
            for (String base : List.of(call.folder().orElse(""), state.files.home())) {
                String below = "./" + each.folder().substring(Math.min(base.length(), each.folder().length()));
                boolean there =
                        meant
                                && Paths.isUnder(each.folder(), base)
                                && state.source(below + "/package.json").filter(each.file()::equals).isPresent();
                if (there) {
                    state.folder = state.path(below);
                    return;
                }
            }
        }
    }

    private static boolean matches(String own, String selector) {
        return own.equals(selector) || own.endsWith("/" + selector);
    }

    /** npm hands on what stands after {@code --}; the others all of it. */
    private static List<Argument> passed(List<Argument> operands) {
        return operands.stream().filter(each -> !each.text().equals("--")).toList();
    }

    private Outcome scriptOrProgram(List<Argument> operands, Invocation call) {
        String name = operands.get(0).text();
        List<Argument> rest = passed(operands.subList(1, operands.size()));
        Optional<PackageJson> manifest = manifest(call);
        if (manifest.filter(found -> found.scripts().containsKey(name)).isPresent()) {
            return script(name, rest, call);
        }
        if (call.program().equals("bun") && (name.contains(".") || name.contains("/"))) {
            return call.script(operands.get(0), call.settings("bun"));
        }
        return call.program().equals("npm")
                ? call.unknown("there is no script " + name + " in its package.json")
                : program(operands, call);
    }

    private static Optional<PackageJson> manifest(Invocation call) {
        return call.folder()
                .flatMap(folder -> call.follower().manifests().packageIn(folder)
                        .or(() -> call.follower().manifests().packageFor(folder)));
    }

    /** A script of the package.json that holds for the folder. */
    Outcome script(String name, List<Argument> more, Invocation call) {
        Optional<PackageJson> manifest = manifest(call);
        if (manifest.isEmpty()) {
            return call.unknown("the package.json with its script " + name + " is not in the workspace");
        }
        PackageJson found = manifest.get();
        String script = found.scripts().get(name);
        if (script == null) {
            // https://docs.npmjs.com/cli/v11/commands/npm-start
            boolean byDefault = name.equals("start") && call.isFile("server.js");
            return byDefault
                    ? call.script(Argument.of("server.js"), call.settings("node"))
                    : call.unknown("there is no script " + name + " in " + found.file());
        }
        Place place = place(found, name, call);
        State inner = call.state().enter(place);
        if (inner.way.indexOf(place) < inner.way.size() - 1) {
            return call.unknown("its scripts call each other in a circle");
        }
        List<String> words = new ArrayList<>(List.of(script));
        more.forEach(each -> words.add(each.known() ? "'" + each.text().replace("'", "") + "'" : each.text()));
        inner.shell = State.COMMAND_SHELL;
        return call.follower().text(String.join(" ", words), inner);
    }

    private static Place place(PackageJson manifest, String script, Invocation call) {
        return call.follower().manifests().documents().read(manifest.file()).stream()
                .findFirst()
                .flatMap(document -> document.get("scripts"))
                .filter(ConfigNode.Mapping.class::isInstance)
                .flatMap(scripts -> ((ConfigNode.Mapping) scripts).entry(script))
                .map(ConfigNode.Entry::keyPlace)
                .orElse(manifest.place());
    }

    /** A program that a package brings. */
    private static Outcome program(List<Argument> operands, Invocation call) {
        Options options = Options.leading(operands, Set.of("-p", "--package", "-c", "--call"));
        Optional<Argument> text = options.value("-c", "--call");
        if (text.isPresent()) {
            return call.follower().text(text.get().text(), call.state());
        }
        List<Argument> command = new ArrayList<>(options.rest());
        if (command.isEmpty()) {
            return call.unknown(call.program() + " is given nothing to run");
        }
        String name = command.get(0).text();
        int version = name.lastIndexOf('@');
        if (version > 0) {
            command.set(0, Argument.of(name.substring(0, version)));
        }
        return call.follower().run(command, call.state());
    }

    /** {@code turbo run start --filter=api}. */
    private Outcome turbo(List<Argument> rest, Invocation call) {
        Options options = Options.anywhere(rest, VALUED);
        List<Argument> tasks =
                options.rest().stream().filter(each -> !each.text().equals("run")).toList();
        Optional<Argument> filter = options.value("--filter", "-F");
        if (tasks.size() != 1 || filter.isEmpty()) {
            return call.unknown("which packages turbo runs is not followed");
        }
        moveToPackage(filter.get().text(), call);
        call.state().hold("turbo");
        return script(tasks.get(0).text(), List.of(), call);
    }

    /** Several scripts of one package.json, side by side. */
    static Outcome scripts(List<String> names, Invocation call) {
        List<Outcome> outcomes = new ArrayList<>();
        PackageManagers managers = new PackageManagers();
        for (String name : names) {
            State state = call.state().fork();
            outcomes.add(
                    managers.script(
                            name,
                            List.of(),
                            new Invocation("npm", List.of(), state, call.follower())));
        }
        return outcomes.isEmpty()
                ? call.unknown("it is given no scripts")
                : Follower.several(outcomes, call.state());
    }

    static Map<String, String> scriptsOf(Invocation call) {
        return manifest(call).map(PackageJson::scripts).orElse(Map.of());
    }
}
