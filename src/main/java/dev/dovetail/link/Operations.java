package dev.dovetail.link;

import java.util.List;

/** Operators on folded values. */
final class Operations {

    private Operations() {}

    /**
     * @param startedHere whether the file at hand is the script that the process was started with
     */
    static Folded apply(String operator, List<Folded> operands, Truth startedHere) {
        boolean fromEnvironment = operands.stream().anyMatch(Folded::dependsOnEnvironment);
        Folded unknown = new Folded.Unknown(fromEnvironment);
        if (operands.isEmpty()) {
            return unknown;
        }
        Folded left = operands.get(0);
        if (operands.size() == 1) {
            return switch (operator) {
                case "!" -> ofTruth(left.truth().not(), unknown);
                case "neg" -> left.number().map(n -> Folded.of(-n)).orElse(unknown);
                case "+" -> left.number().map(Folded::of).orElse(unknown);
                default -> unknown;
            };
        }
        Folded right = operands.get(1);
        return switch (operator) {
            case "&&" -> both(left, right);
            case "||" -> either(left, right);
            case "??" -> left instanceof Folded.Nothing ? right
                    : left instanceof Folded.Known ? left : Folder.choice(List.of(left, right));
            case "==", "===" -> ofTruth(equal(left, right, startedHere), unknown);
            case "!=", "!==" -> ofTruth(equal(left, right, startedHere).not(), unknown);
            case "+" -> plus(left, right, unknown);
            case "/" ->
                    isText(left) || isText(right)
                            ? FoldingCalls.append(left, right)
                            : arithmetic(operator, left, right, unknown);
            case "-", "*", "%", "**" -> arithmetic(operator, left, right, unknown);
            case "<", "<=", ">", ">=" -> compare(operator, left, right, unknown);
            default -> unknown;
        };
    }

    static Folded concatenate(Folded left, Folded right) {
        if (left.text().isPresent() && right.text().isPresent()) {
            return new Folded.Known(left.text().get() + right.text().get());
        }
        if (left instanceof Folded.Choice choice && right.text().isPresent()) {
            return Folder.choice(
                    choice.options().stream().map(option -> concatenate(option, right)).toList());
        }
        return new Folded.Partial(prefix(left, right), suffix(left, right));
    }

    private static String prefix(Folded left, Folded right) {
        if (left.text().isPresent()) {
            return left.text().get() + startOf(right);
        }
        return startOf(left);
    }

    private static String suffix(Folded left, Folded right) {
        if (right.text().isPresent()) {
            return endOf(left) + right.text().get();
        }
        return endOf(right);
    }

    private static String startOf(Folded value) {
        return value instanceof Folded.Partial partial
                ? partial.prefix()
                : value.text().orElse("");
    }

    private static String endOf(Folded value) {
        return value instanceof Folded.Partial partial
                ? partial.suffix()
                : value.text().orElse("");
    }

    private static Folded both(Folded left, Folded right) {
        return switch (left.truth()) {
            case NO -> left;
            case YES -> right;
            case UNKNOWN ->
                    right.truth() == Truth.NO ? right : Folder.choice(List.of(left, right));
        };
    }

    private static Folded either(Folded left, Folded right) {
        return switch (left.truth()) {
            case YES -> left;
            case NO -> right;
            case UNKNOWN ->
                    right.truth() == Truth.YES && left.equals(right)
                            ? right
                            : Folder.choice(List.of(left, right));
        };
    }

    private static Truth equal(Folded left, Folded right, Truth startedHere) {
        if (left instanceof Folded.MainModule || right instanceof Folded.MainModule) {
            return startedHere;
        }
        if (left instanceof Folded.Nothing && right instanceof Folded.Nothing) {
            return Truth.YES;
        }
        if (left instanceof Folded.Nothing || right instanceof Folded.Nothing) {
            Folded other = left instanceof Folded.Nothing ? right : left;
            boolean there = other instanceof Folded.Known || other instanceof Folded.Structure;
            return there ? Truth.NO : Truth.UNKNOWN;
        }
        if (left.text().isPresent() && right.text().isPresent()) {
            return Truth.of(left.text().get().equals(right.text().get()));
        }
        return Truth.UNKNOWN;
    }

    private static Folded plus(Folded left, Folded right, Folded unknown) {
        boolean numbers =
                left instanceof Folded.Known l
                        && l.literal() instanceof Double
                        && right instanceof Folded.Known r
                        && r.literal() instanceof Double;
        if (numbers) {
            return arithmetic("+", left, right, unknown);
        }
        return isText(left) || isText(right) ? concatenate(left, right) : unknown;
    }

    private static boolean isText(Folded value) {
        return value instanceof Folded.Known known && known.literal() instanceof String
                || value instanceof Folded.Partial;
    }

    private static Folded arithmetic(String operator, Folded left, Folded right, Folded unknown) {
        if (left.number().isEmpty() || right.number().isEmpty()) {
            return unknown;
        }
        double a = left.number().get();
        double b = right.number().get();
        double value =
                switch (operator) {
                    case "+" -> a + b;
                    case "-" -> a - b;
                    case "*" -> a * b;
                    case "/" -> a / b;
                    case "%" -> a % b;
                    default -> Math.pow(a, b);
                };
        return Double.isFinite(value) ? Folded.of(value) : unknown;
    }

    private static Folded compare(String operator, Folded left, Folded right, Folded unknown) {
        if (left.number().isEmpty() || right.number().isEmpty()) {
            return unknown;
        }
        int order = Double.compare(left.number().get(), right.number().get());
        return Folded.of(
                switch (operator) {
                    case "<" -> order < 0;
                    case "<=" -> order <= 0;
                    case ">" -> order > 0;
                    default -> order >= 0;
                });
    }

    private static Folded ofTruth(Truth truth, Folded unknown) {
        return truth == Truth.UNKNOWN ? unknown : Folded.of(truth == Truth.YES);
    }
}
