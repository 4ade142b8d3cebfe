package dev.dovetail.config.kubernetes.helm;

import java.util.List;

/** An expression within an action. */
sealed interface Expr {

    record Literal(Object value) implements Expr {}

    /** {@code .a.b}: from what the dot stands for. */
    record Dot(List<String> path) implements Expr {}

    /** {@code $x.a.b}; the name is empty for {@code $}, the root. */
    record Variable(String name, List<String> path) implements Expr {}

    /** {@code (expression).a.b}. */
    record Chain(Expr of, List<String> path) implements Expr {}

    /** {@code name argument argument}. */
    record Call(String name, List<Expr> arguments) implements Expr {}

    /** {@code .Files.Get "x"}: a method of what the target gives. */
    record Method(Expr target, List<Expr> arguments) implements Expr {}
}
