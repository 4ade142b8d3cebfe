package dev.dovetail.config.cloudformation;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Nodes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * SAM's {@code Globals}: properties that every resource of a type has. Mappings merge by key, lists
 * are put before the resource's own, anything else gives way to what the resource says. See
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy-globals.html
 */
final class Globals {

    private static final String PREFIX = "AWS::Serverless::";

    private final Optional<ConfigNode> declared;

    Globals(Optional<ConfigNode> declared) {
        this.declared = declared;
    }

    /** The properties of a resource with the globals of its type. */
    ConfigNode merged(String type, ConfigNode resource) {
        ConfigNode own =
                resource.get("Properties")
                        .orElse(new ConfigNode.Mapping(List.of(), "", resource.place()));
        if (!type.startsWith(PREFIX)) {
            return own;
        }
        Optional<ConfigNode> globals =
                declared.flatMap(all -> all.get(type.substring(PREFIX.length())));
        return globals.map(each -> merge(without(each, ignored(resource)), own)).orElse(own);
    }

    private static Set<String> ignored(ConfigNode resource) {
        Set<String> names = new HashSet<>();
        resource.get("IgnoreGlobals").map(Nodes::elements).orElse(List.of())
                .forEach(each -> Nodes.text(each).ifPresent(names::add));
        return names;
    }

    private static ConfigNode without(ConfigNode node, Set<String> names) {
        if (names.isEmpty() || !(node instanceof ConfigNode.Mapping mapping)) {
            return node;
        }
        return new ConfigNode.Mapping(
                mapping.entries().stream()
                        .filter(entry -> !names.contains("*") && !names.contains(entry.key()))
                        .toList(),
                mapping.tag(),
                mapping.place());
    }

    private static ConfigNode merge(ConfigNode global, ConfigNode own) {
        boolean literal = Intrinsic.of(global).isEmpty() && Intrinsic.of(own).isEmpty();
        if (literal
                && global instanceof ConfigNode.Mapping globals
                && own instanceof ConfigNode.Mapping owns) {
            List<ConfigNode.Entry> entries = new ArrayList<>();
            for (ConfigNode.Entry entry : globals.entries()) {
                if (owns.entry(entry.key()).isEmpty()) {
                    entries.add(entry);
                }
            }
            for (ConfigNode.Entry entry : owns.entries()) {
                ConfigNode value =
                        globals.get(entry.key())
                                .map(each -> merge(each, entry.value()))
                                .orElse(entry.value());
                entries.add(new ConfigNode.Entry(entry.key(), entry.keyPlace(), value));
            }
            return new ConfigNode.Mapping(entries, "", owns.place());
        }
        if (literal
                && global instanceof ConfigNode.Sequence globals
                && own instanceof ConfigNode.Sequence owns) {
            List<ConfigNode> elements = new ArrayList<>(globals.elements());
            elements.addAll(owns.elements());
            return new ConfigNode.Sequence(elements, "", owns.place());
        }
        return own;
    }
}
