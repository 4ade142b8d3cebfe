package dev.dovetail.config;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Questions that every config reader asks of {@link ConfigNode}s. */
public final class Nodes {

    private Nodes() {}

    /** The node at a path of keys. */
    public static Optional<ConfigNode> at(ConfigNode node, String... keys) {
        Optional<ConfigNode> found = Optional.of(node);
        for (String key : keys) {
            found = found.flatMap(each -> each.get(key));
        }
        return found;
    }

    /** The text of a scalar; empty for an empty value. */
    public static Optional<String> text(ConfigNode node) {
        return node instanceof ConfigNode.Scalar scalar && scalar.value() != null
                ? Optional.of(scalar.text())
                : Optional.empty();
    }

    public static Optional<String> text(ConfigNode node, String... keys) {
        return at(node, keys).flatMap(Nodes::text);
    }

    /** The elements of a list; a single node stands for a list of it. */
    public static List<ConfigNode> elements(ConfigNode node) {
        if (node instanceof ConfigNode.Sequence sequence) {
            return sequence.elements();
        }
        return node instanceof ConfigNode.Scalar scalar && scalar.value() == null
                ? List.of()
                : List.of(node);
    }

    public static List<ConfigNode.Entry> entries(Optional<ConfigNode> node) {
        return node.orElse(null) instanceof ConfigNode.Mapping mapping
                ? mapping.entries()
                : List.of();
    }

    /** The value of a scalar as a setting's value, unknown while it holds an unresolved variable. */
    public static Value value(ConfigNode node, Predicate<String> unresolved) {
        if (node instanceof ConfigNode.Scalar scalar && scalar.value() != null) {
            return unresolved.test(scalar.text())
                    ? new Value.Unknown("it is computed when the deploy runs")
                    : Value.of(scalar.value());
        }
        return new Value.Unknown("it is computed when the deploy runs");
    }

    /** A number times a factor, such as seconds to milliseconds; empty when it is not known. */
    public static Optional<Setting> scaled(
            ConfigNode node, double factor, Predicate<String> unresolved) {
        return value(node, unresolved)
                .number()
                .map(number -> Setting.at(new Value.Known(number * factor), node.place()));
    }
}
