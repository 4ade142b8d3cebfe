package dev.dovetail.config.commands;

import dev.dovetail.config.Value;

/**
 * A word of a command line, with variables put in.
 *
 * @param text with {@code ${NAME}} where a variable is not known
 * @param known whether nothing of it is unknown
 */
record Argument(String text, boolean known) {

    static Argument of(String text) {
        return new Argument(text, true);
    }

    /** The text as a setting's value: a whole number as such. */
    Value value() {
        if (!known && text.contains("${")) {
            return new Value.Unknown("it holds a variable that nothing in the workspace sets");
        }
        if (text.matches("\\d{1,15}")) {
            return new Value.Known(Long.valueOf(text));
        }
        return text.isEmpty() ? new Value.Unknown("it is empty") : new Value.Known(text);
    }
}
