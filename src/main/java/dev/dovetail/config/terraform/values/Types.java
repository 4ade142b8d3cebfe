package dev.dovetail.config.terraform.values;

import dev.dovetail.config.terraform.hcl.Expression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Defaults that a variable's type gives: {@code object({memory = optional(number, 128)})}. */
final class Types {

    private Types() {}

    /** A value with the members that its type adds. */
    static Term filled(Term value, Expression type, Evaluator evaluator) {
        if (!(type instanceof Expression.Call call) || call.arguments().isEmpty()) {
            return value;
        }
        Expression inner = call.arguments().get(0);
        return switch (call.function()) {
            case "object" -> inner instanceof Expression.Mapping mapping ? object(value, mapping, evaluator) : value;
            case "map" -> map(value, inner, evaluator);
            case "list", "set" -> list(value, inner, evaluator);
            case "optional" -> filled(value, inner, evaluator);
            default -> value;
        };
    }

    private static Term object(Term value, Expression.Mapping type, Evaluator evaluator) {
        if (!(value instanceof Term.Members members)) {
            return value;
        }
        Map<String, Term.Entry> filled = new LinkedHashMap<>(members.entries());
        for (Expression.Item item : type.items()) {
            String name = evaluator.evaluate(item.key()).text().orElse("");
            Term.Entry own = filled.get(name);
            if (own != null && !own.value().isAbsent()) {
                filled.put(name, new Term.Entry(own.keyPlace(), filled(own.value(), item.value(), evaluator)));
            } else if (members.complete()
                    && item.value() instanceof Expression.Call call
                    && call.function().equals("optional")) {
                Term byDefault =
                        call.arguments().size() < 2
                                ? new Term.Absent(call.place())
                                : filled(evaluator.evaluate(call.arguments().get(1)), call.arguments().get(0), evaluator);
                filled.put(name, new Term.Entry(item.key().place(), byDefault));
            }
        }
        return new Term.Members(filled, members.complete(), members.place());
    }

    private static Term map(Term value, Expression type, Evaluator evaluator) {
        if (!(value instanceof Term.Members members)) {
            return value;
        }
        Map<String, Term.Entry> filled = new LinkedHashMap<>();
        members.entries().forEach((key, entry) -> filled.put(key, new Term.Entry(entry.keyPlace(), filled(entry.value(), type, evaluator))));
        return new Term.Members(filled, members.complete(), members.place());
    }

    private static Term list(Term value, Expression type, Evaluator evaluator) {
        if (!(value instanceof Term.Elements list)) {
            return value;
        }
        List<Term> filled = new ArrayList<>();
        list.elements().forEach(each -> filled.add(filled(each, type, evaluator)));
        return new Term.Elements(filled, list.place());
    }
}
