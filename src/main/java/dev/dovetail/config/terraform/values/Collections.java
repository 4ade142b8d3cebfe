package dev.dovetail.config.terraform.values;

import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Functions that ask or make lists and maps. */
final class Collections {

    /** Numbers that a range makes. */
    private static final int MOST = 1_000;

    private Collections() {}

    static Optional<Term> call(String name, List<Term> arguments, Place place) {
        if (arguments.isEmpty()) {
            return Optional.empty();
        }
        Term first = arguments.get(0);
        Optional<Term> second = arguments.stream().skip(1).findFirst();
        return switch (name) {
            case "length" -> length(first).map(size -> Term.of((long) size, place));
            case "keys" -> members(first).map(all -> keys(all, place));
            case "values" -> members(first).map(all -> new Term.Elements(all.entries().values().stream().map(Term.Entry::value).toList(), place));
            case "one" -> list(first).filter(all -> all.size() <= 1).map(all -> all.isEmpty() ? new Term.Absent(place) : all.get(0));
            case "reverse" -> list(first).map(all -> reversed(all, place));
            case "compact" -> list(first).flatMap(all -> compact(all, place));
            case "contains" -> second.flatMap(asked -> contains(first, asked, place));
            case "zipmap" -> second.flatMap(values -> zipped(first, values, place));
            case "range" -> range(arguments, place);
            case "split" -> second.flatMap(text -> split(first, text, place));
            default -> Optional.empty();
        };
    }

    private static Optional<Term.Members> members(Term term) {
        return term instanceof Term.Members members && members.complete() ? Optional.of(members) : Optional.empty();
    }

    private static Optional<List<Term>> list(Term term) {
        return term instanceof Term.Elements list ? Optional.of(list.elements()) : Optional.empty();
    }

    private static Optional<Integer> length(Term term) {
        return members(term)
                .map(all -> all.entries().size())
                .or(() -> list(term).map(List::size))
                .or(() -> term.text().map(String::length));
    }

    private static Term keys(Term.Members members, Place place) {
        List<Term> keys = new ArrayList<>();
        members.entries().forEach((key, entry) -> keys.add(Term.of(key, entry.keyPlace())));
        return new Term.Elements(keys, place);
    }

    private static Term reversed(List<Term> all, Place place) {
        List<Term> reversed = new ArrayList<>(all);
        java.util.Collections.reverse(reversed);
        return new Term.Elements(reversed, place);
    }

    private static Optional<Term> compact(List<Term> all, Place place) {
        if (all.stream().anyMatch(Term::isUnknown)) {
            return Optional.empty();
        }
        return Optional.of(
                new Term.Elements(
                        all.stream().filter(each -> !each.isAbsent() && each.text().filter(String::isEmpty).isEmpty()).toList(), place));
    }

    private static Optional<Term> contains(Term list, Term asked, Place place) {
        Optional<String> text = asked.text();
        if (text.isEmpty() || !(list instanceof Term.Elements elements)) {
            return Optional.empty();
        }
        if (elements.elements().stream().anyMatch(each -> each.text().equals(text))) {
            return Optional.of(Term.of(true, place));
        }
        return elements.elements().stream().anyMatch(Term::isUnknown) ? Optional.empty() : Optional.of(Term.of(false, place));
    }

    private static Optional<Term> zipped(Term keys, Term values, Place place) {
        if (!(keys instanceof Term.Elements names) || !(values instanceof Term.Elements list) || names.elements().size() != list.elements().size()) {
            return Optional.empty();
        }
        Map<String, Term.Entry> members = new LinkedHashMap<>();
        for (int i = 0; i < names.elements().size(); i++) {
            Term key = names.elements().get(i);
            if (key.text().isEmpty()) {
                return Optional.empty();
            }
            members.put(key.text().get(), new Term.Entry(key.place(), list.elements().get(i)));
        }
        return Optional.of(new Term.Members(members, true, place));
    }

    private static Optional<Term> range(List<Term> arguments, Place place) {
        List<Double> bounds = arguments.stream().flatMap(each -> each.number().stream()).toList();
        if (bounds.size() != arguments.size() || bounds.size() > 2) {
            return Optional.empty();
        }
        double start = bounds.size() == 1 ? 0 : bounds.get(0);
        double end = bounds.get(bounds.size() - 1);
        List<Term> numbers = new ArrayList<>();
        for (double each = start; each < end && numbers.size() < MOST; each++) {
            numbers.add(Term.of(Operators.plain(each), place));
        }
        return Optional.of(new Term.Elements(numbers, place));
    }

    private static Optional<Term> split(Term delimiter, Term text, Place place) {
        if (delimiter.text().filter(each -> !each.isEmpty()).isEmpty() || text.text().isEmpty()) {
            return Optional.empty();
        }
        List<Term> parts = new ArrayList<>();
        for (String part : text.text().get().split(java.util.regex.Pattern.quote(delimiter.text().get()), -1)) {
            parts.add(Term.of(part, text.place()));
        }
        return Optional.of(new Term.Elements(parts, place));
    }
}
