package dev.dovetail.config.commands;

import dev.dovetail.config.Setting;
import dev.dovetail.config.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts variables into words. */
final class Expansion {

    private final State state;

    Expansion(State state) {
        this.state = state;
    }

    /** The arguments that words make: an unquoted variable may make several or none. */
    List<Argument> arguments(List<Word> words) {
        List<Argument> all = new ArrayList<>();
        for (Word word : words) {
            all.addAll(arguments(word));
        }
        return all;
    }

    private List<Argument> arguments(Word word) {
        if (word.parts().size() == 1 && word.parts().get(0) instanceof Word.Variable variable) {
            if (variable.name().equals("@") || variable.name().equals("*")) {
                return variable.operator().isEmpty() || !state.positional.isEmpty()
                        ? state.positional
                        : arguments(variable.operand());
            }
            if (!variable.quoted()) {
                Argument whole = one(word);
                return whole.known() ? split(whole.text()) : List.of(whole);
            }
        }
        List<Word.Part> parts = word.parts();
        boolean all =
                parts.size() == 2
                        && parts.get(0) instanceof Word.Text text
                        && text.text().isEmpty()
                        && parts.get(1) instanceof Word.Variable variable
                        && variable.name().equals("@");
        return all ? state.positional : List.of(one(word));
    }

    private static List<Argument> split(String text) {
        List<Argument> found = new ArrayList<>();
        for (String each : text.strip().split("\\s+")) {
            if (!each.isEmpty()) {
                found.add(Argument.of(each));
            }
        }
        return found;
    }

    /** A word as one argument. */
    Argument one(Word word) {
        StringBuilder text = new StringBuilder();
        boolean known = true;
        for (Word.Part part : word.parts()) {
            if (part instanceof Word.Text plain) {
                text.append(plain.text());
            } else if (part instanceof Word.Computed computed) {
                text.append("${").append(computed.text().replace("$", "")).append('}');
                known = false;
            } else if (part instanceof Word.Variable variable) {
                Argument value = value(variable);
                text.append(value.text());
                known &= value.known();
            }
        }
        return new Argument(text.toString(), known);
    }

    private Argument value(Word.Variable variable) {
        if (variable.name().equals("@") || variable.name().equals("*")) {
            boolean known = state.positional.stream().allMatch(Argument::known);
            return new Argument(
                    String.join(" ", state.positional.stream().map(Argument::text).toList()), known);
        }
        Optional<Argument> set = set(variable.name());
        boolean empty = set.isEmpty() || set.get().known() && set.get().text().isEmpty();
        boolean replaced = variable.operator().startsWith(":") ? empty : set.isEmpty();
        return switch (variable.operator()) {
            case ":-", "-" -> replaced ? one(variable.operand()) : set.orElseThrow();
            case ":=", "=" -> {
                Argument value = replaced ? one(variable.operand()) : set.orElseThrow();
                state.assign(variable.name(), value.value());
                yield value;
            }
            case ":+", "+" -> replaced ? Argument.of("") : one(variable.operand());
            default -> set.orElse(new Argument("${" + variable.name() + "}", false));
        };
    }

    /** What a variable holds; empty when nothing sets it. */
    private Optional<Argument> set(String name) {
        if (name.matches("\\d")) {
            int index = Integer.parseInt(name) - 1;
            return index >= 0 && index < state.positional.size()
                    ? Optional.of(state.positional.get(index))
                    : Optional.of(Argument.of(""));
        }
        if (name.equals("#")) {
            return Optional.of(Argument.of(String.valueOf(state.positional.size())));
        }
        Setting setting = state.variables.get(name);
        if (setting == null) {
            return Optional.empty();
        }
        return Optional.of(
                setting.value() instanceof Value.Known known
                        ? Argument.of(String.valueOf(known.literal()))
                        : new Argument("${" + name + "}", false));
    }
}
