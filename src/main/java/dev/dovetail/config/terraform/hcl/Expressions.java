package dev.dovetail.config.terraform.hcl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses expressions by recursive descent; newlines count as space between brackets. */
final class Expressions {

    /** Expressions within expressions; deeper ones are no config. */
    private static final int DEEPEST = 200;

    /** By how strongly they bind, weakest first. */
    private static final List<List<String>> OPERATORS =
            List.of(
                    List.of("||"),
                    List.of("&&"),
                    List.of("==", "!="),
                    List.of("<=", ">=", "<", ">"),
                    List.of("+", "-"),
                    List.of("*", "/", "%"));

    private final Cursor cursor;
    private final Strings strings;
    private int depth;
    private int brackets;

    Expressions(Cursor cursor) {
        this.cursor = cursor;
        this.strings = new Strings(cursor, this);
    }

    Strings strings() {
        return strings;
    }

    /** An expression up to the end of the line, or of the brackets it stands in. */
    Expression expression() {
        if (++depth > DEEPEST) {
            throw cursor.broken("it is nested too deeply");
        }
        int start = cursor.at();
        Expression condition = binary(0);
        space();
        if (cursor.peek() == '?') {
            cursor.take("?");
            cursor.space(true);
            Expression yes = expression();
            cursor.space(true);
            cursor.expect(":");
            cursor.space(true);
            Expression no = expression();
            condition = new Expression.Choice(condition, yes, no, cursor.placeFrom(start));
        }
        depth--;
        return condition;
    }

    /** An expression between brackets of some kind, which the caller takes. */
    Expression within() {
        brackets++;
        cursor.space(true);
        Expression found = expression();
        cursor.space(true);
        brackets--;
        return found;
    }

    /** Forgets where it was when parsing goes on behind a mistake. */
    void restart() {
        depth = 0;
        brackets = 0;
    }

    private void space() {
        cursor.space(brackets > 0);
    }

    private Expression binary(int level) {
        if (level == OPERATORS.size()) {
            return unary();
        }
        int start = cursor.at();
        Expression left = binary(level + 1);
        while (true) {
            int end = cursor.at();
            space();
            Optional<String> operator = OPERATORS.get(level).stream().filter(cursor::looksAt).findFirst();
            if (operator.isEmpty() || cursor.looksAt("=>")) {
                cursor.to(end);
                return left;
            }
            cursor.take(operator.get());
            cursor.space(true);
            left = new Expression.Binary(operator.get(), left, binary(level + 1), cursor.placeFrom(start));
        }
    }

    private Expression unary() {
        space();
        int start = cursor.at();
        char c = cursor.peek();
        if (c == '!' || c == '-') {
            if (++depth > DEEPEST) {
                throw cursor.broken("it is nested too deeply");
            }
            cursor.to(start + 1);
            Expression operand = unary();
            depth--;
            return new Expression.Unary(String.valueOf(c), operand, cursor.placeFrom(start));
        }
        return steps(term(), start);
    }

    private Expression term() {
        int start = cursor.at();
        char c = cursor.peek();
        if (c == '"') {
            return strings.quoted();
        }
        if (cursor.looksAt("<<")) {
            return strings.heredoc();
        }
        if (c == '(') {
            cursor.take("(");
            Expression inner = within();
            cursor.expect(")");
            return inner;
        }
        if (c == '[') {
            return list(start);
        }
        if (c == '{') {
            return mapping(start);
        }
        if (Character.isDigit(c)) {
            return number(start);
        }
        if (!cursor.isAtName()) {
            throw cursor.broken("an expression is missing");
        }
        String name = cursor.name();
        if (cursor.peek() == '(') {
            return call(name, start);
        }
        while (cursor.looksAt("::")) {
            cursor.take("::");
            name = name + "::" + cursor.name();
            if (cursor.peek() == '(') {
                return call(name, start);
            }
        }
        return switch (name) {
            case "true", "false" -> new Expression.Literal(name.equals("true"), cursor.placeFrom(start));
            case "null" -> new Expression.Literal(null, cursor.placeFrom(start));
            default -> new Expression.Name(name, cursor.placeFrom(start));
        };
    }

    private Expression number(int start) {
        while (Character.isDigit(cursor.peek())) {
            cursor.to(cursor.at() + 1);
        }
        boolean fraction = cursor.peek() == '.' && Character.isDigit(cursor.peek(1));
        if (fraction) {
            cursor.take(".");
            while (Character.isDigit(cursor.peek())) {
                cursor.to(cursor.at() + 1);
            }
        }
        boolean power =
                (cursor.peek() == 'e' || cursor.peek() == 'E')
                        && (Character.isDigit(cursor.peek(1)) || cursor.peek(1) == '-' || cursor.peek(1) == '+');
        if (power) {
            cursor.to(cursor.at() + 2);
            while (Character.isDigit(cursor.peek())) {
                cursor.to(cursor.at() + 1);
            }
        }
        String text = cursor.from(start);
        if (power && !Character.isDigit(text.charAt(text.length() - 1))) {
            throw cursor.broken("this is no number");
        }
        double number = Double.parseDouble(text);
        boolean whole = number == Math.rint(number) && number < 1e15;
        Object value = whole ? (Object) (long) number : (Object) number;
        return new Expression.Literal(value, cursor.placeFrom(start));
    }

    private Expression call(String name, int start) {
        cursor.expect("(");
        List<Expression> arguments = new ArrayList<>();
        boolean spread = false;
        cursor.space(true);
        while (cursor.peek() != ')') {
            arguments.add(within());
            spread = cursor.take("...");
            cursor.space(true);
            if (!cursor.take(",")) {
                break;
            }
            cursor.space(true);
        }
        cursor.expect(")");
        return new Expression.Call(name, arguments, spread, cursor.placeFrom(start));
    }

    private Expression list(int start) {
        cursor.expect("[");
        cursor.space(true);
        if (isAtFor()) {
            return loop(start, "]");
        }
        List<Expression> elements = new ArrayList<>();
        while (cursor.peek() != ']') {
            elements.add(within());
            if (!cursor.take(",")) {
                break;
            }
            cursor.space(true);
        }
        cursor.expect("]");
        return new Expression.Tuple(elements, cursor.placeFrom(start));
    }

    private Expression mapping(int start) {
        cursor.expect("{");
        cursor.space(true);
        if (isAtFor()) {
            return loop(start, "}");
        }
        List<Expression.Item> items = new ArrayList<>();
        int outside = brackets;
        while (cursor.peek() != '}') {
            int keyStart = cursor.at();
            brackets = 1;
            Expression key = expression();
            if (key instanceof Expression.Name name) {
                key = new Expression.Literal(name.name(), cursor.place(keyStart, keyStart + name.name().length()));
            }
            cursor.space(true);
            if (!cursor.take("=") && !cursor.take(":")) {
                throw cursor.broken("\"=\" is missing");
            }
            cursor.space(true);
            // A newline ends a member, as a comma does.
            brackets = 0;
            items.add(new Expression.Item(key, expression()));
            cursor.space(true);
            cursor.take(",");
            cursor.space(true);
        }
        brackets = outside;
        cursor.expect("}");
        return new Expression.Mapping(items, cursor.placeFrom(start));
    }

    private boolean isAtFor() {
        char next = cursor.peek(3);
        return cursor.looksAt("for") && (next == ' ' || next == '\t' || next == '\n' || next == '\r');
    }

    private Expression loop(int start, String end) {
        cursor.take("for");
        cursor.space(true);
        String first = cursor.name();
        cursor.space(true);
        Optional<String> second = Optional.empty();
        if (cursor.take(",")) {
            cursor.space(true);
            second = Optional.of(cursor.name());
            cursor.space(true);
        }
        cursor.expect("in");
        Expression of = within();
        cursor.expect(":");
        Expression value = within();
        Optional<Expression> key = Optional.empty();
        if (cursor.take("=>")) {
            key = Optional.of(value);
            value = within();
        }
        boolean grouped = cursor.take("...");
        cursor.space(true);
        Optional<Expression> condition = Optional.empty();
        if (cursor.looksAt("if")) {
            cursor.take("if");
            condition = Optional.of(within());
        }
        cursor.expect(end);
        return new Expression.For(
                second.isPresent() ? Optional.of(first) : Optional.empty(),
                second.orElse(first),
                of,
                key,
                value,
                condition,
                grouped,
                cursor.placeFrom(start));
    }

    /** {@code .name}, {@code [key]} and splats behind a term. */
    private Expression steps(Expression of, int start) {
        Expression found = of;
        while (true) {
            int end = cursor.at();
            space();
            if (cursor.looksAt("[*]")) {
                cursor.take("[*]");
                return splat(found, start, true);
            }
            if (cursor.looksAt(".*")) {
                cursor.take(".*");
                return splat(found, start, false);
            }
            if (cursor.peek() == '.' && !cursor.looksAt("..")) {
                cursor.take(".");
                found = member(found, start);
            } else if (cursor.peek() == '[' && (brackets == 0 || end == cursor.at())) {
                cursor.take("[");
                Expression key = within();
                cursor.expect("]");
                found = new Expression.Index(found, key, cursor.placeFrom(start));
            } else {
                cursor.to(end);
                return found;
            }
        }
    }

    private Expression member(Expression of, int start) {
        cursor.space(brackets > 0);
        if (Character.isDigit(cursor.peek())) {
            int digits = cursor.at();
            while (Character.isDigit(cursor.peek())) {
                cursor.to(cursor.at() + 1);
            }
            String text = cursor.from(digits);
            Object index = text.length() > 9 ? (Object) text : Long.valueOf(text);
            return new Expression.Index(of, new Expression.Literal(index, cursor.placeFrom(digits)), cursor.placeFrom(start));
        }
        String name = cursor.name();
        return new Expression.Member(of, name, cursor.placeFrom(start));
    }

    /**
     * @param full whether indexes behind it are of each element, as with {@code [*]}, and not of the
     *     list that it gives
     */
    private Expression splat(Expression of, int start, boolean full) {
        Expression each = new Expression.Each(cursor.placeFrom(start));
        while (true) {
            if (cursor.looksAt("[*]") || cursor.looksAt(".*")) {
                break;
            }
            if (cursor.peek() == '.' && !Character.isDigit(cursor.peek(1))) {
                cursor.take(".");
                each = new Expression.Member(each, cursor.name(), cursor.placeFrom(start));
            } else if (full && cursor.peek() == '[') {
                cursor.take("[");
                Expression key = within();
                cursor.expect("]");
                each = new Expression.Index(each, key, cursor.placeFrom(start));
            } else {
                break;
            }
        }
        return steps(new Expression.Splat(of, each, cursor.placeFrom(start)), start);
    }
}
