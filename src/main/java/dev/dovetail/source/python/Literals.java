package dev.dovetail.source.python;

import static dev.dovetail.source.tree.SyntaxTree.NONE;

import dev.dovetail.source.Expr;
import dev.dovetail.source.tree.SyntaxTree;
import java.util.Locale;

/** What literals stand for. */
final class Literals {

    private Literals() {}

    /** The text of a string without parts to fill in, quotes and prefix left out. */
    static String plain(SyntaxTree tree, int node) {
        int opening = tree.childOfKind(node, "string_start");
        int closing = tree.childOfKind(node, "string_end");
        if (opening == NONE || closing == NONE || tree.end(opening) > tree.start(closing)) {
            return "";
        }
        int from = tree.end(opening);
        String text = tree.slice(from, tree.start(closing));
        return isRaw(tree, node) ? text : unescape(text);
    }

    static boolean isRaw(SyntaxTree tree, int node) {
        return prefix(tree, node).indexOf('r') >= 0;
    }

    /** Whether a string has parts to fill in: an f-string. */
    static boolean isFormatted(SyntaxTree tree, int node) {
        String prefix = prefix(tree, node);
        return prefix.indexOf('f') >= 0 || prefix.indexOf('t') >= 0;
    }

    private static String prefix(SyntaxTree tree, int node) {
        int start = tree.childOfKind(node, "string_start");
        return start == NONE ? "" : tree.text(start).toLowerCase(Locale.ROOT);
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
                case '\\', '\'', '"' -> text.append(escaped);
                default -> text.append('\\').append(escaped);
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
        if (digits.endsWith("l")) {
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
                boolean octal = digits.length() > 1 && digits.startsWith("0");
                return new Expr.Literal(Long.parseLong(digits, octal ? 8 : 10));
            }
            return new Expr.Literal(Double.parseDouble(digits));
        } catch (NumberFormatException e) {
            return new Expr.Unknown("number");
        }
    }
}
