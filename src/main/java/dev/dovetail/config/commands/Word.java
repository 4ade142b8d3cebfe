package dev.dovetail.config.commands;

import java.util.List;

/**
 * A word of a shell's line, before variables are put in.
 *
 * @param line of the text it stands in, from 1
 */
record Word(List<Part> parts, int line) {

    Word {
        parts = List.copyOf(parts);
    }

    /** A stretch of a word. */
    sealed interface Part {}

    /** Text that stands for itself. */
    record Text(String text, boolean quoted) implements Part {}

    /**
     * A variable.
     *
     * @param operator {@code :-}, {@code -}, {@code :+}, {@code :=} and so on, or empty
     * @param operand what stands after the operator, itself with variables
     */
    record Variable(String name, String operator, Word operand, boolean quoted) implements Part {}

    /** The output of a command, which cannot be known. */
    record Computed(String text) implements Part {}

    static Word of(String text) {
        return new Word(List.of(new Text(text, true)), 1);
    }

    /** The word when it is plain text without quotes, else the empty string: a keyword is one. */
    String keyword() {
        return parts.size() == 1 && parts.get(0) instanceof Text text && !text.quoted()
                ? text.text()
                : "";
    }
}
