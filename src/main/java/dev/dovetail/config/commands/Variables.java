package dev.dovetail.config.commands;

import dev.dovetail.config.Value;
import java.util.Optional;
import java.util.function.Function;

/**
 * Variables in texts, as Dockerfiles and Compose files write them: {@code $X}, {@code ${X}}, {@code
 * ${X:-default}}, {@code ${X-default}}, {@code ${X:+other}}, {@code ${X:?message}}.
 */
public final class Variables {

    private static final int DEEPEST = 8;

    private final Function<String, Optional<Value>> values;
    private final char escape;

    /**
     * @param values of the variables that are known to be set
     * @param escape the character that takes the meaning from a dollar: a backslash, or the dollar
     */
    public Variables(Function<String, Optional<Value>> values, char escape) {
        this.values = values;
        this.escape = escape;
    }

    /** The text with its variables put in; unknown when one of them is. */
    public Value replace(String text) {
        return replace(text, 0);
    }

    private Value replace(String text, int depth) {
        if (text.indexOf('$') < 0) {
            return new Value.Known(text);
        }
        if (depth > DEEPEST) {
            return new Value.Unknown("its variables nest too deeply");
        }
        StringBuilder whole = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            if (c == escape && next == '$') {
                whole.append('$');
                i++;
                continue;
            }
            if (c != '$') {
                whole.append(c);
                continue;
            }
            int end = i + 1;
            String inner;
            if (next == '{') {
                end = closing(text, i + 1);
                inner = text.substring(i + 2, Math.max(i + 2, end - 1));
            } else {
                while (end < text.length() && isName(text.charAt(end))) {
                    end++;
                }
                inner = text.substring(i + 1, end);
            }
            if (inner.isEmpty()) {
                whole.append(c);
                continue;
            }
            Value value = value(inner, depth);
            if (value.text().isEmpty()) {
                return value;
            }
            whole.append(value.text().get());
            i = end - 1;
        }
        return new Value.Known(whole.toString());
    }

    private Value value(String inner, int depth) {
        int end = 0;
        while (end < inner.length() && isName(inner.charAt(end))) {
            end++;
        }
        String name = inner.substring(0, end);
        String rest = inner.substring(end);
        boolean colon = rest.startsWith(":");
        String operator = colon ? rest.substring(1) : rest;
        String operand = operator.isEmpty() ? "" : operator.substring(1);
        Optional<Value> set = values.apply(name);
        boolean absent = set.isEmpty() || colon && set.get().equals(new Value.Known(""));
        if (operator.startsWith("-")) {
            return absent ? replace(operand, depth + 1) : set.get();
        }
        if (operator.startsWith("+")) {
            return absent ? new Value.Known("") : replace(operand, depth + 1);
        }
        return set.orElse(new Value.Unknown("the variable " + name + " is set elsewhere"));
    }

    private static boolean isName(char c) {
        return c == '_' || c < 128 && Character.isLetterOrDigit(c);
    }

    private static int closing(String text, int from) {
        int level = 0;
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '{') {
                level++;
            } else if (text.charAt(i) == '}' && --level == 0) {
                return i + 1;
            }
        }
        return text.length();
    }
}
