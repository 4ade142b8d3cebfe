package dev.dovetail.config.cloudformation;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Unrolls {@code Fn::ForEach}; a loop over what only the deploy knows yields nothing. */
final class Loops {

    private static final String KEY = "Fn::ForEach::";

    /** Rounds of one loop and depth of loops in loops; more is a mistake or an attack. */
    private static final int MOST_ROUNDS = 200;

    private static final int DEEPEST = 3;

    private Loops() {}

    static boolean isLoop(ConfigNode.Entry entry) {
        return entry.key().startsWith(KEY);
    }

    static List<ConfigNode.Entry> unrolled(List<ConfigNode.Entry> entries, Intrinsics intrinsics) {
        return unrolled(entries, intrinsics, 0);
    }

    private static List<ConfigNode.Entry> unrolled(
            List<ConfigNode.Entry> entries, Intrinsics intrinsics, int depth) {
        if (entries.stream().noneMatch(Loops::isLoop)) {
            return entries;
        }
        List<ConfigNode.Entry> unrolled = new ArrayList<>();
        for (ConfigNode.Entry entry : entries) {
            if (!isLoop(entry)) {
                unrolled.add(entry);
            } else if (depth < DEEPEST && entry.value() instanceof ConfigNode.Sequence loop) {
                unrolled.addAll(rounds(loop, intrinsics, depth));
            }
        }
        return unrolled;
    }

    private static List<ConfigNode.Entry> rounds(
            ConfigNode.Sequence loop, Intrinsics intrinsics, int depth) {
        List<ConfigNode.Entry> rounds = new ArrayList<>();
        if (loop.elements().size() != 3) {
            return rounds;
        }
        Optional<String> name = Nodes.text(loop.elements().get(0));
        List<ConfigNode> values = intrinsics.elements(loop.elements().get(1));
        for (ConfigNode value : values.subList(0, Math.min(values.size(), MOST_ROUNDS))) {
            Optional<String> text = Nodes.text(value).filter(each -> !intrinsics.isUnresolved(value));
            if (name.isPresent()
                    && text.isPresent()
                    && round(loop.elements().get(2), name.get(), text.get())
                            instanceof ConfigNode.Mapping body) {
                rounds.addAll(unrolled(body.entries(), intrinsics, depth + 1));
            }
        }
        return rounds;
    }

    /** The loop's body with its variable replaced in keys and texts. */
    private static ConfigNode round(ConfigNode node, String name, String value) {
        if (node instanceof ConfigNode.Scalar scalar) {
            if (scalar.tag().equals("!Ref") && scalar.text().equals(name)) {
                return Intrinsics.literal(value, scalar.place());
            }
            String text = replaced(scalar.text(), name, value);
            return text.equals(scalar.text())
                    ? scalar
                    : new ConfigNode.Scalar(text, text, scalar.tag(), scalar.place());
        }
        if (node instanceof ConfigNode.Sequence sequence) {
            return new ConfigNode.Sequence(
                    sequence.elements().stream().map(each -> round(each, name, value)).toList(),
                    sequence.tag(),
                    sequence.place());
        }
        ConfigNode.Mapping mapping = (ConfigNode.Mapping) node;
        if (Nodes.text(mapping, "Ref").filter(name::equals).isPresent()) {
            return Intrinsics.literal(value, mapping.place());
        }
        return new ConfigNode.Mapping(
                mapping.entries().stream()
                        .map(
                                entry ->
                                        new ConfigNode.Entry(
                                                replaced(entry.key(), name, value),
                                                entry.keyPlace(),
                                                round(entry.value(), name, value)))
                        .toList(),
                mapping.tag(),
                mapping.place());
    }

    private static String replaced(String text, String name, String value) {
        return text.replace("${" + name + "}", value)
                .replace("&{" + name + "}", value.replaceAll("[^A-Za-z0-9]", ""));
    }
}
