package dev.dovetail.config.commands;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Programs that start another one, which their arguments name. */
final class Wrappers implements ProgramFamily {

    /** How a wrapper's arguments are read: its options that take a value, and what precedes the command. */
    private record Form(Set<String> valued, int operands, boolean untilDashes, boolean keepsSignals) {}

    private static Form plain(String... valued) {
        return new Form(Set.of(valued), 0, false, true);
    }

    private static final Map<String, Form> FORMS =
            Map.ofEntries(
                    Map.entry("tini", plain("-p", "-e")),
                    Map.entry("tini-static", plain("-p", "-e")),
                    Map.entry("docker-init", plain("-p", "-e")),
                    Map.entry("dumb-init", plain("-r", "--rewrite")),
                    Map.entry("catatonit", plain()),
                    Map.entry("gosu", new Form(Set.of(), 1, false, true)),
                    Map.entry("su-exec", new Form(Set.of(), 1, false, true)),
                    Map.entry("setpriv", plain()),
                    Map.entry("nohup", plain()),
                    Map.entry("time", plain("-f", "-o")),
                    Map.entry("nice", plain("-n")),
                    Map.entry("ionice", plain("-c", "-n")),
                    Map.entry("stdbuf", plain("-i", "-o", "-e")),
                    Map.entry("timeout", new Form(Set.of("-s", "-k", "--signal", "--kill-after"), 1, false, true)),
                    Map.entry("sudo", plain("-u", "-g", "--user", "--group")),
                    Map.entry("xvfb-run", plain("-s", "-n", "--server-args", "-e", "-f")),
                    Map.entry("command", plain()),
                    Map.entry("cross-env", plain()),
                    Map.entry("cross-env-shell", plain()),
                    Map.entry("dotenv", plain("-e", "-p", "-v", "-c", "-f", "--file")),
                    Map.entry("dotenvx", new Form(Set.of("-f", "-e", "--env-file"), 1, false, true)),
                    Map.entry("env-cmd", plain("-f", "--file", "-e", "--environments", "-r")),
                    Map.entry("doppler", new Form(Set.of(), 0, true, true)),
                    Map.entry("op", new Form(Set.of(), 0, true, true)),
                    Map.entry("infisical", new Form(Set.of(), 0, true, true)),
                    Map.entry("chamber", new Form(Set.of(), 0, true, true)),
                    Map.entry("litestream", new Form(Set.of(), 0, true, true)),
                    Map.entry("newrelic-admin", new Form(Set.of(), 1, false, true)),
                    Map.entry("ddtrace-run", plain()),
                    Map.entry("opentelemetry-instrument", plain()),
                    Map.entry("wait-for-it", new Form(Set.of(), 0, true, true)),
                    Map.entry("wait-for-it.sh", new Form(Set.of(), 0, true, true)),
                    Map.entry("wait-for", new Form(Set.of(), 0, true, true)),
                    Map.entry("wait-for.sh", new Form(Set.of(), 0, true, true)),
                    Map.entry("wait-on", new Form(Set.of(), 0, true, true)),
                    Map.entry("dockerize", plain("-wait", "-timeout", "-template", "-stdout", "-stderr", "-wait-retry-interval")),
                    Map.entry("poetry", new Form(Set.of("-C", "--directory"), 1, false, false)),
                    Map.entry("pipenv", new Form(Set.of(), 1, false, true)),
                    Map.entry("pdm", new Form(Set.of("-p", "--project"), 1, false, true)),
                    Map.entry("hatch", new Form(Set.of("-e", "--env"), 1, false, true)),
                    Map.entry("rye", new Form(Set.of(), 1, false, true)),
                    Map.entry("pixi", new Form(Set.of("-e"), 1, false, true)),
                    Map.entry("conda", new Form(Set.of(), 1, false, true)),
                    Map.entry("micromamba", new Form(Set.of(), 1, false, true)),
                    Map.entry("env", plain("-u", "--unset", "-C", "--chdir")));

    /** Of {@code poetry run x} and its kin, options of the verb that take a value. */
    private static final Set<String> RUN_VALUED =
            Set.of("-n", "--name", "-p", "--prefix", "--env-file", "--with", "--extra", "--group",
                    "--python", "--package", "--directory", "--project", "-f");

    @Override
    public Set<String> names() {
        return FORMS.keySet();
    }

    @Override
    public Outcome read(Invocation call) {
        Form form = Objects.requireNonNull(FORMS.get(call.program()), "a wrapper's form");
        List<Argument> arguments = call.arguments();
        if (form.untilDashes()) {
            int dashes = arguments.stream().map(Argument::text).toList().indexOf("--");
            return dashes < 0
                    ? call.unknown(call.program() + " is given no command")
                    : call.follower().run(call.from(dashes + 1), call.state());
        }
        List<Argument> rest = Options.leading(arguments, form.valued()).rest();
        if (form.operands() == 1 && !rest.isEmpty()) {
            String verb = rest.get(0).text();
            if (FORMS_WITH_VERB.contains(call.program()) && !verb.equals("run")
                    && !verb.equals("run-program")) {
                return call.unknown(call.program() + " " + verb + " starts no program that is read");
            }
            rest = rest.subList(1, rest.size());
            rest = Options.leading(rest, RUN_VALUED).rest();
        }
        return withVariables(rest, call);
    }

    private static final Set<String> FORMS_WITH_VERB =
            Set.of("poetry", "pipenv", "pdm", "hatch", "rye", "pixi", "conda", "micromamba",
                    "dotenvx", "newrelic-admin");

    /** {@code A=b program}, as env, sudo and cross-env read it. */
    private static Outcome withVariables(List<Argument> words, Invocation call) {
        int at = 0;
        while (at < words.size() && words.get(at).text().matches("[A-Za-z_]\\w*=[\\s\\S]*")) {
            Follower.export(words.get(at), call.state());
            at++;
        }
        List<Argument> command = words.subList(at, words.size());
        boolean text =
                command.size() == 1
                        && call.program().startsWith("cross-env")
                        && command.get(0).text().contains(" ");
        return text
                ? call.follower().text(command.get(0).text(), call.state())
                : call.follower().run(command, call.state());
    }
}
