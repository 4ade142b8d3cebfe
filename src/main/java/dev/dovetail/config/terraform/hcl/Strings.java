package dev.dovetail.config.terraform.hcl;

import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Quoted texts, heredocs and the templates in them. */
final class Strings {

    private static final Pattern INDENT = Pattern.compile("(?m)^([ \\t]*+)(?=[^\\s])");

    private final Cursor cursor;
    private final Expressions expressions;

    Strings(Cursor cursor, Expressions expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    /** The text between quotes, of which the first stands here. */
    Expression quoted() {
        int start = cursor.at();
        cursor.expect("\"");
        List<Expression> parts = parts(cursor.length(), true);
        cursor.expect("\"");
        return template(parts, cursor.placeFrom(start));
    }

    /** All of the text, which has no quotes around it: a JSON string. */
    Expression bare() {
        return template(parts(cursor.length(), false), cursor.place(0, cursor.length()));
    }

    /** {@code <<EOT}, its lines, and the line that ends it. */
    Expression heredoc() {
        int start = cursor.at();
        cursor.expect("<<");
        boolean indented = cursor.take("-");
        String marker = cursor.name();
        cursor.line();
        int first = Math.min(cursor.at() + 1, cursor.length());
        int end = first;
        cursor.to(first);
        while (true) {
            int line = cursor.at();
            cursor.line();
            if (cursor.from(line).strip().equals(marker)) {
                end = line;
                break;
            }
            if (cursor.isAtEnd()) {
                throw cursor.broken("the text after <<" + marker + " does not end");
            }
            cursor.to(cursor.at() + 1);
        }
        int behind = cursor.at();
        cursor.to(first);
        List<Expression> parts = parts(end, false);
        cursor.to(behind);
        Place place = cursor.placeFrom(start);
        return template(indented ? unindented(parts, cursor.between(first, end)) : parts, place);
    }

    private static List<Expression> unindented(List<Expression> parts, String text) {
        int least = Integer.MAX_VALUE;
        Matcher matcher = INDENT.matcher(text);
        while (matcher.find()) {
            least = Math.min(least, matcher.group(1).length());
        }
        if (least == 0 || least == Integer.MAX_VALUE) {
            return parts;
        }
        List<Expression> shifted = new ArrayList<>();
        boolean beginsLine = true;
        for (Expression part : parts) {
            if (part instanceof Expression.Literal literal && literal.value() instanceof String value) {
                String prefix = "(?<=\\n)[ \\t]{1," + least + "}";
                String moved = value.replaceAll(prefix, "");
                moved = beginsLine ? moved.replaceFirst("^[ \\t]{1," + least + "}", "") : moved;
                shifted.add(new Expression.Literal(moved, literal.place()));
                beginsLine = value.endsWith("\n");
            } else {
                shifted.add(part);
                beginsLine = false;
            }
        }
        return shifted;
    }

    private static Expression template(List<Expression> parts, Place place) {
        if (parts.isEmpty()) {
            return new Expression.Literal("", place);
        }
        if (parts.size() == 1 && parts.get(0) instanceof Expression.Literal literal) {
            return new Expression.Literal(literal.value(), place);
        }
        return new Expression.Template(parts, place);
    }

    private List<Expression> parts(int end, boolean quoted) {
        List<Expression> parts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int start = cursor.at();
        while (cursor.at() < end && !(quoted && cursor.peek() == '"')) {
            char c = cursor.peek();
            if (cursor.take("$${")) {
                text.append("${");
            } else if (cursor.take("%%{")) {
                text.append("%{");
            } else if ((c == '$' || c == '%') && cursor.peek(1) == '{') {
                if (!text.isEmpty()) {
                    parts.add(new Expression.Literal(text.toString(), cursor.placeFrom(start)));
                    text.setLength(0);
                }
                parts.add(c == '$' ? interpolation() : directive());
                start = cursor.at();
            } else if (quoted && c == '\\') {
                escape(text);
            } else if (quoted && c == '\n') {
                throw cursor.broken("a text does not end on its line");
            } else {
                text.append(c);
                cursor.to(cursor.at() + 1);
            }
        }
        if (!text.isEmpty()) {
            parts.add(new Expression.Literal(text.toString(), cursor.placeFrom(start)));
        }
        return parts;
    }

    private Expression interpolation() {
        cursor.expect("${");
        cursor.take("~");
        Expression value = expressions.within();
        cursor.space(true);
        cursor.take("~");
        cursor.expect("}");
        return value;
    }

    /** {@code %{ if … }} and the like: what text they make is not worked out. */
    private Expression directive() {
        int start = cursor.at();
        cursor.expect("%{");
        while (!cursor.isAtEnd() && cursor.peek() != '}') {
            if (cursor.peek() == '"') {
                quoted();
            } else {
                cursor.to(cursor.at() + 1);
            }
        }
        cursor.expect("}");
        return new Expression.Opaque(cursor.placeFrom(start));
    }

    private void escape(StringBuilder text) {
        char c = cursor.peek(1);
        cursor.to(cursor.at() + 2);
        switch (c) {
            case 'n' -> text.append('\n');
            case 'r' -> text.append('\r');
            case 't' -> text.append('\t');
            case 'u', 'U' -> {
                int digits = c == 'u' ? 4 : 8;
                int start = cursor.at();
                for (int i = 0; i < digits && Character.digit(cursor.peek(), 16) >= 0; i++) {
                    cursor.to(cursor.at() + 1);
                }
                String code = cursor.from(start);
                if (code.length() != digits || !Character.isValidCodePoint((int) Long.parseLong(code, 16))) {
                    throw cursor.broken("this is no character");
                }
                text.appendCodePoint((int) Long.parseLong(code, 16));
            }
            default -> text.append(c);
        }
    }
}
