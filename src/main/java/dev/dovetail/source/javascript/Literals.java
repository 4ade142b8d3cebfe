package dev.dovetail.source.javascript;

import dev.dovetail.source.Expr;
import dev.dovetail.source.tree.SyntaxTree;
import dev.dovetail.source.tree.WrittenLiterals;

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
        return WrittenLiterals.unescape(written, false);
    }

    static Expr number(String written) {
        return WrittenLiterals.number(written, "n", false);
    }
}
