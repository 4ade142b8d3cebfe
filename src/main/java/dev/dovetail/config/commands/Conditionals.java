package dev.dovetail.config.commands;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How a shell's tests come out, as far as it is known. */
final class Conditionals {

    private static final Set<String> TESTS = Set.of("[", "[[", "test");

    private final Follower follower;

    Conditionals(Follower follower) {
        this.follower = follower;
    }

    /** Whether a command is a test, which has no effect but its answer. */
    static boolean isTest(Shell command) {
        return command instanceof Shell.Simple simple
                && !simple.words().isEmpty()
                && TESTS.contains(simple.words().get(0).keyword());
    }

    /** The answer of a condition; empty when it is not known. */
    Optional<Boolean> answer(Shell command, State state) {
        if (command instanceof Shell.Sequence sequence) {
            return sequence.items().size() == 1
                    ? answer(sequence.items().get(0).command(), state)
                    : Optional.empty();
        }
        if (command instanceof Shell.Not not) {
            return answer(not.command(), state).map(answer -> !answer);
        }
        if (command instanceof Shell.Chain chain) {
            return chain(chain, state);
        }
        if (!(command instanceof Shell.Simple simple) || simple.words().isEmpty()) {
            return Optional.empty();
        }
        return switch (simple.words().get(0).keyword()) {
            case "true", ":" -> Optional.of(true);
            case "false" -> Optional.of(false);
            case "[", "[[", "test" -> {
                List<Argument> arguments =
                        simple.words().stream()
                                .skip(1)
                                .map(new Expansion(state)::one)
                                .filter(each -> !Set.of("]", "]]").contains(each.text()))
                                .toList();
                yield test(arguments, state);
            }
            default -> Optional.empty();
        };
    }

    private Optional<Boolean> chain(Shell.Chain chain, State state) {
        Optional<Boolean> answer = answer(chain.first(), state);
        for (Shell.Link link : chain.rest()) {
            Optional<Boolean> next = answer(link.command(), state);
            boolean settles = link.or();
            if (answer.filter(known -> known == settles).isPresent()
                    || next.filter(known -> known == settles).isPresent()) {
                answer = Optional.of(settles);
            } else if (answer.isEmpty() || next.isEmpty()) {
                answer = Optional.empty();
            } else {
                answer = Optional.of(!settles);
            }
        }
        return answer;
    }

    private Optional<Boolean> test(List<Argument> arguments, State state) {
        if (arguments.isEmpty()) {
            return Optional.empty();
        }
        if (arguments.get(0).text().equals("!")) {
            return test(arguments.subList(1, arguments.size()), state).map(answer -> !answer);
        }
        if (arguments.size() == 1) {
            return known(arguments.get(0), state).map(text -> !text.isEmpty());
        }
        if (arguments.size() == 2) {
            Argument operand = arguments.get(1);
            return switch (arguments.get(0).text()) {
                case "-z" -> known(operand, state).map(String::isEmpty);
                case "-n" -> known(operand, state).map(text -> !text.isEmpty());
                case "-f", "-e", "-r", "-s" ->
                        operand.known() && isThere(operand.text(), state)
                                ? Optional.of(true)
                                : Optional.empty();
                default -> Optional.empty();
            };
        }
        if (arguments.size() != 3) {
            return Optional.empty();
        }
        Optional<String> left = known(arguments.get(0), state);
        Optional<String> right = known(arguments.get(2), state);
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        return switch (arguments.get(1).text()) {
            case "=", "==", "-eq" -> Optional.of(matches(left.get(), right.get()));
            case "!=", "-ne" -> Optional.of(!matches(left.get(), right.get()));
            default -> Optional.empty();
        };
    }

    /** A text; an unset variable is empty only where all variables are known. */
    private static Optional<String> known(Argument argument, State state) {
        if (argument.known()) {
            return Optional.of(argument.text());
        }
        boolean unset =
                argument.text().matches("\\$\\{\\w+\\}")
                        && !state.variables.containsKey(
                                argument.text().substring(2, argument.text().length() - 1));
        boolean positional = argument.text().matches("\\$\\{\\d\\}");
        return unset && (state.environmentKnown || positional) ? Optional.of("") : Optional.empty();
    }

    private boolean isThere(String path, State state) {
        return state.source(path).filter(follower.workspace()::has).isPresent();
    }

    /** Whether a text is of a pattern with {@code *} and {@code ?}. */
    static boolean matches(String text, String pattern) {
        if (pattern.equals("*")) {
            return true;
        }
        if (pattern.indexOf('*') < 0 && pattern.indexOf('?') < 0) {
            return text.equals(pattern);
        }
        boolean simple = pattern.indexOf('*') == pattern.lastIndexOf('*') && pattern.indexOf('?') < 0;
        if (!simple) {
            return false;
        }
        int star = pattern.indexOf('*');
        return text.length() >= pattern.length() - 1
                && text.startsWith(pattern.substring(0, star))
                && text.endsWith(pattern.substring(star + 1));
    }
}
