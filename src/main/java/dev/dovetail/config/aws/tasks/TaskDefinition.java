package dev.dovetail.config.aws.tasks;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A task definition, in whatever spelling: JSON's keys begin lower case, CloudFormation's upper case.
 *
 * @param node all of it
 * @param resolve evaluates a template's functions
 * @param spelled turns a key of JSON into the document's own
 */
public record TaskDefinition(ConfigNode node, UnaryOperator<ConfigNode> resolve, UnaryOperator<String> spelled) {

    /** Texts that a template engine or a pipeline fills in. */
    private static final String COMPUTED = ".*(?:\\$\\{|\\{\\{|<[A-Z]|%[A-Z]|__[A-Z]|\\$\\().*";

    public static TaskDefinition ofJson(ConfigNode document) {
        return new TaskDefinition(document, node -> node, key -> key);
    }

    public static TaskDefinition ofTemplate(ConfigNode properties, UnaryOperator<ConfigNode> resolve) {
        return new TaskDefinition(
                properties, resolve, key -> key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1));
    }

    /** What stands at a path of keys beneath a node of this document. */
    Optional<ConfigNode> at(ConfigNode from, String... keys) {
        Optional<ConfigNode> found = Optional.of(resolve.apply(from));
        for (String key : keys) {
            found = found.flatMap(each -> each.get(spelled.apply(key))).map(resolve);
        }
        return found;
    }

    List<ConfigNode> elements(ConfigNode from, String... keys) {
        return at(from, keys).map(Nodes::elements).orElse(List.of()).stream().map(resolve).toList();
    }

    Optional<String> text(ConfigNode from, String... keys) {
        return at(from, keys).flatMap(Nodes::text);
    }

    /** A scalar's value; unknown for what is filled in later. */
    static Value value(ConfigNode node) {
        return Nodes.value(node, text -> text.matches(COMPUTED));
    }

    List<ConfigNode> containers() {
        return elements(node, "containerDefinitions");
    }
}
