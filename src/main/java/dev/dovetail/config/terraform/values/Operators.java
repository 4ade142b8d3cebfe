package dev.dovetail.config.terraform.values;

import dev.dovetail.workspace.Place;
import java.util.List;
import java.util.Optional;

/** Operators on what is known; {@code &&} and {@code ||} may be known by one side alone. */
final class Operators {

    private Operators() {}

    static Term apply(String operator, Term operand, Place place) {
        if (operator.equals("!")) {
            return operand.truth().map(truth -> Term.of(!truth, place)).orElseGet(() -> Term.unknown(place, List.of(operand)));
        }
        return operand.number().map(number -> Term.of(plain(-number), place)).orElseGet(() -> Term.unknown(place, List.of(operand)));
    }

    static Term apply(String operator, Term left, Term right, Place place) {
        Optional<Object> result =
                switch (operator) {
                    case "&&" -> logic(left.truth(), right.truth(), false);
                    case "||" -> logic(left.truth(), right.truth(), true);
                    case "==" -> equal(left, right).map(each -> each);
                    case "!=" -> equal(left, right).map(same -> !same);
                    default -> arithmetic(operator, left.number(), right.number());
                };
        return result.map(value -> Term.of(value, place)).orElseGet(() -> Term.unknown(place, List.of(left, right)));
    }

    private static Optional<Object> logic(Optional<Boolean> left, Optional<Boolean> right, boolean decisive) {
        if (left.equals(Optional.of(decisive)) || right.equals(Optional.of(decisive))) {
            return Optional.of(decisive);
        }
        return left.isPresent() && right.isPresent() ? Optional.of(!decisive) : Optional.empty();
    }

    private static Optional<Boolean> equal(Term left, Term right) {
        if (left.isUnknown() || right.isUnknown()) {
            return Optional.empty();
        }
        if (left.isAbsent() || right.isAbsent()) {
            return Optional.of(left.isAbsent() && right.isAbsent());
        }
        if (left.text().isPresent() && right.text().isPresent()) {
            return Optional.of(left.text().equals(right.text()));
        }
        // Of collections only emptiness is compared.
        boolean collections = isCollection(left) && isCollection(right);
        int one = left.entries().size() + (left instanceof Term.Elements list ? list.elements().size() : 0);
        int other = right.entries().size() + (right instanceof Term.Elements list ? list.elements().size() : 0);
        return collections && (one == 0 || other == 0) ? Optional.of(one == other) : Optional.empty();
    }

    private static boolean isCollection(Term term) {
        return term instanceof Term.Elements || term instanceof Term.Members members && members.complete();
    }

    private static Optional<Object> arithmetic(String operator, Optional<Double> left, Optional<Double> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        double one = left.get();
        double other = right.get();
        return switch (operator) {
            case "+" -> Optional.of(plain(one + other));
            case "-" -> Optional.of(plain(one - other));
            case "*" -> Optional.of(plain(one * other));
            case "/" -> other == 0 ? Optional.empty() : Optional.of(plain(one / other));
            case "%" -> other == 0 ? Optional.empty() : Optional.of(plain(one % other));
            case "<" -> Optional.of(one < other);
            case ">" -> Optional.of(one > other);
            case "<=" -> Optional.of(one <= other);
            case ">=" -> Optional.of(one >= other);
            default -> Optional.empty();
        };
    }

    /** A whole number as such. */
    static Object plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15 ? (Object) (long) number : (Object) number;
    }
}
