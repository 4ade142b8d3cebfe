package dev.dovetail.config.commands;

import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Value;
import dev.dovetail.config.project.PackageJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Programs that run a JavaScript or TypeScript file. */
final class NodePrograms implements ProgramFamily {

    /** https://nodejs.org/api/cli.html: options that take the next argument. */
    private static final Set<String> NODE_VALUED =
            Set.of("-r", "--require", "--import", "--loader", "--experimental-loader", "-C",
                    "--conditions", "--env-file", "--env-file-if-exists", "--title", "--icu-data-dir",
                    "--input-type", "--watch-path", "-e", "--eval", "-p", "--print", "--run");

    private static final Set<String> RUNNER_VALUED =
            Set.of("-r", "--require", "--import", "-P", "--project", "-O", "--compiler-options",
                    "-I", "--ignore", "--ignore-watch", "--tsconfig", "--env-file", "-x",
                    "--extensions", "--presets", "--plugins", "--config-file", "--watch", "-w",
                    "--ext", "-e", "--exec", "--delay", "-d", "--signal", "-s", "--config", "--cwd",
                    "--debounce", "--conditions");

    private static final Pattern HEAP =
            Pattern.compile("--max[-_]old[-_]space[-_]size=(\\d{1,7})");

    @Override
    public Set<String> names() {
        return Set.of("node", "nodejs", "tsx", "ts-node", "ts-node-dev", "tsnd", "ts-node-esm",
                "nodemon", "babel-node", "vite-node", "node-dev", "esr", "swc-node", "jiti",
                "nest", "next", "nuxt", "nuxi", "remix-serve", "react-router-serve", "deno");
    }

    @Override
    public Outcome read(Invocation call) {
        return switch (call.program()) {
            case "node", "nodejs" -> node(call);
            case "nodemon" -> nodemon(call);
            case "nest" -> nest(call);
            case "next" -> next(call);
            case "nuxt", "nuxi", "remix-serve", "react-router-serve", "deno" ->
                    call.unknown("what " + call.program() + " serves is not read")
                            .with(call.settings(call.program()));
            default -> runner(call);
        };
    }

    private static Outcome node(Invocation call) {
        Options options = Options.leading(call.arguments(), NODE_VALUED);
        Map<String, Setting> settings = heap(call);
        if (options.has("--run")) {
            return new PackageManagers()
                    .script(options.value("--run").orElseThrow().text(), options.rest(), call)
                    .with(settings);
        }
        if (options.has("-e", "--eval", "-p", "--print")) {
            return call.unknown("its code stands in the command").with(settings);
        }
        return options.first()
                .map(script -> script(script, call).with(settings))
                .orElseGet(() -> call.unknown("node is given no script").with(settings));
    }

    /** The heap that flags or NODE_OPTIONS set. */
    private static Map<String, Setting> heap(Invocation call) {
        Map<String, Setting> settings = call.settings("node");
        call.state()
                .text("NODE_OPTIONS")
                .flatMap(NodePrograms::heap)
                .ifPresent(
                        size ->
                                settings.put(
                                        SettingName.HEAP,
                                        new Setting(
                                                new Value.Known(size),
                                                Setting.Origin.CONFIG,
                                                Objects.requireNonNull(call.state().variables.get("NODE_OPTIONS")).place())));
        for (Argument argument : call.arguments()) {
            heap(argument.text())
                    .ifPresent(size -> settings.put(SettingName.HEAP, call.at(new Value.Known(size))));
        }
        return settings;
    }

    private static Optional<Long> heap(String text) {
        Matcher found = HEAP.matcher(text);
        return found.find() ? Optional.of(Long.valueOf(found.group(1))) : Optional.empty();
    }

    /** A file, or a folder with a package.json or an index file. */
    private static Outcome script(Argument script, Invocation call) {
        Optional<String> source =
                script.known() ? call.state().source(script.text()) : Optional.empty();
        if (source.isPresent()) {
            String path = source.get();
            Optional<PackageJson> manifest = call.follower().manifests().packageIn(path);
            boolean folder = call.follower().workspace().hasFolder(path);
            if (folder && !call.follower().workspace().has(path)) {
                String main = manifest.flatMap(PackageJson::main).orElse("index.js");
                return dev.dovetail.workspace.Paths.resolve(path, main)
                        .map(file -> call.found(new EntryPoint.Program(file, call.state().place), Map.of()))
                        .orElseGet(() -> call.unknown("its main file leaves the workspace"));
            }
        }
        return call.script(script, Map.of());
    }

    private static Outcome runner(Invocation call) {
        Set<String> valued =
                call.program().equals("tsx") || call.program().startsWith("ts-node")
                        ? without(RUNNER_VALUED, "--watch", "-w", "-e", "-s", "-d")
                        : RUNNER_VALUED;
        List<Argument> rest = Options.leading(call.arguments(), valued).rest();
        if (!rest.isEmpty() && rest.get(0).text().equals("watch")) {
            rest = Options.leading(rest.subList(1, rest.size()), valued).rest();
        }
        return rest.isEmpty()
                ? call.unknown(call.program() + " is given no script")
                : script(rest.get(0), call).with(heap(call));
    }

    private static Set<String> without(Set<String> all, String... some) {
        Set<String> kept = new java.util.TreeSet<>(all);
        kept.removeAll(List.of(some));
        return kept;
    }

    private static Outcome nodemon(Invocation call) {
        Options options = Options.anywhere(call.arguments(), RUNNER_VALUED);
        Optional<Argument> run = options.value("--exec", "-x");
        call.state().hold("nodemon");
        if (run.isPresent()) {
            String script = options.first().map(Argument::text).orElse("");
            return call.follower().text((run.get().text() + " " + script).strip(), call.state());
        }
        if (options.first().isPresent()) {
            return script(options.first().get(), call).with(heap(call));
        }
        return script(Argument.of("."), call);
    }

    /** https://docs.nestjs.com/cli/usages#nest-start: runs what the sources of a project build to. */
    private static Outcome nest(Invocation call) {
        Options options =
                Options.anywhere(call.arguments(), Set.of("-p", "--path", "-c", "--config", "-e",
                        "--exec", "--entryFile", "--sourceRoot", "-d", "--debug", "-b", "--builder"));
        List<Argument> rest = options.rest();
        if (rest.isEmpty() || !rest.get(0).text().equals("start")) {
            return call.unknown("nest starts no program here");
        }
        Optional<String> folder = call.folder();
        if (folder.isEmpty()) {
            return call.unknown("the folder of the Nest project is not in the workspace");
        }
        var config =
                call.follower().manifests().documents()
                        .read(folder.get().isEmpty() ? "nest-cli.json" : folder.get() + "/nest-cli.json")
                        .stream()
                        .findFirst();
        var project =
                rest.size() > 1
                        ? config.flatMap(each -> Nodes.at(each, "projects", rest.get(1).text()))
                        : config;
        String root = project.flatMap(each -> Nodes.text(each, "sourceRoot")).orElse("src");
        String file =
                options.value("--entryFile").map(Argument::text)
                        .or(() -> project.flatMap(each -> Nodes.text(each, "entryFile")))
                        .orElse("main");
        call.state().hold("nest");
        return call.script(Argument.of(root + "/" + file + ".ts"), call.settings("node"));
    }

    /** https://nextjs.org/docs/app/api-reference/cli/next: port 3000 on all addresses. */
    private static Outcome next(Invocation call) {
        Options options =
                Options.anywhere(call.arguments(), Set.of("-p", "--port", "-H", "--hostname",
                        "--keepAliveTimeout", "--experimental-https-key"));
        Map<String, Setting> settings = new HashMap<>(call.settings("next"));
        settings.put(
                SettingName.LISTEN_PORT,
                options.value("-p", "--port")
                        .map(port -> call.at(port.value()))
                        .or(() -> Optional.ofNullable(call.state().variables.get("PORT")))
                        .orElse(Setting.byDefault(3000L)));
        options.value("-H", "--hostname")
                .ifPresent(host -> settings.put(SettingName.BIND_ADDRESS, call.at(host.value())));
        return call.unknown("the routes of a Next.js app are not followed from its start command")
                .with(settings);
    }
}
