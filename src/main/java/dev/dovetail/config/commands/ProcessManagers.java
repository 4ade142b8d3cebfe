package dev.dovetail.config.commands;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Value;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Region;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** pm2, forever, supervisord and the readers of a Procfile. */
final class ProcessManagers implements ProgramFamily {

    /** https://pm2.keymetrics.io/docs/usage/quick-start/ */
    private static final Set<String> PM2_VALUED =
            Set.of("-i", "--instances", "-n", "--name", "-o", "--output", "-e", "--error", "-l",
                    "--log", "--cwd", "--interpreter", "--interpreter-args", "--node-args", "--env",
                    "--max-memory-restart", "--watch-delay", "--exp-backoff-restart-delay", "--only",
                    "--cron", "-u", "--user", "--max-restarts", "--restart-delay", "--kill-timeout",
                    "--exec-mode");

    private static final Pattern SECTION = Pattern.compile("\\[program:([^\\]]+)\\]");
    private static final Pattern LINE = Pattern.compile("([A-Za-z0-9_-]+):\\s*(.+)");

    @Override
    public Set<String> names() {
        return Set.of("pm2", "pm2-runtime", "pm2-docker", "pm2-dev", "forever", "supervisord",
                "foreman", "honcho", "nf", "overmind", "hivemind");
    }

    @Override
    public Outcome read(Invocation call) {
        return switch (call.program()) {
            case "supervisord" -> supervisord(call);
            case "foreman", "honcho", "nf", "overmind", "hivemind" -> procfile(call);
            case "forever" -> {
                Options options =
                        Options.leading(
                                call.arguments(),
                                Set.of("-l", "-o", "-e", "-m", "-c", "--uid", "--sourceDir",
                                        "--workingDir", "--minUptime", "--spinSleepTime"));
                List<Argument> rest =
                        options.rest().stream().filter(each -> !each.text().equals("start")).toList();
                yield rest.isEmpty()
                        ? call.unknown("forever is given no script")
                        : call.script(rest.get(0), call.settings("forever"));
            }
            default -> pm2(call);
        };
    }

    private static Outcome pm2(Invocation call) {
        Options options = Options.anywhere(call.arguments(), PM2_VALUED);
        List<Argument> rest = options.rest();
        if (!rest.isEmpty() && Set.of("start", "startOrRestart", "startOrReload", "reload", "restart")
                .contains(rest.get(0).text())) {
            rest = rest.subList(1, rest.size());
        }
        if (rest.isEmpty()) {
            return call.unknown("pm2 is given nothing to start");
        }
        String target = rest.get(0).text();
        Map<String, Setting> settings = call.settings("pm2");
        options.value("-i", "--instances").ifPresent(count -> settings.put(SettingName.WORKERS, call.at(count(count.value()))));
        if (target.matches(".*\\.(json|ya?ml|config\\.c?js|config\\.mjs|config\\.ts)")) {
            return ecosystem(target, settings, call);
        }
        if (Set.of("npm", "yarn", "pnpm").contains(target)) {
            // pm2 start npm -- start
            List<Argument> command = new ArrayList<>(List.of(Argument.of(target)));
            int dashes = call.arguments().stream().map(Argument::text).toList().indexOf("--");
            command.addAll(dashes < 0 ? rest.subList(1, rest.size()) : call.from(dashes + 1));
            return call.follower().run(command, call.state()).with(settings);
        }
        if (target.contains(" ")) {
            return call.follower().text(target, call.state()).with(settings);
        }
        return call.script(rest.get(0), settings);
    }

    /** A number of workers: {@code max}, 0 and negative ones follow the machine's processors. */
    private static Value count(Value value) {
        Optional<Double> number = value.number();
        return number.filter(each -> each >= 1).isPresent()
                ? value
                : new Value.Unknown("as many as the machine has processors");
    }

    private static Outcome ecosystem(String target, Map<String, Setting> given, Invocation call) {
        Optional<String> file = call.state().source(target).filter(call.follower().workspace()::has);
        if (file.isEmpty()) {
            return call.unknown(target + " is not in the workspace").with(given);
        }
        Optional<ConfigNode> document =
                file.get().matches(".*\\.(json|ya?ml)")
                        ? call.follower().manifests().documents().read(file.get()).stream().findFirst()
                        : call.follower().workspace().read(file.get())
                                .flatMap(text -> PlainObjects.exported(file.get(), text));
        if (document.isEmpty()) {
            return call.unknown(file.get() + " computes what it starts").with(given);
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (ConfigNode app : Nodes.elements(document.get().get("apps").orElse(document.get()))) {
            if (app instanceof ConfigNode.Mapping) {
                outcomes.add(app(app, given, call));
            }
        }
        return outcomes.isEmpty()
                ? call.unknown(file.get() + " starts nothing").with(given)
                : Follower.several(outcomes, call.state());
    }

    private static Outcome app(ConfigNode app, Map<String, Setting> given, Invocation call) {
        State state = call.state().fork();
        state.place = app.get("script").orElse(app).place();
        state.way.add(state.place);
        Nodes.text(app, "cwd").ifPresent(folder -> state.folder = state.path(folder));
        for (String key : List.of("env", "env_production")) {
            for (ConfigNode.Entry entry : Nodes.entries(app.get(key))) {
                Nodes.text(entry.value())
                        .ifPresent(
                                text -> {
                                    Setting set = Setting.at(new Value.Known(text), entry.keyPlace());
                                    state.variables.put(entry.key(), set);
                                    state.exported.put(entry.key(), set);
                                });
            }
        }
        Map<String, Setting> settings = new HashMap<>(given);
        app.get("instances").ifPresent(node -> {
            boolean cluster = Nodes.text(app, "exec_mode").filter(mode -> mode.startsWith("cluster")).isPresent();
            Value count = count(Nodes.value(node, text -> false));
            if (cluster || !count.equals(new Value.Known(1L))) {
                settings.putIfAbsent(SettingName.WORKERS, Setting.at(count, node.place()));
            }
        });
        Optional<String> script = Nodes.text(app, "script");
        Invocation inner = new Invocation(call.program(), List.of(), state, call.follower());
        if (script.isEmpty()) {
            return inner.unknown("its script is not given").with(settings);
        }
        String arguments = app.get("args").map(node -> String.join(" ",
                Nodes.elements(node).stream().flatMap(each -> Nodes.text(each).stream()).toList())).orElse("");
        String interpreter = Nodes.text(app, "interpreter").orElse("");
        boolean plain = script.get().matches("[^ ]+\\.([cm]?[jt]s|py)") || !arguments.isEmpty() && script.get().startsWith(".");
        if (plain && !interpreter.startsWith("none")) {
            return inner.script(Argument.of(script.get()), settings);
        }
        state.depth++;
        return call.follower().text(script.get() + " " + arguments, state).with(settings);
    }

    private static Outcome supervisord(Invocation call) {
        Options options = Options.anywhere(call.arguments(), Set.of("-c", "--configuration", "-l", "-u"));
        String path =
                options.value("-c", "--configuration").map(Argument::text).orElse("/etc/supervisord.conf");
        Optional<String> file =
                call.state().source(path).filter(call.follower().workspace()::has)
                        .or(() -> call.state().files.source("/etc/supervisor/conf.d/supervisord.conf")
                                .filter(call.follower().workspace()::has));
        if (file.isEmpty()) {
            return call.unknown("the configuration of supervisord is not in the workspace")
                    .with(call.settings("supervisord"));
        }
        List<Outcome> outcomes = new ArrayList<>();
        List<String> lines = call.follower().workspace().read(file.get()).orElse("").lines().toList();
        boolean program = false;
        String folder = call.state().folder;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.startsWith("[")) {
                program = SECTION.matcher(line).matches();
                folder = call.state().folder;
                for (int j = i + 1; j < lines.size() && !lines.get(j).strip().startsWith("["); j++) {
                    Matcher set = Pattern.compile("directory\\s*=\\s*(\\S+)").matcher(lines.get(j).strip());
                    folder = set.matches() ? set.group(1) : folder;
                }
            } else if (program && line.matches("command\\s*=.*")) {
                outcomes.add(started(file.get(), i + 1, line.substring(line.indexOf('=') + 1), folder, call));
            }
        }
        return outcomes.isEmpty()
                ? call.unknown("supervisord is given no programs")
                : Follower.several(outcomes, call.state()).with(call.settings("supervisord"));
    }

    private static Outcome procfile(Invocation call) {
        Options options = Options.anywhere(call.arguments(), Set.of("-f", "--procfile", "-j", "-e", "-p", "-d"));
        String path = options.value("-f", "--procfile", "-j").map(Argument::text).orElse("Procfile");
        Optional<String> file = call.state().source(path).filter(call.follower().workspace()::has);
        List<String> wanted =
                options.rest().stream().map(Argument::text).filter(each -> !each.equals("start")).toList();
        List<Outcome> outcomes = new ArrayList<>();
        List<String> lines = file.flatMap(call.follower().workspace()::read).orElse("").lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher line = LINE.matcher(lines.get(i).strip());
            if (line.matches() && (wanted.isEmpty() || wanted.contains(line.group(1)))) {
                outcomes.add(started(file.orElseThrow(), i + 1, line.group(2), call.state().folder, call));
            }
        }
        return outcomes.isEmpty()
                ? call.unknown("its Procfile is not in the workspace")
                : Follower.several(outcomes, call.state());
    }

    private static Outcome started(
            String file, int line, String command, String folder, Invocation call) {
        State state = call.state().enter(new Place(file, new Region(line, 1, line, 2)));
        state.folder = folder;
        return call.follower().text(command.strip(), state);
    }
}
