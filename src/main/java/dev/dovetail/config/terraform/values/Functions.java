package dev.dovetail.config.terraform.values;

import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Terraform's functions on what is known: https://developer.hashicorp.com/terraform/language/functions.
 * Those that are not here, or are asked of what is not known, give what is not known.
 */
final class Functions {

    private final Module module;
    private final Evaluator evaluator;

    Functions(Module module, Evaluator evaluator) {
        this.module = module;
        this.evaluator = evaluator;
    }

    Term call(String function, List<Term> arguments, Place place) {
        String name = function.startsWith("core::") ? function.substring(6) : function;
        Optional<Term> first = arguments.stream().findFirst();
        Optional<Term> result =
                switch (name) {
                    case "jsonencode", "yamlencode" -> first.map(value -> new Term.Encoded(value, place));
                    case "jsondecode", "yamldecode" -> first.flatMap(Json::decoded);
                    case "sensitive", "nonsensitive", "toset", "tolist", "tomap", "tostring", "tonumber", "tobool",
                            "distinct", "sort", "abspath", "pathexpand", "issensitive", "ephemeralasnull" ->
                            first;
                    case "file", "templatefile", "fileexists", "fileset" ->
                            new FileFunctions(module, evaluator).call(name, arguments, place);
                    case "merge" -> Optional.of(merge(arguments, place));
                    case "concat", "flatten", "setunion" -> lists(arguments, place, name.equals("flatten"));
                    case "coalesce", "coalescelist" -> coalesce(arguments);
                    case "lookup" -> lookup(arguments, place);
                    case "element" ->
                            arguments.size() == 2 ? element(arguments.get(0), arguments.get(1), place) : Optional.empty();
                    case "format" -> first.flatMap(Term::text).flatMap(text -> format(text, arguments, place));
                    case "join" -> join(arguments, place);
                    case "length", "keys", "values", "one", "reverse", "compact", "contains", "zipmap", "range", "split",
                            "index" ->
                            Collections.call(name, arguments, place);
                    default -> text(name, arguments).map(value -> Term.of(value, place));
                };
        return result.orElseGet(() -> Term.unknown(place, arguments));
    }

    private static Term merge(List<Term> maps, Place place) {
        Map<String, Term.Entry> merged = new LinkedHashMap<>();
        boolean complete = true;
        for (Term map : maps) {
            if (map instanceof Term.Members members) {
                // Members of its own that are not known may stand over those before.
                if (!members.complete()) {
                    complete = false;
                    hide(merged);
                }
                merged.putAll(members.entries());
            } else if (!map.isAbsent()) {
                complete = false;
                hide(merged);
            }
        }
        return new Term.Members(merged, complete, place);
    }

    private static void hide(Map<String, Term.Entry> members) {
        members.replaceAll((key, entry) -> new Term.Entry(entry.keyPlace(), Term.unknown(entry.keyPlace(), List.of(entry.value()))));
    }

    private static Optional<Term> lists(List<Term> arguments, Place place, boolean deep) {
        List<Term> all = new ArrayList<>();
        for (Term argument : arguments) {
            if (!add(argument, all, deep, 0)) {
                return Optional.empty();
            }
        }
        return Optional.of(new Term.Elements(all, place));
    }

    private static boolean add(Term list, List<Term> all, boolean deep, int depth) {
        if (!(list instanceof Term.Elements elements)) {
            return list.isAbsent();
        }
        for (Term element : elements.elements()) {
            if (!Evaluator.mayGrow(all.size())) {
                return false;
            }
            if (deep && element instanceof Term.Elements && depth < 10) {
                if (!add(element, all, true, depth + 1)) {
                    return false;
                }
            } else if (deep && element.isUnknown()) {
                return false;
            } else {
                all.add(element);
            }
        }
        return true;
    }

    private static Optional<Term> coalesce(List<Term> arguments) {
        for (Term argument : arguments) {
            if (argument.isUnknown()) {
                return Optional.empty();
            }
            boolean empty =
                    argument.isAbsent()
                            || argument.text().filter(String::isEmpty).isPresent()
                            || argument instanceof Term.Elements list && list.elements().isEmpty();
            if (!empty) {
                return Optional.of(argument);
            }
        }
        return Optional.empty();
    }

    private static Optional<Term> lookup(List<Term> arguments, Place place) {
        if (arguments.size() < 2) {
            return Optional.empty();
        }
        Term found = Evaluator.index(arguments.get(0), arguments.get(1), place);
        return found.isAbsent() && arguments.size() > 2 ? Optional.of(arguments.get(2)) : Optional.of(found);
    }

    private static Optional<Term> element(Term list, Term at, Place place) {
        if (list instanceof Term.Elements elements && !elements.elements().isEmpty()) {
            return at.number().map(number -> elements.elements().get(Math.floorMod(number.intValue(), elements.elements().size())));
        }
        return list instanceof Term.Elements ? Optional.empty() : Optional.of(Evaluator.index(list, at, place));
    }

    /** {@code %s}, {@code %d} and {@code %v} with what is not known marked; other verbs are unknown. */
    private static Optional<Term> format(String format, List<Term> arguments, Place place) {
        List<Term> parts = new ArrayList<>();
        int next = 1;
        int from = 0;
        for (int at = format.indexOf('%'); at >= 0 && at + 1 < format.length(); at = format.indexOf('%', from)) {
            parts.add(Term.of(format.substring(from, at), place));
            char verb = format.charAt(at + 1);
            if (verb == '%') {
                parts.add(Term.of("%", place));
            } else if ("sdvt".indexOf(verb) >= 0 && next < arguments.size()) {
                parts.add(arguments.get(next++));
            } else {
                return Optional.empty();
            }
            from = at + 2;
        }
        parts.add(Term.of(format.substring(from), place));
        return Optional.of(Texts.joined(parts, place));
    }

    private static Optional<Term> join(List<Term> arguments, Place place) {
        if (arguments.size() != 2 || !(arguments.get(1) instanceof Term.Elements list)) {
            return Optional.empty();
        }
        List<Term> parts = new ArrayList<>();
        for (Term each : list.elements()) {
            if (!parts.isEmpty()) {
                parts.add(arguments.get(0));
            }
            parts.add(each);
        }
        return Optional.of(Texts.joined(parts, place));
    }

    /** Functions of texts and numbers alone. */
    private static Optional<Object> text(String name, List<Term> arguments) {
        if (arguments.isEmpty() || arguments.stream().anyMatch(each -> each.text().isEmpty())) {
            return Optional.empty();
        }
        List<String> texts = arguments.stream().map(each -> each.text().orElse("")).toList();
        String first = texts.get(0);
        String second = texts.size() > 1 ? texts.get(1) : "";
        List<Double> numbers = arguments.stream().map(each -> each.number().orElse(null)).filter(Objects::nonNull).toList();
        boolean numeric = numbers.size() == texts.size();
        return switch (name) {
            case "lower" -> Optional.of(first.toLowerCase(Locale.ROOT));
            case "upper" -> Optional.of(first.toUpperCase(Locale.ROOT));
            case "title" -> Optional.of(first.isEmpty() ? "" : first.substring(0, 1).toUpperCase(Locale.ROOT) + first.substring(1));
            case "trimspace" -> Optional.of(first.strip());
            case "chomp" -> Optional.of(first.stripTrailing());
            case "trimprefix" -> Optional.of(first.startsWith(second) ? first.substring(second.length()) : first);
            case "trimsuffix" -> Optional.of(first.endsWith(second) ? first.substring(0, first.length() - second.length()) : first);
            case "startswith" -> Optional.of(first.startsWith(second));
            case "endswith" -> Optional.of(first.endsWith(second));
            case "strcontains" -> Optional.of(first.contains(second));
            // A pattern between slashes is Go's, whose dialect is another.
            case "replace" ->
                    texts.size() == 3 && !(second.startsWith("/") && second.endsWith("/"))
                            ? Optional.of(first.replace(second, texts.get(2)))
                            : Optional.empty();
            case "substr" -> numbers.size() >= texts.size() - 1 ? substring(texts, arguments) : Optional.empty();
            case "basename" -> Optional.of(Paths.name(first));
            case "dirname" -> Optional.of(first.contains("/") ? Paths.parent(first) : ".");
            case "max" -> numeric ? numbers.stream().max(Double::compare).map(Operators::plain) : Optional.empty();
            case "min" -> numeric ? numbers.stream().min(Double::compare).map(Operators::plain) : Optional.empty();
            case "floor" -> numeric ? Optional.of(Operators.plain(Math.floor(numbers.get(0)))) : Optional.empty();
            case "ceil" -> numeric ? Optional.of(Operators.plain(Math.ceil(numbers.get(0)))) : Optional.empty();
            case "abs" -> numeric ? Optional.of(Operators.plain(Math.abs(numbers.get(0)))) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Object> substring(List<String> texts, List<Term> arguments) {
        int start = arguments.size() > 1 ? arguments.get(1).number().map(Double::intValue).orElse(-1) : -1;
        int length = arguments.size() > 2 ? arguments.get(2).number().map(Double::intValue).orElse(-1) : -1;
        String text = texts.get(0);
        if (start < 0 || start > text.length()) {
            return Optional.empty();
        }
        int end = length < 0 ? text.length() : Math.min(text.length(), start + length);
        return Optional.of(text.substring(start, end));
    }
}
