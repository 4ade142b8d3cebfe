package dev.dovetail.config.commands;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code sh -c "…"} and {@code sh script.sh}. */
final class Shells implements ProgramFamily {

    @Override
    public Set<String> names() {
        return Set.of("sh", "bash", "ash", "dash", "zsh", "ksh");
    }

    @Override
    public Outcome read(Invocation call) {
        State state = call.state();
        List<Argument> arguments = call.arguments();
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

    private static Outcome inline(Argument text, List<Argument> positional, Invocation call) {
        if (!text.known()) {
            return call.unknown("its command holds a variable that nothing sets");
        }
        State inner = call.state().fork();
        inner.beside = new java.util.ArrayList<>();
        inner.instead = new java.util.ArrayList<>();
        // The first argument after the text is $0.
        inner.positional =
                positional.size() > 1
                        ? List.copyOf(positional.subList(1, positional.size()))
                        : List.of();
        // Of the common shells bash alone puts a single command in its own place.
        boolean single = !text.text().matches("(?s).*[;&|\n].*");
        inner.shellStays = !(call.program().equals("bash") && single);
        return call.follower().text(text.text(), inner);
    }
}
