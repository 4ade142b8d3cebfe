package dev.dovetail.judge;

import java.util.Map;

/** Sentences of {@code rules/} with names in braces. */
final class Templates {

    private Templates() {}

    /** Puts each value for its {@code {name}}; a name that has none is left out with its braces. */
    static String fill(String template, Map<String, String> values) {
        StringBuilder filled = new StringBuilder();
        int at = 0;
        while (true) {
            int open = template.indexOf('{', at);
            int close = open < 0 ? -1 : template.indexOf('}', open);
            if (close < 0) {
                break;
            }
            String name = template.substring(open + 1, close);
            String value = values.get(name);
            if (value == null && !name.matches("[a-z][a-z_-]*")) {
                filled.append(template, at, close + 1);
            } else {
                filled.append(template, at, open).append(value == null ? "" : value);
            }
            at = close + 1;
        }
        return filled.append(template.substring(at)).toString().replaceAll("\\s+", " ").strip();
    }
}
