package dev.dovetail.config.commands;

import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Python itself, and tools that run a script, a module or a task queue's worker. */
final class PythonPrograms implements ProgramFamily {

    private static final Set<String> PYTHON_VALUED = Set.of("-W", "-X", "-c", "-m", "--check-hash-based-pycs");

    private static final Set<String> CELERY_VALUED =
            Set.of("-A", "--app", "-b", "--broker", "--workdir", "-l", "--loglevel", "-c",
                    "--concurrency", "-Q", "--queues", "-n", "--hostname", "-P", "--pool", "-s",
                    "--schedule", "--scheduler", "-f", "--logfile", "--pidfile", "-O", "--config",
                    "--result-backend", "--max-tasks-per-child", "--prefetch-multiplier");

    @Override
    public Set<String> names() {
        return Set.of("python", "pypy", "uv", "celery", "rq", "rqworker", "dramatiq", "arq", "huey_consumer",
                "huey_consumer.py", "streamlit", "django-admin", "watchfiles", "watchmedo", "coverage");
    }

    @Override
    public Outcome read(Invocation call) {
        return switch (call.program()) {
            case "uv" -> uv(call);
            case "celery" -> celery(call);
            case "dramatiq" -> module(Options.leading(call.arguments(), Set.of("-p", "--processes", "-t", "--threads")).first(), call);
            case "arq" -> module(Options.leading(call.arguments(), Set.of()).first().map(PythonPrograms::withoutLastName), call);
            case "huey_consumer", "huey_consumer.py" -> module(Options.leading(call.arguments(), Set.of()).first().map(PythonPrograms::withoutLastName), call);
            case "streamlit" -> streamlit(call);
            case "rq", "rqworker", "django-admin", "coverage" ->
                    call.unknown("what " + call.program() + " runs is not named in its command")
                            .with(call.settings(call.program()));
            case "watchfiles", "watchmedo" -> call.unknown("it restarts its program when files change");
            default -> python(call);
        };
    }

    /** https://docs.python.org/3/using/cmdline.html */
    private static Outcome python(Invocation call) {
        List<Argument> arguments = call.arguments();
        for (int i = 0; i < arguments.size(); i++) {
            String text = arguments.get(i).text();
            if (text.matches("-[a-zA-Z]*m") && i + 1 < arguments.size()) {
                return moduleOf(arguments.get(i + 1), call.from(i + 2), call);
            }
            if (text.equals("-c")) {
                return call.unknown("its code stands in the command");
            }
            if (PYTHON_VALUED.contains(text)) {
                i++;
            } else if (!text.startsWith("-")) {
                return script(arguments.get(i), call.from(i + 1), call);
            }
        }
        return call.unknown("python is given no script");
    }

    private static Outcome moduleOf(Argument module, List<Argument> rest, Invocation call) {
        Optional<String> own = PythonModules.main(module.text(), call);
        if (own.isPresent()) {
            return call.found(new EntryPoint.Program(own.get(), call.state().place), call.settings("python"));
        }
        ProgramFamily servers = new PythonServers();
        if (servers.names().contains(module.text())) {
            return servers.read(new Invocation(module.text(), rest, call.state(), call.follower()));
        }
        if (module.text().equals("celery") || module.text().equals("streamlit")) {
            return new PythonPrograms()
                    .read(new Invocation(module.text(), rest, call.state(), call.follower()));
        }
        return call.unknown("the module " + module.text() + " is not in the workspace")
                .with(call.settings("python"));
    }

    private static Outcome script(Argument script, List<Argument> rest, Invocation call) {
        boolean manage = Invocation.nameOf(script.text()).equals("manage.py");
        if (manage && !rest.isEmpty() && rest.get(0).text().matches("runserver(_plus)?")) {
            return runserver(script, rest.subList(1, rest.size()), call);
        }
        String name = Invocation.nameOf(script.text());
        if (new PythonServers().names().contains(name) && script.text().contains("bin/")) {
            return new PythonServers().read(new Invocation(name, rest, call.state(), call.follower()));
        }
        return call.script(script, call.settings("python"));
    }

    /** https://docs.djangoproject.com/en/stable/ref/django-admin/#runserver: 127.0.0.1:8000. */
    private static Outcome runserver(Argument script, List<Argument> rest, Invocation call) {
        Map<String, Setting> settings = call.settings("django");
        settings.put(SettingName.BIND_ADDRESS, Setting.byDefault("127.0.0.1"));
        settings.put(SettingName.LISTEN_PORT, Setting.byDefault(8000L));
        Options.anywhere(rest, Set.of("--settings", "--pythonpath", "-v"))
                .first()
                .ifPresent(address -> Addresses.put(address, settings, call));
        return call.script(script, settings);
    }

    private static Outcome uv(Invocation call) {
        Set<String> valued =
                Set.of("--with", "--python", "-p", "--extra", "--group", "--package", "--directory",
                        "--project", "--env-file", "--index", "--index-url", "--with-editable",
                        "--with-requirements", "--only-group", "--no-group", "--no-extra");
        Options options = Options.leading(call.arguments(), valued);
        List<Argument> rest = options.rest();
        if (rest.isEmpty() || !rest.get(0).text().equals("run")) {
            return call.unknown("uv runs no program here");
        }
        Options run = Options.leading(rest.subList(1, rest.size()), valued);
        for (Options each : List.of(options, run)) {
            each.value("--directory").ifPresent(folder -> call.state().folder = call.state().path(folder.text()));
        }
        if (run.has("-m", "--module") && run.first().isPresent()) {
            return moduleOf(run.first().get(), run.rest().subList(1, run.rest().size()), call);
        }
        Optional<Argument> first = run.first();
        return first.filter(each -> each.text().endsWith(".py")).isPresent()
                ? script(first.get(), run.rest().subList(1, run.rest().size()), call)
                : call.follower().run(run.rest(), call.state());
    }

    /** https://docs.celeryq.dev/en/stable/reference/cli.html */
    private static Outcome celery(Invocation call) {
        Options options = Options.anywhere(call.arguments(), CELERY_VALUED);
        boolean beats =
                options.rest().stream().anyMatch(word -> word.text().equals("beat"))
                        || options.has("-B", "--beat");
        // A scheduler of its own is beat whether it works too or not.
        Map<String, Setting> settings = new HashMap<>(call.settings(beats ? "celery-beat" : "celery"));
        Optional<Argument> app = options.value("-A", "--app");
        if (app.isEmpty()) {
            return call.unknown("celery is not told which application it serves").with(settings);
        }
        List<String> roots = options.value("--workdir").map(Argument::text).stream().toList();
        String name = app.get().text().replaceAll(":.*", "");
        Optional<String> file =
                PythonModules.file(name + ".celery", roots, call)
                        .or(() -> PythonModules.file(name, roots, call))
                        .or(() -> PythonModules.file(withoutLastName(Argument.of(name)).text(), roots, call));
        return file.map(found -> call.found(new EntryPoint.Program(found, call.state().place), settings))
                .orElseGet(() -> call.unknown("the module " + name + " is not in the workspace").with(settings));
    }

    private static Outcome module(Optional<Argument> named, Invocation call) {
        Optional<String> file =
                named.filter(Argument::known)
                        .flatMap(name -> PythonModules.file(name.text().replaceAll(":.*", ""), List.of(), call));
        return file.map(found -> call.found(new EntryPoint.Program(found, call.state().place), call.settings(call.program())))
                .orElseGet(() -> call.unknown("its module is not in the workspace").with(call.settings(call.program())));
    }

    private static Argument withoutLastName(Argument name) {
        int dot = name.text().lastIndexOf('.');
        return dot < 0 ? name : new Argument(name.text().substring(0, dot), name.known());
    }

    /** https://docs.streamlit.io/develop/api-reference/configuration/config.toml: port 8501. */
    private static Outcome streamlit(Invocation call) {
        Options options =
                Options.anywhere(call.arguments(), Set.of("--server.port", "--server.address",
                        "--server.headless", "--server.baseUrlPath", "--browser.serverAddress"));
        List<Argument> rest = options.rest();
        Map<String, Setting> settings = call.settings("streamlit");
        settings.put(SettingName.LISTEN_PORT,
                options.value("--server.port").map(port -> call.at(port.value())).orElse(Setting.byDefault(8501L)));
        options.value("--server.address").ifPresent(host -> settings.put(SettingName.BIND_ADDRESS, call.at(host.value())));
        return rest.size() < 2
                ? call.unknown("streamlit is given no script").with(settings)
                : call.script(rest.get(1), settings);
    }

    static Value milliseconds(Argument seconds) {
        return seconds.value().number()
                .<Value>map(number -> new Value.Known(Math.round(number * 1000)))
                .orElse(new Value.Unknown("it is not a number of seconds"));
    }
}
