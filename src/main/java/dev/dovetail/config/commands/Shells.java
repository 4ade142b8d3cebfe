package dev.dovetail.config.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code sh -c "…"}, {@code sh script.sh} and {@code su user -c "…"}. */
final class Shells implements ProgramFamily {

    @Override
    public Set<String> names() {
        return Set.of("sh", "bash", "ash", "dash", "zsh", "ksh", "su", "runuser");
    }

    @Override
    public Outcome read(Invocation call) {
        State state = call.state();
        List<Argument> arguments = call.arguments();
        if (call.program().startsWith("su") || call.program().equals("runuser")) {
            return asUser(call);
        }
        for (int i = 0; i < arguments.size(); i++) {
            Argument argument = arguments.get(i);
            String text = argument.text();
            boolean option = text.matches("-[a-z]+");
            if (option && text.contains("c")) {
                return call.from(i + 1).isEmpty()
                        ? call.unknown("its shell gets no command")
                        : inline(arguments.get(i + 1), call.from(i + 2), call);
            }
            if (text.equals("-o") || text.equals("-O")) {
                i++;
            } else if (!text.startsWith("-")) {
                Optional<String> file = state.source(text).filter(call.follower().workspace()::has);
                return file.isPresent()
                        ? call.follower().script(file.get(), call.from(i + 1), state)
                        : call.unknown("its script " + text + " is not in the workspace");
            }
        }
        return call.unknown("its shell gets no command");
    }

    /** The command that su starts a shell with; it goes on beneath it. */
    private static Outcome asUser(Invocation call) {
        Options options =
                Options.anywhere(
                        call.arguments(),
                        Set.of("-c", "--command", "-s", "--shell", "-g", "-G", "-w", "-u"));
        call.state().hold(call.program());
        Optional<Argument> text = options.value("-c", "--command");
        if (text.isPresent()) {
            return inline(text.get(), List.of(), call);
        }
        return options.has("-u")
                ? call.follower().run(options.rest(), call.state())
                : call.unknown(call.program() + " is given no command");
    }

    private static Outcome inline(Argument text, List<Argument> positional, Invocation call) {
        if (!text.known()) {
            return call.unknown("its command holds a variable that nothing sets");
        }
        State inner = call.state().fork();
        inner.beside = new ArrayList<>();
        inner.instead = new ArrayList<>();
        // The first argument after the text is $0.
        inner.positional =
                positional.size() > 1
                        ? List.copyOf(positional.subList(1, positional.size()))
                        : List.of();
        // bash -c puts the last command in its own place, dash stays.
        inner.shell = call.program().equals("bash") ? "" : State.COMMAND_SHELL;
        return call.follower().text(text.text(), inner);
    }
}
