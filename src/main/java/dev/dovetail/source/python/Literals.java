package dev.dovetail.source.python;

import static dev.dovetail.source.tree.SyntaxTree.NONE;

import dev.dovetail.source.Expr;
import dev.dovetail.source.tree.SyntaxTree;
import dev.dovetail.source.tree.WrittenLiterals;
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
        return WrittenLiterals.unescape(written, true);
    }

    static Expr number(String written) {
        return WrittenLiterals.number(written, "l", true);
    }
}
