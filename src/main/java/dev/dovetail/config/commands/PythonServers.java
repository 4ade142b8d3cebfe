package dev.dovetail.config.commands;

import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Value;
import dev.dovetail.workspace.Paths;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Servers that import an application object. */
final class PythonServers implements ProgramFamily {

    /** https://uvicorn.dev/settings/ */
    private static final Set<String> UVICORN_VALUED =
            Set.of("--host", "--port", "--uds", "--fd", "--reload-dir", "--reload-include",
                    "--reload-exclude", "--reload-delay", "--workers", "--env-file", "--log-config",
                    "--log-level", "--loop", "--http", "--ws", "--ws-max-size", "--ws-max-queue",
                    "--ws-ping-interval", "--ws-ping-timeout", "--ws-per-message-deflate",
                    "--lifespan", "--interface", "--forwarded-allow-ips", "--root-path",
                    "--limit-concurrency", "--backlog", "--limit-max-requests",
                    "--timeout-keep-alive", "--timeout-graceful-shutdown", "--ssl-keyfile",
                    "--ssl-certfile", "--ssl-keyfile-password", "--ssl-version", "--ssl-cert-reqs",
                    "--ssl-ca-certs", "--ssl-ciphers", "--header", "--app-dir",
                    "--h11-max-incomplete-event-size", "--timeout-worker-healthcheck");

    private static final Set<String> FLASK_VALUED =
            Set.of("--app", "-A", "--env-file", "-e", "-h", "--host", "-p", "--port", "--cert", "--key",
                    "--extra-files", "--exclude-patterns");

    private static final Set<String> OTHER_VALUED =
            Set.of("-b", "--bind", "-w", "--workers", "-k", "--worker-class", "-c", "--config",
                    "--keep-alive", "--graceful-timeout", "--log-level", "--access-logfile",
                    "--error-logfile", "--log-config", "--root-path", "-p", "--port", "-u", "-e",
                    "--endpoint", "-v", "-t", "--http-timeout", "--host", "--listen", "--threads",
                    "--url-prefix", "--url-scheme", "--ident", "--trusted-proxy", "--interface",
                    "--loop", "--http", "--backlog", "--websocket_timeout", "--websocket_connect_timeout",
                    "--application-close-timeout", "--app-dir");

    @Override
    public Set<String> names() {
        return Set.of("gunicorn", "uvicorn", "flask", "hypercorn", "daphne", "waitress-serve",
                "waitress", "fastapi", "granian", "uwsgi", "sanic");
    }

    @Override
    public Outcome read(Invocation call) {
        return switch (call.program()) {
            case "gunicorn" -> new Gunicorn(call).read();
            case "uvicorn" -> uvicorn(call);
            case "flask" -> flask(call);
            case "hypercorn" -> hypercorn(call);
            case "daphne" -> daphne(call);
            case "waitress-serve", "waitress" -> waitress(call);
            case "fastapi" -> fastapi(call);
            case "granian" -> granian(call);
            default ->
                    call.unknown("the options of " + call.program() + " are not read")
                            .with(call.settings(call.program()));
        };
    }

    private static Outcome uvicorn(Invocation call) {
        Options options = Options.anywhere(call.arguments(), UVICORN_VALUED);
        Map<String, Setting> settings = call.settings("uvicorn");
        settings.put(SettingName.BIND_ADDRESS, of("--host", "UVICORN_HOST", "127.0.0.1", options, call));
        settings.put(SettingName.LISTEN_PORT, of("--port", "UVICORN_PORT", 8000L, options, call));
        if (options.has("--uds", "--fd")) {
            settings.remove(SettingName.BIND_ADDRESS);
            settings.remove(SettingName.LISTEN_PORT);
        }
        settings.put(SettingName.WORKERS, workers(options.value("--workers"), call));
        settings.put(
                SettingName.KEEP_ALIVE,
                options.value("--timeout-keep-alive")
                        .map(seconds -> call.at(PythonPrograms.milliseconds(seconds)))
                        .orElse(Setting.byDefault(5000L)));
        List<String> roots = options.value("--app-dir").map(Argument::text).stream().toList();
        return application(options.first(), "app", options.has("--factory"), roots, settings, call);
    }

    /** The option, else the variable that the program reads, else its default. */
    private static Setting of(
            String option, String variable, Object byDefault, Options options, Invocation call) {
        return options.value(option)
                .map(value -> call.at(value.value()))
                .or(() -> Optional.ofNullable(call.state().variables.get(variable)))
                .orElse(Setting.byDefault(byDefault));
    }

    /** Workers as an option or WEB_CONCURRENCY gives them, else one. */
    static Setting workers(Optional<Argument> option, Invocation call) {
        return option.map(count -> call.at(count.value()))
                .or(() -> Optional.ofNullable(call.state().variables.get("WEB_CONCURRENCY")))
                .orElse(Setting.byDefault(1L));
    }

    /** https://flask.palletsprojects.com/en/stable/cli/ */
    private static Outcome flask(Invocation call) {
        Options options = Options.anywhere(call.arguments(), FLASK_VALUED);
        if (options.first().filter(verb -> verb.text().equals("run")).isEmpty()) {
            return call.unknown("flask starts no server here");
        }
        Map<String, Setting> settings = call.settings("flask");
        settings.put(SettingName.BIND_ADDRESS,
                options.has("-h") ? call.at(options.value("-h").orElseThrow().value())
                        : of("--host", "FLASK_RUN_HOST", "127.0.0.1", options, call));
        settings.put(SettingName.LISTEN_PORT,
                options.has("-p") ? call.at(options.value("-p").orElseThrow().value())
                        : of("--port", "FLASK_RUN_PORT", 5000L, options, call));
        Optional<String> named =
                options.value("--app", "-A").map(Argument::text).or(() -> call.state().text("FLASK_APP"));
        if (named.isEmpty()) {
            return List.of("wsgi", "app").stream()
                    .flatMap(module -> PythonModules.file(module, List.of(), call).stream())
                    .findFirst()
                    .map(file -> flaskIn(file, settings, call))
                    .orElseGet(() -> call.unknown("flask is not told which application it serves").with(settings));
        }
        String target = named.get();
        int colon = target.indexOf(':');
        if (colon > 0) {
            Argument renamed = Argument.of(moduleName(target.substring(0, colon)) + target.substring(colon));
            return application(Optional.of(renamed), "app", false, List.of(), settings, call);
        }
        Optional<String> file =
                target.endsWith(".py")
                        ? call.state().source(target).filter(call.follower().workspace()::has)
                        : PythonModules.file(moduleName(target), List.of(), call);
        return file.map(found -> flaskIn(found, settings, call))
                .orElseGet(() -> call.unknown(target + " is not in the workspace").with(settings));
    }

    private static String moduleName(String target) {
        String module = target.endsWith(".py") ? target.substring(0, target.length() - 3) : target;
        return module.replace("./", "").replace('/', '.');
    }

    /** Flask looks for an instance by name, then for a factory. */
    private static Outcome flaskIn(String file, Map<String, Setting> settings, Invocation call) {
        for (String name : List.of("app", "application")) {
            if (PythonModules.binds(file, name, call)) {
                return call.found(
                        new EntryPoint.Application(file, name, false, call.state().place), settings);
            }
        }
        for (String name : List.of("create_app", "make_app")) {
            if (PythonModules.binds(file, name, call)) {
                return call.found(
                        new EntryPoint.Application(file, name, true, call.state().place), settings);
            }
        }
        return call.found(new EntryPoint.Program(file, call.state().place), settings);
    }

    /** https://hypercorn.readthedocs.io/en/latest/how_to_guides/configuring.html: 127.0.0.1:8000, 5 s. */
    private static Outcome hypercorn(Invocation call) {
        Options options = Options.anywhere(call.arguments(), OTHER_VALUED);
        Map<String, Setting> settings = call.settings("hypercorn");
        settings.put(SettingName.BIND_ADDRESS, Setting.byDefault("127.0.0.1"));
        settings.put(SettingName.LISTEN_PORT, Setting.byDefault(8000L));
        options.value("-b", "--bind").ifPresent(bind -> Addresses.put(bind, settings, call));
        settings.put(SettingName.WORKERS,
                options.value("-w", "--workers").map(count -> call.at(count.value())).orElse(Setting.byDefault(1L)));
        settings.put(SettingName.KEEP_ALIVE,
                options.value("--keep-alive").map(seconds -> call.at(PythonPrograms.milliseconds(seconds)))
                        .orElse(Setting.byDefault(5000L)));
        return application(options.first(), "app", false, List.of(), settings, call);
    }

    /** https://github.com/django/daphne: 127.0.0.1:8000. */
    private static Outcome daphne(Invocation call) {
        Options options = Options.anywhere(call.arguments(), OTHER_VALUED);
        Map<String, Setting> settings = call.settings("daphne");
        settings.put(SettingName.BIND_ADDRESS,
                options.value("-b", "--bind").map(host -> call.at(host.value())).orElse(Setting.byDefault("127.0.0.1")));
        settings.put(SettingName.LISTEN_PORT,
                options.value("-p", "--port").map(port -> call.at(port.value())).orElse(Setting.byDefault(8000L)));
        if (options.has("-u", "--unix-socket", "-e", "--endpoint")) {
            settings.remove(SettingName.BIND_ADDRESS);
            settings.remove(SettingName.LISTEN_PORT);
        }
        settings.put(SettingName.WORKERS, Setting.byDefault(1L));
        return application(options.first(), "application", false, List.of(), settings, call);
    }

    /** https://docs.pylonsproject.org/projects/waitress/en/stable/runner.html: 0.0.0.0:8080. */
    private static Outcome waitress(Invocation call) {
        Options options = Options.anywhere(call.arguments(), OTHER_VALUED);
        Map<String, Setting> settings = call.settings("waitress");
        settings.put(SettingName.BIND_ADDRESS,
                options.value("--host").map(host -> call.at(host.value())).orElse(Setting.byDefault("0.0.0.0")));
        settings.put(SettingName.LISTEN_PORT,
                options.value("--port").map(port -> call.at(port.value())).orElse(Setting.byDefault(8080L)));
        options.value("--listen").map(listen -> new Argument(listen.text().replace("*", "0.0.0.0"), listen.known()))
                .ifPresent(listen -> Addresses.put(listen, settings, call));
        settings.put(SettingName.WORKERS, Setting.byDefault(1L));
        return application(options.first(), "app", options.has("--call"), List.of(), settings, call);
    }

    /** https://fastapi.tiangolo.com/fastapi-cli/: run on 0.0.0.0, dev on 127.0.0.1, port 8000. */
    private static Outcome fastapi(Invocation call) {
        Options options =
                Options.anywhere(call.arguments(), Set.of("--host", "--port", "--workers", "--root-path",
                        "--app", "-e", "--entrypoint", "--forwarded-allow-ips"));
        List<Argument> rest = options.rest();
        boolean run = !rest.isEmpty() && rest.get(0).text().equals("run");
        if (!run && (rest.isEmpty() || !rest.get(0).text().equals("dev"))) {
            return call.unknown("fastapi starts no server here");
        }
        Map<String, Setting> settings = call.settings("uvicorn");
        settings.put(SettingName.BIND_ADDRESS, of("--host", "", run ? "0.0.0.0" : "127.0.0.1", options, call));
        settings.put(SettingName.LISTEN_PORT, of("--port", "PORT", 8000L, options, call));
        settings.put(SettingName.WORKERS, workers(options.value("--workers"), call));
        settings.put(SettingName.KEEP_ALIVE, Setting.byDefault(5000L));
        String attribute = options.value("--app").map(Argument::text).orElse("app");
        List<String> candidates =
                rest.size() > 1
                        ? List.of(rest.get(1).text(), rest.get(1).text() + "/main.py")
                        : List.of("main.py", "app.py", "api.py", "app/main.py", "app/app.py", "app/api.py");
        return candidates.stream()
                .filter(candidate -> candidate.endsWith(".py"))
                .flatMap(candidate -> call.state().source(candidate).filter(call.follower().workspace()::has).stream())
                .findFirst()
                .map(file -> call.found(new EntryPoint.Application(file, attribute, false, call.state().place), settings))
                .orElseGet(() -> call.unknown("its application is not in the workspace").with(settings));
    }

    /** https://github.com/emmett-framework/granian: 127.0.0.1:8000, one worker. */
    private static Outcome granian(Invocation call) {
        Options options = Options.anywhere(call.arguments(), OTHER_VALUED);
        Map<String, Setting> settings = call.settings("granian");
        settings.put(SettingName.BIND_ADDRESS, of("--host", "GRANIAN_HOST", "127.0.0.1", options, call));
        settings.put(SettingName.LISTEN_PORT, of("--port", "GRANIAN_PORT", 8000L, options, call));
        settings.put(SettingName.WORKERS, of("--workers", "GRANIAN_WORKERS", 1L, options, call));
        return application(options.first(), "app", options.has("--factory"), List.of(), settings, call);
    }

    /** {@code package.module:attribute}, or with brackets for a factory. */
    static Outcome application(
            Optional<Argument> target,
            String byDefault,
            boolean factory,
            List<String> roots,
            Map<String, Setting> settings,
            Invocation call) {
        if (target.filter(Argument::known).isEmpty()) {
            return call.unknown("which application it serves is not written").with(settings);
        }
        String text = target.get().text();
        int colon = text.indexOf(':');
        String module = colon < 0 ? text : text.substring(0, colon);
        String attribute = colon < 0 ? byDefault : text.substring(colon + 1);
        int bracket = attribute.indexOf('(');
        boolean made = factory || bracket > 0;
        String name = bracket > 0 ? attribute.substring(0, bracket) : attribute;
        if (!module.matches("[\\w.]+")) {
            return call.unknown(module + " is no module").with(settings);
        }
        return PythonModules.file(module, roots, call)
                .map(file -> call.found(
                        new EntryPoint.Application(file, name.replaceAll("\\..*", ""), made, call.state().place), settings))
                .orElseGet(() -> call.unknown("the module " + module + " is not in the workspace").with(settings));
    }

    /** gunicorn, whose settings come from four places. */
    private static final class Gunicorn {

        /** Worker classes that keep idle connections open for the time of {@code keepalive}. */
        private static final Set<String> KEEP_OPEN =
                Set.of("eventlet", "gevent", "gthread", "uvicorn.workers.UvicornH11Worker",
                        "uvicorn.workers.UvicornWorker", "uvicorn_worker.UvicornH11Worker",
                        "uvicorn_worker.UvicornWorker");

        /** https://docs.gunicorn.org/en/stable/settings.html */
        private static final Set<String> VALUED =
                Set.of("-c", "--config", "-b", "--bind", "--backlog", "-w", "--workers", "-k",
                        "--worker-class", "--threads", "--worker-connections", "--max-requests",
                        "--max-requests-jitter", "-t", "--timeout", "--graceful-timeout",
                        "--keep-alive", "--limit-request-line", "--limit-request-fields",
                        "--limit-request-field_size", "--chdir", "-e", "--env", "-p", "--pid",
                        "--worker-tmp-dir", "-u", "--user", "-g", "--group", "-m", "--umask",
                        "--forwarded-allow-ips", "--access-logfile", "--access-logformat",
                        "--error-logfile", "--log-file", "--log-level", "--logger-class",
                        "--log-config", "--log-config-dict", "--log-syslog-to", "-n", "--name",
                        "--pythonpath", "--paste", "--statsd-host", "--keyfile", "--certfile",
                        "--ca-certs", "--ciphers", "--reload-engine", "--reload-extra-file");

        private final Invocation call;

        Gunicorn(Invocation call) {
            this.call = call;
        }

        Outcome read() {
            Options line = Options.anywhere(call.arguments(), VALUED);
            Options variable =
                    Options.anywhere(
                            call.state().text("GUNICORN_CMD_ARGS").map(Gunicorn::words).orElse(List.of()), VALUED);
            line.values("--env").forEach(each -> Follower.export(each, call.state()));
            line.values("-e").forEach(each -> Follower.export(each, call.state()));
            line.value("--chdir").or(() -> variable.value("--chdir")).filter(Argument::known)
                    .ifPresent(folder -> call.state().folder = call.state().path(folder.text()));
            PythonAssignments file = configuration(line, variable);
            Map<String, Setting> settings = new HashMap<>(call.settings("gunicorn"));
            bind(line, variable, file, settings);
            Optional<Setting> workers =
                    value(line, variable, "-w", "--workers").map(count -> call.at(count.value()))
                            .or(() -> file.setting("workers"));
            settings.put(SettingName.WORKERS, workers.orElseGet(() -> workers(Optional.empty(), call)));
            String worker = value(line, variable, "-k", "--worker-class").map(Argument::text)
                    .or(() -> file.setting("worker_class").flatMap(set -> set.value().text())).orElse("sync");
            boolean threads = value(line, variable, "--threads", "--threads").map(Argument::text)
                    .or(() -> file.setting("threads").flatMap(set -> set.value().text()))
                    .filter(count -> !count.equals("1")).isPresent();
            boolean sync = worker.equals("sync") && !threads && file.isKnown("worker_class");
            // Other workers answer the master's pulse while a request runs on, and only they keep
            // connections open: https://docs.gunicorn.org/en/stable/settings.html#keepalive
            if (sync) {
                settings.put(SettingName.SERVER_TIMEOUT, seconds(line, variable, file, "-t", "--timeout", "timeout", 30_000L));
            } else if (worker.equals("sync") ? threads : KEEP_OPEN.contains(worker)) {
                settings.put(SettingName.KEEP_ALIVE, seconds(line, variable, file, "--keep-alive", "--keep-alive", "keepalive", 2_000L));
            }
            List<String> roots = new ArrayList<>();
            value(line, variable, "--pythonpath", "--pythonpath")
                    .ifPresent(path -> roots.addAll(List.of(path.text().split(","))));
            Optional<Argument> target =
                    line.first().or(() -> file.setting("wsgi_app").flatMap(set -> set.value().text()).map(Argument::of));
            return application(target, "application", false, roots, settings, call);
        }

        private static List<Argument> words(String text) {
            return ShellLexer.tokens(text).stream()
                    .filter(token -> !token.isOperator())
                    .map(token -> new Argument(token.word().parts().stream()
                            .map(part -> part instanceof Word.Text plain ? plain.text() : "${}")
                            .reduce("", String::concat), true))
                    .toList();
        }

        private static Optional<Argument> value(
                Options line, Options variable, String first, String second) {
            return line.value(first, second).or(() -> variable.value(first, second));
        }

        private Setting seconds(
                Options line, Options variable, PythonAssignments file,
                String first, String second, String name, long byDefault) {
            return value(line, variable, first, second)
                    .map(given -> call.at(PythonPrograms.milliseconds(given)))
                    .or(() -> file.setting(name).map(set -> new Setting(
                            set.value().number().<Value>map(number -> new Value.Known(Math.round(number * 1000)))
                                    .orElse(new Value.Unknown("it is computed")), set.origin(), set.place())))
                    .orElse(Setting.byDefault(byDefault));
        }

        private void bind(
                Options line, Options variable, PythonAssignments file, Map<String, Setting> settings) {
            Optional<Setting> port = Optional.ofNullable(call.state().variables.get("PORT"));
            settings.put(SettingName.BIND_ADDRESS, Setting.byDefault(port.isPresent() ? "0.0.0.0" : "127.0.0.1"));
            settings.put(SettingName.LISTEN_PORT, port.orElse(Setting.byDefault(8000L)));
            Optional<Argument> bind = value(line, variable, "-b", "--bind");
            if (bind.isPresent()) {
                Addresses.put(bind.get(), settings, call);
                return;
            }
            file.setting("bind").ifPresent(set -> {
                Map<String, Setting> read = new HashMap<>(settings);
                Addresses.put(new Argument(set.value().text().orElse("${bind}:${bind}"), set.value().text().isPresent()), read, call);
                for (String name : List.of(SettingName.BIND_ADDRESS, SettingName.LISTEN_PORT)) {
                    settings.remove(name);
                    if (read.containsKey(name)) {
                        settings.put(name, new Setting(read.get(name).value(), set.origin(), set.place()));
                    }
                }
            });
        }

        private PythonAssignments configuration(Options line, Options variable) {
            Optional<String> named = value(line, variable, "-c", "--config").map(Argument::text);
            String path = named.map(text -> text.replaceFirst("^(file|python):", "")).orElse("gunicorn.conf.py");
            boolean module = named.filter(text -> text.startsWith("python:")).isPresent();
            Optional<String> file =
                    module
                            ? PythonModules.file(path, List.of(), call)
                            : call.state().source(path).filter(call.follower().workspace()::has);
            if (file.isEmpty()) {
                return named.isPresent() ? PythonAssignments.unknown(Paths.name(path)) : PythonAssignments.none();
            }
            return PythonAssignments.read(
                    file.get(), call.follower().workspace().read(file.get()).orElse(""), call.state());
        }
    }
}
