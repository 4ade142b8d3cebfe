package dev.dovetail.config.cloudformation;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Nodes;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters of a template: what the deploy's own config gives them, or else their defaults. */
final class Parameters {

    private final Optional<ConfigNode> declared;
    private final Map<String, ConfigNode> overrides;

    Parameters(Optional<ConfigNode> declared, Map<String, ConfigNode> overrides) {
        this.declared = declared;
        this.overrides = Map.copyOf(overrides);
    }

    /** The value of a parameter; empty when only the deploy gives it one. */
    Optional<ConfigNode> value(String name) {
        Optional<ConfigNode> parameter = declared.flatMap(all -> all.get(name));
        if (parameter.isEmpty()) {
            return Optional.empty();
        }
        String type = Nodes.text(parameter.get(), "Type").orElse("String");
        // The default of these is the name under which the value is stored.
        if (type.startsWith("AWS::SSM::")) {
            return Optional.empty();
        }
        ConfigNode given = overrides.get(name);
        Optional<ConfigNode> value =
                given != null ? Optional.of(given) : parameter.get().get("Default");
        boolean list = type.startsWith("List<") || type.equals("CommaDelimitedList");
        return value.filter(node -> Intrinsic.of(node).isEmpty())
                .map(
                        node ->
                                list
                                        ? Nodes.text(node)
                                                .map(text -> split(text, ",", node.place()))
                                                .orElse(node)
                                        : node);
    }

    /** A text as the list that it stands for. */
    static ConfigNode split(String text, String delimiter, Place place) {
        List<ConfigNode> elements = new ArrayList<>();
        int start = 0;
        for (int at = text.indexOf(delimiter); at >= 0; at = text.indexOf(delimiter, start)) {
            elements.add(Intrinsics.literal(text.substring(start, at).strip(), place));
            start = at + delimiter.length();
        }
        elements.add(Intrinsics.literal(text.substring(start).strip(), place));
        return new ConfigNode.Sequence(elements, "", place);
    }
}
