package dev.dovetail.config.cloudformation;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.Setting;
import dev.dovetail.config.Value;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One template: its resources by logical id, with intrinsic functions evaluated on the way. */
final class Template {

    /**
     * A resource.
     *
     * @param place its logical id
     */
    record Resource(String id, String type, Place place, ConfigNode body) {

        ConfigNode properties() {
            return body.get("Properties").orElse(body);
        }
    }

    private final String file;
    private final ConfigNode document;
    private final Intrinsics intrinsics;
    private final Map<String, Resource> resources = new LinkedHashMap<>();
    private boolean complete = true;

    Template(String file, ConfigNode document) {
        this.file = file;
        this.document = document;
        this.intrinsics = new Intrinsics(document);
        for (ConfigNode.Entry entry : Nodes.entries(document.get("Resources"))) {
            Optional<String> type = Nodes.text(entry.value(), "Type");
            if (type.isEmpty()) {
                // Fn::ForEach and Fn::Transform make resources that cannot be seen.
                complete = false;
                continue;
            }
            Optional<String> condition = Nodes.text(entry.value(), "Condition");
            boolean left = condition.filter(intrinsics::isSurelyFalse).isPresent();
            if (!left) {
                resources.put(
                        entry.key(),
                        new Resource(entry.key(), type.get(), entry.keyPlace(), entry.value()));
            }
        }
        complete &= document.get("Transform").stream().allMatch(Template::isSamAlone);
    }

    private static boolean isSamAlone(ConfigNode transform) {
        return Nodes.elements(transform).stream()
                .allMatch(
                        each ->
                                Nodes.text(each)
                                        .filter(text -> text.startsWith("AWS::Serverless-"))
                                        .isPresent());
    }

    /** Whether all resources could be read. */
    boolean isComplete() {
        return complete;
    }

    String folder() {
        return Paths.parent(file);
    }

    ConfigNode document() {
        return document;
    }

    List<Resource> resources() {
        return List.copyOf(resources.values());
    }

    List<Resource> resourcesOf(String type) {
        return resources.values().stream().filter(each -> each.type().equals(type)).toList();
    }

    Optional<Resource> resource(String id) {
        return Optional.ofNullable(resources.get(id));
    }

    /** The node at keys of another, evaluated; empty when it is not there or has no value. */
    Optional<ConfigNode> at(ConfigNode node, String... keys) {
        ConfigNode at = intrinsics.evaluate(node);
        for (String key : keys) {
            if (Intrinsics.isUnknown(at)) {
                return Optional.of(at);
            }
            Optional<ConfigNode> next = at.get(key);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            at = intrinsics.evaluate(next.get());
        }
        return Intrinsics.isNoValue(at) ? Optional.empty() : Optional.of(at);
    }

    /** A text that is known for certain. */
    Optional<String> text(ConfigNode node, String... keys) {
        return at(node, keys).filter(found -> !Intrinsics.isUnknown(found)).flatMap(Nodes::text);
    }

    /** Elements of a list, each evaluated; a list that is computed has none. */
    List<ConfigNode> elements(ConfigNode node, String... keys) {
        List<ConfigNode> found = new ArrayList<>();
        at(node, keys)
                .filter(list -> !Intrinsics.isUnknown(list))
                .ifPresent(
                        list ->
                                Nodes.elements(list)
                                        .forEach(each -> at(each).ifPresent(found::add)));
        return found;
    }

    /** Fields of a mapping; those of an unknown one are none. */
    List<ConfigNode.Entry> entries(ConfigNode node, String... keys) {
        return Nodes.entries(at(node, keys));
    }

    static Value value(ConfigNode node) {
        return Intrinsics.isUnknown(node)
                ? new Value.Unknown("it is computed when the stack is made")
                : Nodes.value(node, text -> text.contains("{{resolve:"));
    }

    static Setting setting(ConfigNode node) {
        return Setting.at(value(node), node.place());
    }

    /** A number of another unit of measure. */
    static Setting scaled(ConfigNode node, double factor) {
        Value value =
                value(node)
                        .number()
                        .map(number -> Value.of(number * factor))
                        .orElse(new Value.Unknown("it is computed when the stack is made"));
        return Setting.at(value, node.place());
    }

    /** Logical ids that a node mentions, by whatever function. */
    Set<String> mentions(ConfigNode node) {
        return References.in(node);
    }

    boolean isUnknown(ConfigNode node) {
        return Intrinsics.isUnknown(node);
    }
}
