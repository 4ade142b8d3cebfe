package dev.dovetail.config.terraform.hcl;

import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Region;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A position in a text, and what is read there. Beyond the end stands the character 0. */
final class Cursor {

    /** A text that does not parse at {@code offset}; caught where parsing goes on behind it. */
    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1;
        final int offset;

        Broken(String problem, int offset) {
            super(problem, null, false, false);
            this.offset = offset;
        }
    }

    private final String file;
    private final String text;
    private final int[] lines;
    private final @Nullable Place whole;
    private int at;

    Cursor(String file, String text) {
        this(file, text, null);
    }

    /** A text that stands in another at one place, with escapes that no longer show. */
    Cursor(String text, Place whole) {
        this(whole.file(), text, whole);
    }

    private Cursor(String file, String text, @Nullable Place whole) {
        this.file = file;
        this.text = text;
        this.whole = whole;
        int[] starts = new int[text.length() + 1];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                starts[count++] = i + 1;
            }
        }
        this.lines = Arrays.copyOf(starts, count);
    }

    int at() {
        return at;
    }

    void to(int offset) {
        at = offset;
    }

    boolean isAtEnd() {
        return at >= text.length();
    }

    char peek() {
        return peek(0);
    }

    char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
    }

    boolean looksAt(String word) {
        return text.startsWith(word, at);
    }

    /** Passes a word that stands here. */
    boolean take(String word) {
        boolean there = looksAt(word);
        if (there) {
            at += word.length();
        }
        return there;
    }

    void expect(String word) {
        if (!take(word)) {
            throw broken("\"" + word + "\" is missing");
        }
    }

    Broken broken(String problem) {
        return new Broken(problem, at);
    }

    String from(int start) {
        return text.substring(start, at);
    }

    String between(int start, int end) {
        return text.substring(start, end);
    }

    int length() {
        return text.length();
    }

    /** Passes space and comments. */
    void space(boolean newlines) {
        while (!isAtEnd()) {
            char c = peek();
            if (c == ' ' || c == '\t' || c == '\r' || c == '\uFEFF' || newlines && c == '\n') {
                at++;
            } else if (c == '#' || c == '/' && peek(1) == '/') {
                line();
            } else if (c == '/' && peek(1) == '*') {
                int end = text.indexOf("*/", at + 2);
                at = end < 0 ? text.length() : end + 2;
            } else {
                return;
            }
        }
    }

    /** Passes the rest of the line, up to its newline. */
    void line() {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
    }

    boolean isAtName() {
        return Character.isLetter(peek()) || peek() == '_';
    }

    /** A name, which may hold hyphens. */
    String name() {
        if (!isAtName()) {
            throw broken("a name is missing");
        }
        int start = at;
        while (Character.isLetterOrDigit(peek()) || peek() == '_' || peek() == '-') {
            at++;
        }
        return from(start);
    }

    /** From an offset to here. */
    Place placeFrom(int start) {
        return place(start, at);
    }

    Place place(int start, int end) {
        if (whole != null) {
            return whole;
        }
        int first = lineOf(start);
        int last = lineOf(Math.max(start, end));
        return new Place(
                file,
                new Region(
                        first + 1,
                        start - lines[first] + 1,
                        last + 1,
                        Math.max(start, end) - lines[last] + 1));
    }

    private int lineOf(int offset) {
        int found = Arrays.binarySearch(lines, offset);
        return found >= 0 ? found : -found - 2;
    }
}
