package dev.dovetail.config.kubernetes.helm;

import java.util.List;
import java.util.Optional;

/**
 * A part of a template.
 *
 * <p>Lines are those of the template's file, from 1.
 */
sealed interface Node {

    record Text(String text, int line) implements Node {}

    /** Prints a value. */
    record Print(Expr value, int line) implements Node {}

    /** {@code $x := value} and {@code $x = value}. */
    record Assign(String name, boolean declares, Expr value) implements Node {}

    record If(Expr condition, List<Node> then, List<Node> otherwise) implements Node {}

    /** {@code with}: runs with the value as the dot, and under a name if it has one. */
    record With(Optional<String> name, Expr value, List<Node> then, List<Node> otherwise) implements Node {}

    /** {@code range}; the names are those of key and element, or of the element alone, or none. */
    record Range(List<String> names, Expr over, List<Node> body, List<Node> otherwise) implements Node {}

    /** {@code template} and {@code block}. */
    record Template(String name, Expr dot, int line) implements Node {}
}
