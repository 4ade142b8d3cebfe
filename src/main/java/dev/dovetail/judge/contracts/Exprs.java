package dev.dovetail.judge.contracts;

import dev.dovetail.source.Expr;
import dev.dovetail.source.SourceSummary;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** The expressions of one file, walked. */
final class Exprs {

    private static final Set<String> TESTS =
            Set.of("!", "&&", "||", "??", "==", "!=", "===", "!==", "typeof", "in", "<", ">", "<=", ">=");

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
        if (level > 60) {
            return;
        }
        if (expr instanceof Expr.Operation operation) {
            if (TESTS.contains(operation.operator())) {
                operation.operands().forEach(operand -> addTest(operand, tested));
            }
            operation.operands().forEach(operand -> walk(operand, tested, level + 1));
        } else if (expr instanceof Expr.Conditional conditional) {
            addTest(conditional.test(), tested);
            walk(conditional.then(), tested, level + 1);
            walk(conditional.otherwise(), tested, level + 1);
        } else if (expr instanceof Expr.Concat concat) {
            concat.parts().forEach(part -> walk(part, tested, level + 1));
        } else if (expr instanceof Expr.ObjectOf object) {
            object.properties().forEach(property -> walk(property.value(), tested, level + 1));
        } else if (expr instanceof Expr.ListOf list) {
            list.elements().forEach(element -> walk(element, tested, level + 1));
        } else if (expr instanceof Expr.Member member) {
            walk(member.object(), tested, level + 1);
        } else if (expr instanceof Expr.Awaited awaited) {
            walk(awaited.value(), tested, level + 1);
        }
    }

    private static void addTest(Expr expr, Set<Expr> tested) {
        if (expr instanceof Expr.Operation operation) {
            operation.operands().forEach(operand -> addTest(operand, tested));
        } else if (expr instanceof Expr.Member || expr instanceof Expr.Ref) {
            tested.add(expr);
        }
    }
}
