package dev.dovetail.judge.contracts;

import dev.dovetail.link.Context;
import dev.dovetail.link.EntryBinding;
import dev.dovetail.link.Truth;
import dev.dovetail.source.Expr;
import dev.dovetail.source.Guard;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.source.Use;
import dev.dovetail.workspace.Place;
import java.util.List;
import java.util.Optional;

/** Where a handler looks at the request's method and turns a GET away. */
final class MethodGuard {

    private static final String GET = "GET";

    /** The status of an answer to a method that is not served. */
    private static final long METHOD_NOT_ALLOWED = 405;

    private MethodGuard() {}

    /** The answer 405 that a GET is sure to get from a function that the platform calls. */
    static Optional<Place> refusalOfGet(EntryBinding.Found found) {
        for (EntryBinding.Root root : found.roots()) {
            SourceSummary file = root.function().file();
            if (root.context() != Context.REQUEST) {
                continue;
            }
            for (Use use : file.uses()) {
                if (use.definition() == root.function().definition()
                        && use.kind() != Use.Kind.READ
                        && refuses(use)
                        && runsForGet(file, use.guard())) {
                    return Optional.of(file.place(use.region()));
                }
            }
        }
        return Optional.empty();
    }

    /** {@code status(405)}, or an answer with {@code {status: 405}}. */
    private static boolean refuses(Use use) {
        return use.arguments().stream()
                .map(Use.Argument::value)
                .anyMatch(
                        value ->
                                isStatus(value)
                                        || value instanceof Expr.ObjectOf object
                                                && object.properties().stream()
                                                        .anyMatch(
                                                                each ->
                                                                        each.name().equals("status")
                                                                                && isStatus(
                                                                                        each.value())));
    }

    private static boolean isStatus(Expr value) {
        return value instanceof Expr.Literal literal
                && Long.valueOf(METHOD_NOT_ALLOWED).equals(literal.value());
    }

    /** Whether a part runs because the method is GET, and no condition about it keeps GET out. */
    private static boolean runsForGet(SourceSummary file, int guard) {
        boolean decided = false;
        for (int at = guard; at >= 0; at = file.guards().get(at).parent()) {
            Guard each = file.guards().get(at);
            Truth condition = evaluate(each.condition());
            Truth runs = each.holds() ? condition : condition.not();
            if (runs == Truth.NO) {
                return false;
            }
            decided |= runs == Truth.YES;
        }
        return decided;
    }

    /** A condition when {@code request.method} is GET and all else is open. */
    private static Truth evaluate(Expr condition) {
        if (!(condition instanceof Expr.Operation operation)) {
            return Truth.UNKNOWN;
        }
        List<Expr> operands = operation.operands();
        return switch (operation.operator()) {
            case "!" -> evaluate(operands.get(0)).not();
            case "&&" -> evaluate(operands.get(0)).and(evaluate(operands.get(1)));
            case "||" -> evaluate(operands.get(0)).or(evaluate(operands.get(1)));
            case "==", "===" -> equal(operands.get(0), operands.get(1));
            case "!=", "!==" -> equal(operands.get(0), operands.get(1)).not();
            default -> Truth.UNKNOWN;
        };
    }

    private static Truth equal(Expr one, Expr other) {
        if (isMethod(other)) {
            return equal(other, one);
        }
        return isMethod(one)
                        && other instanceof Expr.Literal literal
                        && literal.value() instanceof String text
                ? Truth.of(text.equals(GET))
                : Truth.UNKNOWN;
    }

    private static boolean isMethod(Expr expr) {
        return expr instanceof Expr.Member member && member.name().equals("method");
    }
}
