package dev.dovetail.report;

import dev.dovetail.knowledge.Level;

/**
 * How parts of terminal output are set off from each other.
 *
 * @param colour whether ANSI escape sequences are written
 * @param width columns that running text may take
 */
public record Style(boolean colour, int width) {

    /** What people read with ease, and what files are written with. */
    public static final int USUAL_WIDTH = 100;

    private static final int LEAST_WIDTH = 40;

    /** No escape sequences. */
    public static final Style PLAIN = new Style(false, USUAL_WIDTH);

    public Style {
        width = Math.max(LEAST_WIDTH, Math.min(USUAL_WIDTH, width));
    }

    /** What the eye should find first. */
    public String strong(String text) {
        return code("1", text);
    }

    /** What the eye may pass over: gutters, sources. */
    public String faint(String text) {
        return code("2", text);
    }

    /** The second place of a finding, and names that lead elsewhere. */
    public String accent(String text) {
        return code("36", text);
    }

    /** What is as it should be. */
    public String good(String text) {
        return code("32", text);
    }

    /** What is as bad as {@code level}. */
    public String of(Level level, String text) {
        return switch (level) {
            case ERROR -> code("1;31", text);
            case WARNING -> code("1;33", text);
            case NOTE -> code("1;34", text);
        };
    }

    private String code(String code, String text) {
        return colour && !text.isEmpty() ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
    }
}
