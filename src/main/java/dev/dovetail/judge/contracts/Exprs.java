package dev.dovetail.judge.contracts;

import dev.dovetail.link.LinkedUnit;
import dev.dovetail.source.Expr;
import dev.dovetail.source.SourceSummary;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The expressions of one file, walked. */
final class Exprs {

    private static final Set<String> TESTS =
            Set.of("!", "&&", "||", "??", "==", "!=", "===", "!==", "typeof", "in", "<", ">", "<=", ">=");

    private static final int DEEPEST = 60;

    private Exprs() {}

    /**
     * Names and members that the file asks a question about, or has a stand-in for: operands of comparisons and of
     * {@code ||}, tests of branches, and what those ask about in turn.
     */
    static Set<Expr> tested(SourceSummary file) {
        Set<Expr> tested = new HashSet<>();
        file.guards().forEach(guard -> addTest(guard.condition(), tested));
        roots(file, expr -> walk(expr, tested, 0));
        return tested;
    }

    /** The texts that a file writes, whole or as parts of longer ones, keys of objects and members. */
    private static void texts(SourceSummary file, Consumer<String> visitor) {
        file.guards().forEach(guard -> texts(guard.condition(), visitor, 0));
        roots(file, expr -> texts(expr, visitor, 0));
    }

    /** Whether some text that the files of a unit write is as asked. */
    static boolean anyText(LinkedUnit unit, Predicate<String> asked) {
        boolean[] found = {false};
        for (SourceSummary file : unit.files()) {
            texts(file, text -> found[0] |= asked.test(text));
            if (found[0]) {
                return true;
            }
        }
        return false;
    }

    private static void texts(Expr expr, Consumer<String> visitor, int level) {
        if (level > DEEPEST) {
            return;
        }
        if (expr instanceof Expr.Literal literal && literal.value() instanceof String text) {
            visitor.accept(text);
        } else if (expr instanceof Expr.ObjectOf object) {
            object.properties().forEach(property -> visitor.accept(property.name()));
        } else if (expr instanceof Expr.Member member) {
            visitor.accept(member.name());
        }
        parts(expr).forEach(part -> texts(part, visitor, level + 1));
    }

    /** The expressions that an expression is made of. */
    private static List<Expr> parts(Expr expr) {
        if (expr instanceof Expr.Operation operation) {
            return operation.operands();
        }
        if (expr instanceof Expr.Conditional conditional) {
            return List.of(conditional.test(), conditional.then(), conditional.otherwise());
        }
        if (expr instanceof Expr.Concat concat) {
            return concat.parts();
        }
        if (expr instanceof Expr.ObjectOf object) {
            return object.properties().stream().map(Expr.Property::value).toList();
        }
        if (expr instanceof Expr.ListOf list) {
            return list.elements();
        }
        if (expr instanceof Expr.Member member) {
            return List.of(member.object());
        }
        if (expr instanceof Expr.Index index) {
            return List.of(index.object(), index.key());
        }
        return expr instanceof Expr.Awaited awaited ? List.of(awaited.value()) : List.of();
    }

    private static void roots(SourceSummary file, Consumer<Expr> visitor) {
        file.bindings().forEach(binding -> binding.values().forEach(visitor));
        file.uses()
                .forEach(
                        use -> {
                            visitor.accept(use.target());
                            use.arguments().forEach(argument -> visitor.accept(argument.value()));
                        });
        file.writes()
                .forEach(
                        write -> {
                            visitor.accept(write.value());
                            if (!write.operator().equals("=")) {
                                visitor.accept(write.target());
                            }
                        });
        file.exports().forEach(export -> visitor.accept(export.value()));
        file.definitions().forEach(definition -> definition.returns().forEach(visitor));
    }

    private static void walk(Expr expr, Set<Expr> tested, int level) {
        if (level > DEEPEST) {
            return;
        }
        if (expr instanceof Expr.Operation operation && TESTS.contains(operation.operator())) {
            operation.operands().forEach(operand -> addTest(operand, tested));
        } else if (expr instanceof Expr.Conditional conditional) {
            addTest(conditional.test(), tested);
        }
        parts(expr).forEach(part -> walk(part, tested, level + 1));
    }

    private static void addTest(Expr expr, Set<Expr> tested) {
        if (expr instanceof Expr.Operation operation) {
            operation.operands().forEach(operand -> addTest(operand, tested));
        } else if (expr instanceof Expr.Member || expr instanceof Expr.Ref) {
            tested.add(expr);
        }
    }
}
