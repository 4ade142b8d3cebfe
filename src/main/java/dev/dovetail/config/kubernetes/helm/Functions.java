package dev.dovetail.config.kubernetes.helm;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The functions of templates that depend on nothing but their arguments: https://helm.sh/docs/chart_template_guide/function_list/.
 */
final class Functions {

    private static final int LONGEST = 200_000;
    private static final Pattern VERB = Pattern.compile("%[-+# 0]*(\\d*)(?:\\.\\d+)?([vsdqftxw%])");
    private static final Pattern VERSION = Pattern.compile("v?(\\d+)(?:\\.(\\d+|[xX*]))?(?:\\.(\\d+|[xX*]))?.*");

    private Functions() {}

    /** The value of a call; unknown for functions that are not known, and for most of what is unknown. */
    static Object call(String name, List<Object> arguments) {
        try {
            return known(name, arguments);
        } catch (IndexOutOfBoundsException | ClassCastException | ArithmeticException e) {
            // As the template engine fails on such arguments, nothing can be said of what is printed.
            return new Unknown(name);
        }
    }

    private static Object known(String name, List<Object> a) {
        boolean unknown = a.stream().anyMatch(Unknown.class::isInstance);
        Object last = a.isEmpty() ? Nil.NIL : a.get(a.size() - 1);
        switch (name) {
            case "default" -> {
                return a.size() < 2 || Printing.isEmpty(a.get(1)) && !(a.get(1) instanceof Unknown) ? a.get(0) : a.get(1);
            }
            case "coalesce" -> {
                return a.stream().filter(each -> !Printing.isEmpty(each)).findFirst().orElse(Nil.NIL);
            }
            case "quote" -> {
                return String.join(" ", a.stream().filter(each -> each != Nil.NIL).map(each -> Printing.json(Printing.text(each))).toList());
            }
            case "squote" -> {
                return String.join(" ", a.stream().filter(each -> each != Nil.NIL).map(each -> "'" + Printing.text(each).replace("'", "''") + "'").toList());
            }
            case "toYaml", "toYamlPretty" -> {
                return Printing.yaml(last);
            }
            case "toJson", "toRawJson", "mustToJson" -> {
                return last instanceof Unknown ? last : Printing.json(last, 0);
            }
            case "toString" -> {
                return last instanceof Unknown ? last : Printing.text(last);
            }
            case "indent", "nindent" -> {
                return indented(a, name.equals("nindent"));
            }
            case "list", "tuple" -> {
                return new ArrayList<>(a);
            }
            case "dict" -> {
                return dict(a);
            }
            case "required", "fail" -> {
                return name.equals("fail") ? "" : Printing.isEmpty(last) && !(last instanceof Unknown) ? new Unknown("required " + Printing.text(a.get(0))) : last;
            }
            case "ternary" -> {
                return last instanceof Unknown ? last : Printing.isEmpty(last) ? a.get(1) : a.get(0);
            }
            case "printf" -> {
                return printf(a);
            }
            case "print", "println", "cat" -> {
                return String.join(name.equals("print") ? "" : " ", a.stream().map(Printing::text).toList());
            }
            case "set" -> {
                map(a.get(0)).put(Printing.text(a.get(1)), a.get(2));
                return a.get(0);
            }
            case "merge", "mergeOverwrite", "mustMerge", "mustMergeOverwrite" -> {
                return merged(a, name.contains("verwrite"));
            }
            case "append", "push", "prepend", "concat" -> {
                return joined(name, a);
            }
            case "kindIs", "typeIs" -> {
                return last instanceof Unknown ? last : kind(last).equals(Printing.text(a.get(0))) || Printing.text(a.get(0)).endsWith(kind(last));
            }
            case "lookup" -> {
                return new LinkedHashMap<String, Object>();
            }
            default -> {}
        }
        if (unknown) {
            // The same function of the same unknowns is the same unknown.
            return new Unknown(name + "." + String.join(".", a.stream().map(Printing::text).toList()).replace("\uE000", ""));
        }
        Object value = text(name, a);
        value = value == null ? collection(name, a) : value;
        value = value == null ? logic(name, a) : value;
        value = value == null ? number(name, a) : value;
        return value == null ? new Unknown(name) : value;
    }

    private static Object indented(List<Object> a, boolean onItsOwn) {
        int width = (int) Math.min(200, number(a.get(0)));
        String pad = " ".repeat(Math.max(0, width));
        Object value = a.get(1);
        String text = value instanceof Unknown ? Printing.yaml(value) : Printing.text(value);
        return (onItsOwn ? "\n" : "") + pad + text.replace("\n", "\n" + pad);
    }

    private static Object dict(List<Object> a) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i + 1 < a.size(); i += 2) {
            map.put(Printing.text(a.get(i)), a.get(i + 1));
        }
        return map;
    }

    private static Object merged(List<Object> a, boolean laterWins) {
        Map<String, Object> into = map(a.get(0));
        for (Object each : a.subList(1, a.size())) {
            if (each instanceof Unknown) {
                return each;
            }
            merge(into, map(each), laterWins, 0);
        }
        return into;
    }

    static void merge(Map<String, Object> into, Map<String, Object> from, boolean laterWins, int depth) {
        for (Map.Entry<String, Object> entry : from.entrySet()) {
            Object own = into.get(entry.getKey());
            if (own instanceof Map && entry.getValue() instanceof Map && depth < 40) {
                Map<String, Object> copy = new LinkedHashMap<>(map(own));
                merge(copy, map(entry.getValue()), laterWins, depth + 1);
                into.put(entry.getKey(), copy);
            } else if (own == null || laterWins) {
                into.put(entry.getKey(), entry.getValue());
            }
        }
    }

    private static Object joined(String name, List<Object> a) {
        List<Object> whole = new ArrayList<>();
        if (name.equals("concat")) {
            a.forEach(each -> whole.addAll(list(each)));
        } else {
            whole.addAll(list(a.get(0)));
            whole.add(name.equals("prepend") ? 0 : whole.size(), a.get(1));
        }
        return whole;
    }

    private static Object printf(List<Object> a) {
        Matcher verb = VERB.matcher(Printing.text(a.get(0)));
        StringBuilder whole = new StringBuilder();
        int next = 1;
        while (verb.find()) {
            String shown;
            if (verb.group(2).equals("%")) {
                shown = "%";
            } else if (next < a.size()) {
                Object value = a.get(next++);
                shown = verb.group(2).equals("q") ? Printing.json(Printing.text(value)) : Printing.text(value);
            } else {
                shown = Printing.text(new Unknown("printf"));
            }
            verb.appendReplacement(whole, Matcher.quoteReplacement(shown));
        }
        return verb.appendTail(whole).toString();
    }

    private static String kind(Object value) {
        if (value instanceof Map) {
            return "map";
        }
        if (value instanceof List) {
            return "slice";
        }
        if (value instanceof Boolean) {
            return "bool";
        }
        if (value instanceof Number) {
            return value instanceof Double ? "float64" : "int64";
        }
        return value == Nil.NIL ? "invalid" : "string";
    }

    private static @Nullable Object text(String name, List<Object> a) {
        String last = a.isEmpty() ? "" : Printing.text(a.get(a.size() - 1));
        String first = a.isEmpty() ? "" : Printing.text(a.get(0));
        return switch (name) {
            case "trunc" -> {
                int length = (int) number(a.get(0));
                yield length >= 0
                        ? last.substring(0, Math.min(length, last.length()))
                        : last.substring(Math.max(0, last.length() + length));
            }
            case "trim" -> last.strip();
            case "trimSuffix" -> last.endsWith(first) ? last.substring(0, last.length() - first.length()) : last;
            case "trimPrefix" -> last.startsWith(first) ? last.substring(first.length()) : last;
            case "trimAll" -> trimAll(last, first);
            case "lower" -> last.toLowerCase(Locale.ROOT);
            case "upper" -> last.toUpperCase(Locale.ROOT);
            case "title" -> last.isEmpty() ? last : last.substring(0, 1).toUpperCase(Locale.ROOT) + last.substring(1);
            case "nospace" -> last.replaceAll("\\s", "");
            case "replace" -> first.isEmpty() ? last : last.replace(first, Printing.text(a.get(1)));
            case "contains" -> last.contains(first);
            case "hasPrefix" -> last.startsWith(first);
            case "hasSuffix" -> last.endsWith(first);
            case "repeat" -> last.repeat(Math.min((int) number(a.get(0)), LONGEST / Math.max(1, last.length())));
            case "substr" -> last.substring((int) number(a.get(0)), Math.min(last.length(), (int) number(a.get(1))));
            case "b64enc" -> Base64.getEncoder().encodeToString(last.getBytes(StandardCharsets.UTF_8));
            case "splitList" -> new ArrayList<Object>(List.of(last.split(Pattern.quote(first), -1)));
            case "split" -> {
                Map<String, Object> parts = new LinkedHashMap<>();
                String[] split = last.split(Pattern.quote(first), -1);
                for (int i = 0; i < split.length; i++) {
                    parts.put("_" + i, split[i]);
                }
                yield parts;
            }
            case "join" -> String.join(first, list(a.get(1)).stream().map(Printing::text).toList());
            case "semverCompare" -> satisfies(last, first);
            default -> null;
        };
    }

    private static String trimAll(String text, String characters) {
        int start = 0;
        int end = text.length();
        while (start < end && characters.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && characters.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end);
    }

    private static @Nullable Object collection(String name, List<Object> a) {
        Object last = a.isEmpty() ? Nil.NIL : a.get(a.size() - 1);
        Object first = a.isEmpty() ? Nil.NIL : a.get(0);
        return switch (name) {
            case "hasKey" -> first instanceof Map && map(first).containsKey(Printing.text(last));
            case "get" -> map(first).getOrDefault(Printing.text(last), "");
            case "unset" -> {
                map(first).remove(Printing.text(last));
                yield first;
            }
            case "keys" -> new ArrayList<Object>(new TreeMap<>(map(first)).keySet());
            case "values" -> new ArrayList<>(new TreeMap<>(map(first)).values());
            case "deepCopy" -> last instanceof Map ? new LinkedHashMap<>(map(last)) : last;
            case "pick", "omit" -> {
                Map<String, Object> part = new LinkedHashMap<>();
                List<String> keys = a.subList(1, a.size()).stream().map(Printing::text).toList();
                map(first).forEach((key, value) -> {
                    if (keys.contains(key) == name.equals("pick")) {
                        part.put(key, value);
                    }
                });
                yield part;
            }
            case "dig" -> dig(a);
            case "index" -> index(a);
            case "first" -> list(last).isEmpty() ? Nil.NIL : list(last).get(0);
            case "last" -> list(last).isEmpty() ? Nil.NIL : list(last).get(list(last).size() - 1);
            case "rest" -> new ArrayList<>(list(last).subList(Math.min(1, list(last).size()), list(last).size()));
            case "initial" -> new ArrayList<>(list(last).subList(0, Math.max(0, list(last).size() - 1)));
            case "reverse" -> {
                List<Object> reversed = new ArrayList<>(list(last));
                Collections.reverse(reversed);
                yield reversed;
            }
            case "uniq" -> new ArrayList<>(new LinkedHashSet<>(list(last)));
            case "compact" -> new ArrayList<>(list(last).stream().filter(each -> !Printing.isEmpty(each)).toList());
            case "without" -> {
                List<Object> left = new ArrayList<>(list(first));
                left.removeAll(a.subList(1, a.size()));
                yield left;
            }
            case "has" -> list(last).contains(first);
            case "sortAlpha" -> new ArrayList<Object>(list(last).stream().map(Printing::text).sorted().toList());
            case "toStrings" -> new ArrayList<Object>(list(last).stream().map(Printing::text).toList());
            case "len" -> (long) (last instanceof Map ? map(last).size() : last instanceof List ? list(last).size() : Printing.text(last).length());
            case "until" -> range(0, number(first), 1);
            case "untilStep" -> range(number(first), number(a.get(1)), number(a.get(2)));
            default -> null;
        };
    }

    private static Object dig(List<Object> a) {
        Object at = a.get(a.size() - 1);
        for (Object key : a.subList(0, a.size() - 2)) {
            if (!(at instanceof Map) || !map(at).containsKey(Printing.text(key))) {
                return a.get(a.size() - 2);
            }
            at = map(at).getOrDefault(Printing.text(key), Nil.NIL);
        }
        return at;
    }

    private static Object index(List<Object> a) {
        Object at = a.get(0);
        for (Object key : a.subList(1, a.size())) {
            if (at instanceof List) {
                at = list(at).get((int) number(key));
            } else if (at instanceof Map) {
                at = map(at).getOrDefault(Printing.text(key), Nil.NIL);
            } else {
                return new Unknown("index");
            }
        }
        return at;
    }

    private static List<Object> range(double from, double to, double step) {
        List<Object> numbers = new ArrayList<>();
        for (double at = from; step != 0 && (step > 0 ? at < to : at > to) && numbers.size() < 1_000; at += step) {
            numbers.add((long) at);
        }
        return numbers;
    }

    private static @Nullable Object logic(String name, List<Object> a) {
        return switch (name) {
            case "not" -> Printing.isEmpty(a.get(0));
            case "empty" -> Printing.isEmpty(a.get(0));
            case "eq" -> a.subList(1, a.size()).stream().anyMatch(each -> isSame(a.get(0), each));
            case "ne" -> !isSame(a.get(0), a.get(1));
            case "lt" -> order(a) < 0;
            case "le" -> order(a) <= 0;
            case "gt" -> order(a) > 0;
            case "ge" -> order(a) >= 0;
            case "kindOf", "typeOf" -> kind(a.get(0));
            default -> null;
        };
    }

    private static boolean isSame(Object one, Object other) {
        return one instanceof Number && other instanceof Number
                ? number(one) == number(other)
                : one.equals(other);
    }

    private static int order(List<Object> a) {
        return a.get(0) instanceof Number
                ? Double.compare(number(a.get(0)), number(a.get(1)))
                : Printing.text(a.get(0)).compareTo(Printing.text(a.get(1)));
    }

    private static @Nullable Object number(String name, List<Object> a) {
        return switch (name) {
            case "int", "int64", "atoi", "toDecimal" -> (long) number(a.get(0));
            case "float64" -> number(a.get(0));
            case "add" -> a.stream().mapToLong(each -> (long) number(each)).sum();
            case "add1" -> (long) number(a.get(0)) + 1;
            case "sub" -> (long) number(a.get(0)) - (long) number(a.get(1));
            case "mul" -> a.stream().mapToLong(each -> (long) number(each)).reduce(1, (x, y) -> x * y);
            case "div" -> (long) number(a.get(0)) / (long) number(a.get(1));
            case "mod" -> (long) number(a.get(0)) % (long) number(a.get(1));
            case "max" -> a.stream().mapToLong(each -> (long) number(each)).max().orElse(0);
            case "min" -> a.stream().mapToLong(each -> (long) number(each)).min().orElse(0);
            case "ceil" -> Math.ceil(number(a.get(0)));
            case "floor" -> Math.floor(number(a.get(0)));
            default -> null;
        };
    }

    private static double number(Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        if (value instanceof Boolean truth) {
            return truth ? 1 : 0;
        }
        try {
            return Double.parseDouble(Printing.text(value).strip());
        } catch (NumberFormatException e) {
            // As sprig's casts do.
            return 0;
        }
    }

    /** {@code >=1.19-0}, {@code ^1.20.x}, {@code <1.22}; several with commas must all hold. */
    private static Object satisfies(String version, String constraint) {
        Matcher own = VERSION.matcher(version.strip());
        if (!own.matches() || constraint.contains("||")) {
            return new Unknown("semverCompare");
        }
        for (String part : constraint.split(",|\\s+(?=[<>=^~])")) {
            String bare = part.strip();
            String operator = bare.replaceFirst("[v\\d].*$", "").strip();
            Matcher wanted = VERSION.matcher(bare.substring(Math.min(bare.length(), operator.length())).strip());
            if (!wanted.matches()) {
                return new Unknown("semverCompare");
            }
            int order = compare(own, wanted);
            boolean holds =
                    switch (operator) {
                        case ">=" -> order >= 0;
                        case ">" -> order > 0;
                        case "<" -> order < 0;
                        case "<=" -> order <= 0;
                        case "^" -> order >= 0 && own.group(1).equals(wanted.group(1));
                        case "~" -> order >= 0 && own.group(1).equals(wanted.group(1)) && (wanted.group(2) == null || wanted.group(2).equals(own.group(2)));
                        default -> order == 0;
                    };
            if (!holds) {
                return false;
            }
        }
        return true;
    }

    private static int compare(Matcher one, Matcher other) {
        for (int i = 1; i <= 3; i++) {
            String left = one.group(i);
            String right = other.group(i);
            if (right == null || !right.matches("\\d{1,9}")) {
                return 0;
            }
            int order = Long.compare(left != null && left.matches("\\d{1,9}") ? Long.parseLong(left) : 0, Long.parseLong(right));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return value == Nil.NIL ? new LinkedHashMap<>() : (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    static List<Object> list(Object value) {
        return value == Nil.NIL ? List.of() : (List<Object>) value;
    }
}
