package dev.dovetail.config.cloudformation;

import dev.dovetail.config.ConfigNode;
import java.util.Optional;

/**
 * A call of an intrinsic function, in whichever form it is written: {@code !Sub x} and {@code
 * {"Fn::Sub": x}} are the same.
 *
 * @param name without {@code Fn::} and {@code !}
 */
record Intrinsic(String name, ConfigNode argument) {

    private static final String PREFIX = "Fn::";

    static Optional<Intrinsic> of(ConfigNode node) {
        String tag = tag(node);
        if (tag.startsWith("!")) {
            return Optional.of(new Intrinsic(tag.substring(1), untagged(node)));
        }
        if (node instanceof ConfigNode.Mapping mapping && mapping.entries().size() == 1) {
            ConfigNode.Entry entry = mapping.entries().get(0);
            if (entry.key().equals("Ref")) {
                return Optional.of(new Intrinsic("Ref", entry.value()));
            }
            if (entry.key().startsWith(PREFIX)) {
                return Optional.of(
                        new Intrinsic(entry.key().substring(PREFIX.length()), entry.value()));
            }
        }
        return Optional.empty();
    }

    private static String tag(ConfigNode node) {
        if (node instanceof ConfigNode.Scalar scalar) {
            return scalar.tag();
        }
        return node instanceof ConfigNode.Sequence sequence
                ? sequence.tag()
                : ((ConfigNode.Mapping) node).tag();
    }

    private static ConfigNode untagged(ConfigNode node) {
        if (node instanceof ConfigNode.Scalar scalar) {
            return new ConfigNode.Scalar(scalar.text(), scalar.text(), "", scalar.place());
        }
        if (node instanceof ConfigNode.Sequence sequence) {
            return new ConfigNode.Sequence(sequence.elements(), "", sequence.place());
        }
        ConfigNode.Mapping mapping = (ConfigNode.Mapping) node;
        return new ConfigNode.Mapping(mapping.entries(), "", mapping.place());
    }
}
