package dev.dovetail.source.java;

import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.DoubleLiteralExpr;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import dev.dovetail.source.Expr;
import java.util.Locale;

/** Literals as values. */
final class Literals {

    private Literals() {}

    static Expr of(LiteralExpr literal) {
        try {
            return read(literal);
        } catch (IllegalArgumentException e) {
            // An escape or number that no compiler would take.
            return new Expr.Unknown("a literal that cannot be read");
        }
    }

    private static Expr read(LiteralExpr literal) {
        if (literal instanceof TextBlockLiteralExpr block) {
            return new Expr.Literal(block.translateEscapes());
        }
        if (literal instanceof StringLiteralExpr text) {
            return new Expr.Literal(
                    text.getValue().indexOf('\\') < 0 ? text.getValue() : text.asString());
        }
        if (literal instanceof BooleanLiteralExpr bool) {
            return new Expr.Literal(bool.getValue());
        }
        if (literal instanceof NullLiteralExpr) {
            return Expr.Literal.NOTHING;
        }
        if (literal instanceof LongLiteralExpr number) {
            return new Expr.Literal(whole(number.getValue()));
        }
        if (literal instanceof IntegerLiteralExpr number) {
            return new Expr.Literal(whole(number.getValue()));
        }
        if (literal instanceof DoubleLiteralExpr number) {
            return new Expr.Literal(number.asDouble());
        }
        if (literal instanceof CharLiteralExpr character) {
            return new Expr.Literal(character.getValue());
        }
        return new Expr.Unknown("a literal");
    }

    private static Long whole(String written) {
        String digits = written.replace("_", "").toLowerCase(Locale.ROOT);
        if (digits.endsWith("l")) {
            digits = digits.substring(0, digits.length() - 1);
        }
        if (digits.startsWith("0x")) {
            return Long.parseUnsignedLong(digits.substring(2), 16);
        }
        if (digits.startsWith("0b")) {
            return Long.parseUnsignedLong(digits.substring(2), 2);
        }
        boolean octal = digits.length() > 1 && digits.startsWith("0");
        return Long.parseLong(digits, octal ? 8 : 10);
    }
}
