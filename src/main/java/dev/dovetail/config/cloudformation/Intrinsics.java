package dev.dovetail.config.cloudformation;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Nodes;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * CloudFormation's intrinsic functions, in their short and long forms.
 *
 * <p>A parameter stands for its default, as a deploy takes it when nobody says otherwise. What only
 * the deploy knows evaluates to a node that {@link #isUnknown} tells.
 */
final class Intrinsics {

    private static final String UNKNOWN = "!dovetail-unknown";
    private static final String NO_VALUE = "!dovetail-no-value";
    private static final int DEEPEST = 40;

    private final ConfigNode document;
    private final Set<String> openConditions = new HashSet<>();
    private int depth;

    Intrinsics(ConfigNode document) {
        this.document = document;
    }

    static boolean isUnknown(ConfigNode node) {
        return node instanceof ConfigNode.Scalar scalar && scalar.tag().equals(UNKNOWN);
    }

    /** Whether a node is {@code AWS::NoValue}: as if it were not written. */
    static boolean isNoValue(ConfigNode node) {
        return node instanceof ConfigNode.Scalar scalar && scalar.tag().equals(NO_VALUE);
    }

    /** A function call: its name without {@code Fn::} and its argument. */
    private record Call(String function, ConfigNode argument) {}

    /** A node with its own function applied; what is within it is left for later. */
    ConfigNode evaluate(ConfigNode node) {
        Optional<Call> call = call(node);
        if (call.isEmpty()) {
            return node;
        }
        if (depth >= DEEPEST) {
            return unknown(node.place());
        }
        depth++;
        try {
            ConfigNode argument = call.get().argument();
            Place place = node.place();
            return switch (call.get().function()) {
                case "Ref" -> reference(argument, place);
                case "Sub" -> substitute(argument, place);
                case "If" -> choose(argument, place);
                case "FindInMap" -> findInMap(argument, place);
                case "Join" -> join(argument, place);
                case "Select" -> select(argument, place);
                case "Split" -> split(argument, place);
                default -> unknown(place);
            };
        } finally {
            depth--;
        }
    }

    private static Optional<Call> call(ConfigNode node) {
        String tag =
                node instanceof ConfigNode.Scalar scalar
                        ? scalar.tag()
                        : node instanceof ConfigNode.Sequence sequence
                                ? sequence.tag()
                                : node instanceof ConfigNode.Mapping mapping ? mapping.tag() : "";
        if (tag.startsWith("!") && !tag.equals(UNKNOWN) && !tag.equals(NO_VALUE)) {
            return Optional.of(new Call(tag.substring(1), node));
        }
        if (node instanceof ConfigNode.Mapping mapping && mapping.entries().size() == 1) {
            ConfigNode.Entry entry = mapping.entries().get(0);
            if (entry.key().equals("Ref")) {
                return Optional.of(new Call("Ref", entry.value()));
            }
            if (entry.key().startsWith("Fn::")) {
                return Optional.of(new Call(entry.key().substring(4), entry.value()));
            }
        }
        return Optional.empty();
    }

    private ConfigNode reference(ConfigNode argument, Place place) {
        String name = Nodes.text(argument).orElse("");
        if (name.equals("AWS::NoValue")) {
            return new ConfigNode.Scalar(null, "", NO_VALUE, place);
        }
        return Nodes.at(document, "Parameters", name, "Default")
                .map(value -> moved(value, place))
                .orElseGet(() -> unknown(place));
    }

    /** A value keeps the place where it is used: that is the line of this unit. */
    private static ConfigNode moved(ConfigNode value, Place place) {
        return value instanceof ConfigNode.Scalar scalar
                ? new ConfigNode.Scalar(scalar.value(), scalar.text(), scalar.tag(), place)
                : value;
    }

    private ConfigNode substitute(ConfigNode argument, Place place) {
        Optional<ConfigNode> names = Optional.empty();
        Optional<String> template = Nodes.text(argument);
        if (argument instanceof ConfigNode.Sequence sequence && sequence.elements().size() == 2) {
            template = Nodes.text(sequence.elements().get(0));
            names = Optional.of(sequence.elements().get(1));
        }
        if (template.isEmpty()) {
            return unknown(place);
        }
        StringBuilder filled = new StringBuilder();
        String text = template.get();
        int at = 0;
        while (true) {
            int open = text.indexOf("${", at);
            int close = open < 0 ? -1 : text.indexOf('}', open);
            if (close < 0) {
                return known(filled.append(text.substring(at)).toString(), place);
            }
            filled.append(text, at, open);
            String name = text.substring(open + 2, close).strip();
            if (name.startsWith("!")) {
                filled.append("${").append(name.substring(1)).append('}');
            } else {
                Optional<String> value =
                        names.flatMap(map -> map.get(name))
                                .or(() -> Nodes.at(document, "Parameters", name, "Default"))
                                .map(this::evaluate)
                                .filter(node -> !isUnknown(node))
                                .flatMap(Nodes::text);
                if (value.isEmpty()) {
                    return unknown(place);
                }
                filled.append(value.get());
            }
            at = close + 1;
        }
    }

    private ConfigNode choose(ConfigNode argument, Place place) {
        List<ConfigNode> parts = Nodes.elements(argument);
        if (parts.size() != 3) {
            return unknown(place);
        }
        Optional<Boolean> holds = Nodes.text(parts.get(0)).flatMap(this::condition);
        return holds.map(yes -> evaluate(yes ? parts.get(1) : parts.get(2)))
                .orElseGet(() -> unknown(place));
    }

    private ConfigNode findInMap(ConfigNode argument, Place place) {
        List<String> keys = new ArrayList<>();
        for (ConfigNode part : Nodes.elements(argument)) {
            ConfigNode key = evaluate(part);
            if (isUnknown(key) || Nodes.text(key).isEmpty()) {
                return unknown(place);
            }
            keys.add(Nodes.text(key).get());
        }
        return keys.size() < 3
                ? unknown(place)
                : Nodes.at(document, "Mappings", keys.get(0), keys.get(1), keys.get(2))
                        .map(value -> moved(value, place))
                        .orElseGet(() -> unknown(place));
    }

    private ConfigNode join(ConfigNode argument, Place place) {
        List<ConfigNode> parts = Nodes.elements(argument);
        if (parts.size() != 2) {
            return unknown(place);
        }
        List<String> texts = new ArrayList<>();
        for (ConfigNode element : Nodes.elements(evaluate(parts.get(1)))) {
            ConfigNode value = evaluate(element);
            Optional<String> text = Nodes.text(value);
            if (isUnknown(value) || text.isEmpty()) {
                return unknown(place);
            }
            texts.add(text.get());
        }
        return known(String.join(Nodes.text(parts.get(0)).orElse(""), texts), place);
    }

    private ConfigNode select(ConfigNode argument, Place place) {
        List<ConfigNode> parts = Nodes.elements(argument);
        if (parts.size() != 2) {
            return unknown(place);
        }
        Optional<Double> position = Template.value(evaluate(parts.get(0))).number();
        ConfigNode list = evaluate(parts.get(1));
        if (position.isEmpty() || !(list instanceof ConfigNode.Sequence sequence)) {
            return unknown(place);
        }
        int index = position.get().intValue();
        return index >= 0 && index < sequence.elements().size()
                ? evaluate(sequence.elements().get(index))
                : unknown(place);
    }

    private ConfigNode split(ConfigNode argument, Place place) {
        List<ConfigNode> parts = Nodes.elements(argument);
        if (parts.size() != 2) {
            return unknown(place);
        }
        ConfigNode whole = evaluate(parts.get(1));
        Optional<String> text = Nodes.text(whole);
        Optional<String> delimiter = Nodes.text(parts.get(0)).filter(each -> !each.isEmpty());
        if (isUnknown(whole) || text.isEmpty() || delimiter.isEmpty()) {
            return unknown(place);
        }
        List<ConfigNode> elements = new ArrayList<>();
        for (String each : text.get().split(java.util.regex.Pattern.quote(delimiter.get()), -1)) {
            elements.add(known(each, place));
        }
        return new ConfigNode.Sequence(elements, "", place);
    }

    /** Whether a condition of the template is false whatever the deploy says. */
    boolean isSurelyFalse(String name) {
        return condition(name).filter(holds -> !holds).isPresent();
    }

    /** A condition of the template by its name; empty when only the deploy knows. */
    private Optional<Boolean> condition(String name) {
        Optional<ConfigNode> written = Nodes.at(document, "Conditions", name);
        if (written.isEmpty() || !openConditions.add(name)) {
            return Optional.empty();
        }
        try {
            return holds(written.get());
        } finally {
            openConditions.remove(name);
        }
    }

    private Optional<Boolean> holds(ConfigNode node) {
        Optional<String> named =
                node instanceof ConfigNode.Scalar scalar && scalar.tag().equals("!Condition")
                        ? Optional.of(scalar.text())
                        : node.get("Condition").flatMap(Nodes::text);
        if (named.isPresent()) {
            return condition(named.get());
        }
        Optional<Call> call = call(node);
        if (call.isEmpty() || depth >= DEEPEST) {
            return Optional.empty();
        }
        depth++;
        try {
            List<ConfigNode> parts = Nodes.elements(call.get().argument());
            return switch (call.get().function()) {
                case "Equals" -> equal(parts);
                case "Not" -> parts.size() == 1 ? holds(parts.get(0)).map(yes -> !yes) : Optional.empty();
                case "And" -> all(parts, true);
                case "Or" -> all(parts, false);
                default -> Optional.empty();
            };
        } finally {
            depth--;
        }
    }

    private Optional<Boolean> equal(List<ConfigNode> parts) {
        if (parts.size() != 2) {
            return Optional.empty();
        }
        ConfigNode one = evaluate(parts.get(0));
        ConfigNode other = evaluate(parts.get(1));
        if (isUnknown(one) || isUnknown(other)) {
            return Optional.empty();
        }
        return Optional.of(Nodes.text(one).orElse("").equals(Nodes.text(other).orElse("")));
    }

    /** All of the parts are so; or, for {@code wanted} false, at least one is not the contrary. */
    private Optional<Boolean> all(List<ConfigNode> parts, boolean wanted) {
        boolean known = true;
        for (ConfigNode part : parts) {
            Optional<Boolean> holds = holds(part);
            if (holds.isPresent() && holds.get() != wanted) {
                return Optional.of(!wanted);
            }
            known &= holds.isPresent();
        }
        return known ? Optional.of(wanted) : Optional.empty();
    }

    private static ConfigNode known(String text, Place place) {
        return new ConfigNode.Scalar(text, text, "", place);
    }

    private static ConfigNode unknown(Place place) {
        return new ConfigNode.Scalar(null, "", UNKNOWN, place);
    }
}
