package dev.dovetail.source.tree;

import dev.dovetail.source.Expr;
import java.util.Locale;

/** What literals stand for, as far as languages write them alike. */
public final class WrittenLiterals {

    private WrittenLiterals() {}

    /**
     * A text with its escapes resolved.
     *
     * @param keepsUnknown whether the backslash stays before what it does not escape, as in Python
     */
    public static String unescape(String written, boolean keepsUnknown) {
        if (written.indexOf('\\') < 0) {
            return written;
        }
        StringBuilder text = new StringBuilder(written.length());
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c != '\\' || i + 1 == written.length()) {
                text.append(c);
                continue;
            }
            char escaped = written.charAt(++i);
            switch (escaped) {
                case 'n' -> text.append('\n');
                case 't' -> text.append('\t');
                case 'r' -> text.append('\r');
                case '0' -> text.append('\0');
                case '\n' -> {}
                case 'x' -> i = code(written, i, 2, text);
                case 'u' -> i = code(written, i, 4, text);
                case '\\', '\'', '"' -> text.append(escaped);
                default -> text.append(keepsUnknown ? "\\" : "").append(escaped);
            }
        }
        return text.toString();
    }

    private static int code(String written, int at, int digits, StringBuilder text) {
        if (at + digits < written.length()) {
            try {
                text.append((char) Integer.parseInt(written, at + 1, at + 1 + digits, 16));
                return at + digits;
            } catch (NumberFormatException e) {
                return at;
            }
        }
        return at;
    }

    /**
     * A number; unknown when it is none, or larger than a {@code long}.
     *
     * @param suffix what marks a large integer, in lower case
     * @param zeroIsOctal whether a leading zero makes an integer octal
     */
    public static Expr number(String written, String suffix, boolean zeroIsOctal) {
        String digits = written.replace("_", "").toLowerCase(Locale.ROOT);
        if (digits.endsWith(suffix)) {
            digits = digits.substring(0, digits.length() - suffix.length());
        }
        try {
            if (digits.startsWith("0x")) {
                return new Expr.Literal(Long.parseLong(digits.substring(2), 16));
            }
            if (digits.startsWith("0o")) {
                return new Expr.Literal(Long.parseLong(digits.substring(2), 8));
            }
            if (digits.startsWith("0b")) {
                return new Expr.Literal(Long.parseLong(digits.substring(2), 2));
            }
            if (digits.chars().allMatch(Character::isDigit)) {
                boolean octal = zeroIsOctal && digits.length() > 1 && digits.startsWith("0");
                return new Expr.Literal(Long.parseLong(digits, octal ? 8 : 10));
            }
            return new Expr.Literal(Double.parseDouble(digits));
        } catch (NumberFormatException e) {
            return new Expr.Unknown("number");
        }
    }
}
