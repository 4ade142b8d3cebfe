package dev.dovetail.config.cloudformation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The text of {@code Fn::Sub}: literal parts, and names between <code>${</code> and <code>}</code>. */
final class Substitution {

    /** The longest text that is made; longer ones are no setting that a rule would read. */
    private static final int LONGEST = 100_000;

    private Substitution() {}

    /** The names that a text asks for, in order. */
    static List<String> names(String text) {
        List<String> names = new ArrayList<>();
        replace(
                text,
                name -> {
                    names.add(name);
                    return Optional.of("");
                });
        return names;
    }

    /** The text with every name replaced; empty when one has no value. */
    static Optional<String> replace(String text, Function<String, Optional<String>> valueOf) {
        StringBuilder made = new StringBuilder();
        int at = 0;
        while (true) {
            int start = text.indexOf("${", at);
            int end = start < 0 ? -1 : text.indexOf('}', start);
            if (end < 0) {
                return Optional.of(made.append(text, at, text.length()).toString());
            }
            made.append(text, at, start);
            String name = text.substring(start + 2, end).strip();
            if (name.startsWith("!")) {
                made.append("${").append(name, 1, name.length()).append('}');
            } else {
                Optional<String> value = valueOf.apply(name);
                if (value.isEmpty() || made.length() + value.get().length() > LONGEST) {
                    return Optional.empty();
                }
                made.append(value.get());
            }
            at = end + 1;
        }
    }
}
