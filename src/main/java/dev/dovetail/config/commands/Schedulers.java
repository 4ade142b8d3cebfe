package dev.dovetail.config.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Programs that start several commands side by side, which their arguments name. */
final class Schedulers implements ProgramFamily {

    private static final Set<String> VALUED =
            Set.of("-n", "--names", "-c", "--prefix-colors", "--kill-others-on-fail", "-p", "--prefix",
                    "--max-processes", "-m", "--restart-tries", "--restart-after", "-s", "--success",
                    "-l", "--prefix-length");

    @Override
    public Set<String> names() {
        return Set.of("concurrently", "npm-run-all", "npm-run-all2", "run-p", "run-s");
    }

    @Override
    public Outcome read(Invocation call) {
        call.state().hold(call.program());
        if (call.program().equals("concurrently")) {
            return concurrently(call);
        }
        List<String> all =
                call.arguments().stream()
                        .map(Argument::text)
                        .filter(name -> !name.startsWith("-"))
                        .flatMap(name -> scripts(name, call).stream())
                        .toList();
        boolean parallel =
                call.program().equals("run-p")
                        || call.arguments().stream()
                                .anyMatch(each -> Set.of("-p", "--parallel").contains(each.text()));
        // One after the other: the last is the one that stays.
        return PackageManagers.scripts(
                parallel || all.isEmpty() ? all : all.subList(all.size() - 1, all.size()), call);
    }

    private static Outcome concurrently(Invocation call) {
        Set<String> valued = new java.util.TreeSet<>(VALUED);
        valued.remove("--kill-others-on-fail");
        List<Outcome> outcomes = new ArrayList<>();
        for (Argument argument : Options.anywhere(call.arguments(), valued).rest()) {
            String text = argument.text();
            boolean script = text.matches("(npm|yarn|pnpm|bun):\\S+");
            if (script) {
                String name = text.substring(text.indexOf(':') + 1);
                outcomes.add(PackageManagers.scripts(scripts(name, call), call));
            } else {
                State state = call.state().fork();
                state.beside = new ArrayList<>();
                state.instead = new ArrayList<>();
                state.depth++;
                outcomes.add(call.follower().text(text, state));
            }
        }
        return outcomes.isEmpty()
                ? call.unknown("it is given no commands")
                : Follower.several(outcomes, call.state());
    }

    /** The scripts that a name or a pattern such as {@code dev:*} means. */
    private static List<String> scripts(String name, Invocation call) {
        if (!name.contains("*")) {
            return List.of(name.split(" ")[0]);
        }
        return PackageManagers.scriptsOf(call).keySet().stream()
                .filter(each -> Conditionals.matches(each, name.replace("**", "*")))
                .toList();
    }
}
