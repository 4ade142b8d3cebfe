package dev.dovetail.config.cloudformation;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Nodes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The conditions of a template, with three truth values: empty is unknown. */
final class Conditions {

    private final Optional<ConfigNode> declared;
    private final Intrinsics intrinsics;
    private final Map<String, Optional<Boolean>> known = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    Conditions(Optional<ConfigNode> declared, Intrinsics intrinsics) {
        this.declared = declared;
        this.intrinsics = intrinsics;
    }

    /** Whether a condition holds; one that is not declared, or contains itself, is unknown. */
    Optional<Boolean> holds(String name) {
        Optional<Boolean> before = known.get(name);
        if (before != null) {
            return before;
        }
        if (!open.add(name)) {
            return Optional.empty();
        }
        Optional<Boolean> holds =
                declared.flatMap(all -> all.get(name)).flatMap(this::evaluate);
        open.remove(name);
        known.put(name, holds);
        return holds;
    }

    private Optional<Boolean> evaluate(ConfigNode node) {
        Optional<String> named = node.get("Condition").flatMap(Nodes::text);
        if (named.isPresent()) {
            return holds(named.get());
        }
        Optional<Intrinsic> call = Intrinsic.of(node);
        if (call.isEmpty()) {
            return Nodes.text(node)
                    .filter(text -> text.equals("true") || text.equals("false"))
                    .map(Boolean::valueOf);
        }
        ConfigNode argument = call.get().argument();
        List<ConfigNode> parts = Nodes.elements(argument);
        return switch (call.get().name()) {
            case "Condition" -> Nodes.text(argument).flatMap(this::holds);
            case "Equals" -> parts.size() == 2 ? equal(parts) : Optional.empty();
            case "And" -> all(parts, true);
            case "Or" -> all(parts, false);
            case "Not" ->
                    parts.size() == 1
                            ? evaluate(parts.get(0)).map(holds -> !holds)
                            : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<Boolean> equal(List<ConfigNode> parts) {
        Optional<String> one = text(parts.get(0));
        Optional<String> other = text(parts.get(1));
        return one.isPresent() && other.isPresent()
                ? Optional.of(one.get().equals(other.get()))
                : Optional.empty();
    }

    private Optional<String> text(ConfigNode node) {
        ConfigNode resolved = intrinsics.resolve(node, true);
        return intrinsics.isUnresolved(resolved) || !(resolved instanceof ConfigNode.Scalar scalar)
                ? Optional.empty()
                : Optional.of(scalar.text());
    }

    /** All parts hold, for {@code wanted}; some part holds, otherwise. */
    private Optional<Boolean> all(List<ConfigNode> parts, boolean wanted) {
        boolean unknown = false;
        for (ConfigNode part : parts) {
            Optional<Boolean> holds = evaluate(part);
            if (holds.isPresent() && holds.get() != wanted) {
                return Optional.of(!wanted);
            }
            unknown |= holds.isEmpty();
        }
        return unknown ? Optional.empty() : Optional.of(wanted);
    }
}
