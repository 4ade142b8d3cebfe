package dev.dovetail.report;

import java.util.Locale;

/**
 * Text of the workspace made fit for a terminal: what would steer the terminal, turn the direction
 * of writing or hide itself is spelled out.
 */
public final class Visible {

    private Visible() {}

    /**
     * {@code text} with everything that cannot be seen spelled out, tabs and line ends included.
     */
    public static String text(String text) {
        int i = 0;
        while (i < text.length() && isPlain(text.charAt(i))) {
            i++;
        }
        if (i == text.length()) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> shown.append(character(c)));
        return shown.toString();
    }

    /** Like {@link #text}, with line ends and tabs as single spaces. */
    public static String line(String text) {
        return text(text.replace("\r\n", " ").replace('\n', ' ').replace('\t', ' ').strip());
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c < 0x7F;
    }

    /** How one character is shown. */
    static String character(int codePoint) {
        boolean hidden =
                switch (Character.getType(codePoint)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.UNASSIGNED,
                            Character.PRIVATE_USE ->
                            true;
                    default -> false;
                };
        return hidden
                ? "\\u{%s}"
                        .formatted(
                                Integer.toHexString(codePoint).toUpperCase(Locale.ROOT))
                : Character.toString(codePoint);
    }

    /** How many columns of a terminal {@code text} takes, when it went through {@link #text}. */
    public static int width(String text) {
        return text.codePoints().map(Visible::width).sum();
    }

    private static int width(int codePoint) {
        if (codePoint < 0x300) {
            return 1;
        }
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        return isWide(codePoint) ? 2 : 1;
    }

    /** East Asian wide and full-width forms, and pictographs. */
    private static boolean isWide(int c) {
        return c >= 0x1100
                && (c <= 0x115F
                        || c >= 0x2E80 && c <= 0xA4CF
                        || c >= 0xAC00 && c <= 0xD7A3
                        || c >= 0xF900 && c <= 0xFAFF
                        || c >= 0xFE30 && c <= 0xFE6F
                        || c >= 0xFF00 && c <= 0xFF60
                        || c >= 0xFFE0 && c <= 0xFFE6
                        || c >= 0x1F300 && c <= 0x1FAFF
                        || c >= 0x20000 && c <= 0x3FFFD);
    }
}
