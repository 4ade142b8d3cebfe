package dev.dovetail.config.kubernetes.helm;

import java.util.ArrayList;
import java.util.List;

/** What a template prints, with the line of the template that each printed line begins on. */
final class Output {

    static final int LONGEST = 1_000_000;

    private final StringBuilder text = new StringBuilder();
    private final List<Integer> lines = new ArrayList<>();
    private boolean blank = true;

    Output() {
        lines.add(1);
    }

    /** Prints a text that begins on a line of the template; {@code spans} when it goes on over its lines. */
    void print(String printed, int line, boolean spans) {
        int at = line;
        for (int i = 0; i < printed.length() && text.length() < LONGEST; i++) {
            char c = printed.charAt(i);
            text.append(c);
            if (c == '\n') {
                at += spans ? 1 : 0;
                lines.add(at);
                blank = true;
            } else if (blank && c != ' ') {
                // A line is where what it says is, not the white space before.
                lines.set(lines.size() - 1, at);
                blank = false;
            }
        }
    }

    /** Whether more was printed than is kept. */
    boolean isFull() {
        return text.length() >= LONGEST;
    }

    String text() {
        return text.toString();
    }

    /** The template's line of a printed one, both from 1. */
    int line(int printed) {
        return lines.get(Math.max(0, Math.min(printed, lines.size()) - 1));
    }
}
