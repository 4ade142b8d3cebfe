package dev.dovetail.source.javascript;

import dev.dovetail.source.Expr;
import dev.dovetail.source.tree.SyntaxTree;
import java.util.Locale;

/** What literals stand for. */
final class Literals {

    private Literals() {}

    /** The text of a string literal, without quotes, escapes resolved. */
    static String string(SyntaxTree tree, int node) {
        String written = tree.text(node);
        return written.length() < 2
                ? ""
                : unescape(written.substring(1, written.length() - 1));
    }

    static String unescape(String written) {
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
                default -> text.append(escaped);
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

    static Expr number(String written) {
        String digits = written.replace("_", "").toLowerCase(Locale.ROOT);
        if (digits.endsWith("n")) {
            digits = digits.substring(0, digits.length() - 1);
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
                return new Expr.Literal(Long.parseLong(digits));
            }
            return new Expr.Literal(Double.parseDouble(digits));
        } catch (NumberFormatException e) {
            return new Expr.Unknown("number");
        }
    }
}
