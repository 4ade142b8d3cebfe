package dev.dovetail.config.kubernetes.helm;

import dev.dovetail.config.kubernetes.objects.Scalars;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Values as texts: as Go prints them, and as YAML. */
final class Printing {

    /** Around what stands for several lines of YAML that cannot be known. */
    static final char BLOCK = '\uE001';

    private static final int DEEPEST = 40;

    private Printing() {}

    /** As {@code {{ value }}} prints it. */
    static String text(Object value) {
        if (value instanceof Unknown unknown) {
            return Scalars.UNKNOWN + plain(unknown.id()) + Scalars.UNKNOWN;
        }
        if (value == Nil.NIL) {
            return "";
        }
        if (value instanceof Double number) {
            return number == Math.rint(number) && Math.abs(number) < 1e15
                    ? String.valueOf(number.longValue())
                    : String.valueOf(number);
        }
        if (value instanceof List<?> list) {
            return "[" + String.join(" ", list.stream().map(Printing::text).toList()) + "]";
        }
        if (value instanceof Map<?, ?>) {
            return text(new Unknown("map"));
        }
        return String.valueOf(value);
    }

    /** An id in which nothing has a meaning in YAML. */
    private static String plain(String id) {
        return id.replaceAll("[^A-Za-z0-9.-]", ".");
    }

    /** As {@code toYaml} writes it, with no line end at the end. */
    static String yaml(Object value) {
        if (value instanceof Unknown unknown) {
            return BLOCK + plain(unknown.id()) + BLOCK;
        }
        List<String> lines = new ArrayList<>();
        write(value, "", lines, 0);
        return String.join("\n", lines);
    }

    private static void write(Object value, String indent, List<String> lines, int depth) {
        if (depth > DEEPEST || lines.size() > 20_000) {
            return;
        }
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((key, each) -> sorted.put(String.valueOf(key), each));
            sorted.forEach((key, each) -> entry(indent + quoted(key) + ":", each, indent, lines, depth));
        } else if (value instanceof List<?> list && !list.isEmpty()) {
            for (Object each : list) {
                element(each, indent, lines, depth);
            }
        } else {
            lines.add(indent + scalar(value));
        }
    }

    private static void entry(String key, Object value, String indent, List<String> lines, int depth) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            lines.add(key);
            write(value, indent + "  ", lines, depth + 1);
        } else if (value instanceof List<?> list && !list.isEmpty()) {
            lines.add(key);
            write(value, indent, lines, depth + 1);
        } else {
            lines.add(key + " " + scalar(value));
        }
    }

    private static void element(Object value, String indent, List<String> lines, int depth) {
        List<String> inner = new ArrayList<>();
        write(value, indent + "  ", inner, depth + 1);
        for (int i = 0; i < inner.size(); i++) {
            lines.add(i == 0 ? indent + "- " + inner.get(0).substring(indent.length() + 2) : inner.get(i));
        }
    }

    private static String scalar(Object value) {
        if (value == Nil.NIL) {
            return "null";
        }
        if (value instanceof List<?>) {
            return "[]";
        }
        if (value instanceof Map<?, ?>) {
            return "{}";
        }
        return value instanceof String text ? quoted(text) : text(value);
    }

    /** In quotes unless it is plain for certain. */
    private static String quoted(String text) {
        boolean plain =
                text.matches("[A-Za-z/][\\w./-]*(?::[\\w./-]+)*") && !text.matches("(?i)true|false|yes|no|on|off|null|n|y");
        return plain ? text : json(text);
    }

    static String json(String text) {
        StringBuilder whole = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> whole.append("\\\"");
                case '\\' -> whole.append("\\\\");
                case '\n' -> whole.append("\\n");
                case '\t' -> whole.append("\\t");
                case '\r' -> whole.append("\\r");
                default -> whole.append(c < ' ' ? ' ' : c);
            }
        }
        return whole.append('"').toString();
    }

    /** As {@code toJson} writes it. */
    static String json(Object value, int depth) {
        if (value instanceof Map<?, ?> map && depth < DEEPEST) {
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((key, each) -> sorted.put(String.valueOf(key), each));
            List<String> parts = new ArrayList<>();
            sorted.forEach((key, each) -> parts.add(json(key) + ":" + json(each, depth + 1)));
            return "{" + String.join(",", parts) + "}";
        }
        if (value instanceof List<?> list && depth < DEEPEST) {
            return "[" + String.join(",", list.stream().map(each -> json(each, depth + 1)).toList()) + "]";
        }
        if (value == Nil.NIL) {
            return "null";
        }
        return value instanceof String || value instanceof Unknown ? json(text(value)) : text(value);
    }

    /** Whether a value counts as false: nothing, zero, empty. */
    static boolean isEmpty(Object value) {
        if (value instanceof Boolean truth) {
            return !truth;
        }
        if (value instanceof Number number) {
            return number.doubleValue() == 0;
        }
        if (value instanceof String text) {
            return text.isEmpty();
        }
        if (value instanceof List<?> list) {
            return list.isEmpty();
        }
        return value instanceof Map<?, ?> map ? map.isEmpty() : value == Nil.NIL;
    }
}
