package dev.dovetail.config.cloudformation;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.Setting;
import dev.dovetail.config.Value;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Evaluates the intrinsic functions of one template, as far as its parameters' defaults, mappings and
 * conditions tell. What only the deploy knows stays as it is written: {@link #isUnresolved}.
 */
final class Intrinsics {

    /** What {@code AWS::NoValue} becomes: the property is not there. */
    private static final String NO_VALUE = "!NoValue";

    private static final Value COMPUTED = new Value.Unknown("it is computed when the deploy runs");

    private final Parameters parameters;
    private final Optional<ConfigNode> mappings;
    private final Conditions conditions;
    private final OuterVariables outer;

    /** By identity: functions in functions would otherwise be evaluated over and over. */
    private final Map<ConfigNode, ConfigNode> resolved = new IdentityHashMap<>();

    private final Map<ConfigNode, ConfigNode> resolvedInConditions = new IdentityHashMap<>();

    /**
     * @param outer evaluates what another tool wrote around the template before CloudFormation sees it
     */
    Intrinsics(ConfigNode root, Parameters parameters, OuterVariables outer) {
        this.parameters = parameters;
        this.mappings = root.get("Mappings");
        this.conditions = new Conditions(root.get("Conditions"), this);
        this.outer = outer;
    }

    /** Whether a condition of the template holds; empty when it cannot be known. */
    Optional<Boolean> condition(String name) {
        return conditions.holds(name);
    }

    /** A node with its outermost function evaluated; the node itself when that cannot be done. */
    ConfigNode resolve(ConfigNode written) {
        return resolve(written, false);
    }

    /**
     * @param inCondition whether a parameter's empty default counts: conditions ask for it, elsewhere
     *     it stands for what the user must give
     */
    ConfigNode resolve(ConfigNode written, boolean inCondition) {
        Map<ConfigNode, ConfigNode> known = inCondition ? resolvedInConditions : resolved;
        ConfigNode before = known.get(written);
        if (before == null) {
            before = evaluate(written, inCondition);
            known.put(written, before);
        }
        return before;
    }

    private ConfigNode evaluate(ConfigNode written, boolean inCondition) {
        ConfigNode node = outer.resolve(written);
        Optional<Intrinsic> call = Intrinsic.of(node);
        if (call.isEmpty()) {
            return node;
        }
        ConfigNode argument = call.get().argument();
        Optional<ConfigNode> result =
                switch (call.get().name()) {
                    case "Ref" -> Nodes.text(argument).flatMap(name -> reference(name, node, inCondition));
                    case "Sub" -> substitute(argument, inCondition);
                    case "Join" -> join(argument, inCondition);
                    case "Select" -> select(argument, inCondition);
                    case "Split" -> split(argument, inCondition);
                    case "If" -> choose(argument, inCondition);
                    case "FindInMap" -> find(argument, inCondition);
                    default -> Optional.empty();
                };
        return result.orElse(node);
    }

    /** The evaluated node at a path of keys; empty also for what is {@code AWS::NoValue}. */
    Optional<ConfigNode> at(ConfigNode node, String... keys) {
        Optional<ConfigNode> found = present(resolve(node));
        for (String key : keys) {
            found = found.flatMap(each -> each.get(key)).map(this::resolve).flatMap(this::present);
        }
        return found;
    }

    /** The text at a path of keys, when it is known. */
    Optional<String> text(ConfigNode node, String... keys) {
        return at(node, keys).filter(each -> !isUnresolved(each)).flatMap(Nodes::text);
    }

    /** The evaluated elements of a list; a single node stands for a list of it. */
    List<ConfigNode> elements(ConfigNode node) {
        ConfigNode list = resolve(node);
        if (isUnresolved(list)) {
            return List.of(list);
        }
        return Nodes.elements(list).stream()
                .map(this::resolve)
                .flatMap(each -> present(each).stream())
                .toList();
    }

    /** Entries of an evaluated mapping. */
    List<ConfigNode.Entry> entries(Optional<ConfigNode> node) {
        return Nodes.entries(node.map(this::resolve).filter(each -> !isUnresolved(each)));
    }

    /** Whether an evaluated node still is a function that only the deploy can evaluate. */
    boolean isUnresolved(ConfigNode node) {
        return Intrinsic.of(node).isPresent()
                || node instanceof ConfigNode.Scalar scalar
                        && (scalar.text().contains("{{resolve:")
                                || outer.isUnresolved(scalar.text()));
    }

    /** An evaluated node as a setting's value. */
    Value value(ConfigNode node) {
        return isUnresolved(node) ? COMPUTED : Nodes.value(node, text -> false);
    }

    Optional<Setting> setting(ConfigNode node, String... keys) {
        return at(node, keys).map(found -> Setting.at(value(found), found.place()));
    }

    /** A number of config times a factor: seconds to milliseconds. */
    Optional<Setting> scaled(double factor, ConfigNode node, String... keys) {
        return at(node, keys)
                .map(
                        found ->
                                Setting.at(
                                        value(found)
                                                .number()
                                                .map(number -> Value.of(number * factor))
                                                .orElse(COMPUTED),
                                        found.place()));
    }

    /** The logical ids that a node refers to at any depth, as far as functions name them. */
    Set<String> references(ConfigNode node) {
        Set<String> found = new TreeSet<>();
        references(node, found);
        return found;
    }

    private void references(ConfigNode written, Set<String> found) {
        ConfigNode node = outer.resolve(written);
        Optional<Intrinsic> call = Intrinsic.of(node);
        if (call.isPresent()) {
            ConfigNode argument = call.get().argument();
            switch (call.get().name()) {
                // SAM lets a resource that it makes for another be named as OrdersFunction.Alias.
                case "Ref" ->
                        Nodes.text(argument)
                                .ifPresent(text -> found.add(text.split("\\.", 2)[0]));
                case "GetAtt" ->
                        Nodes.elements(argument).stream()
                                .findFirst()
                                .flatMap(Nodes::text)
                                .ifPresent(text -> found.add(text.split("\\.", 2)[0]));
                case "Sub" ->
                        Nodes.elements(argument).stream()
                                .findFirst()
                                .flatMap(Nodes::text)
                                .ifPresent(
                                        text ->
                                                Substitution.names(text)
                                                        .forEach(
                                                                name ->
                                                                        found.add(
                                                                                name.split(
                                                                                        "\\.", 2)[0])));
                default -> {}
            }
        }
        if (node instanceof ConfigNode.Mapping mapping) {
            mapping.entries().forEach(entry -> references(entry.value(), found));
        } else if (node instanceof ConfigNode.Sequence sequence) {
            sequence.elements().forEach(element -> references(element, found));
        }
    }

    private Optional<ConfigNode> present(ConfigNode node) {
        boolean absent =
                node instanceof ConfigNode.Scalar scalar
                        && (scalar.tag().equals(NO_VALUE) || scalar.value() == null);
        return absent ? Optional.empty() : Optional.of(node);
    }

    private Optional<ConfigNode> reference(String name, ConfigNode node, boolean inCondition) {
        if (name.equals("AWS::NoValue")) {
            return Optional.of(new ConfigNode.Scalar(null, "", NO_VALUE, node.place()));
        }
        return parameters
                .value(name)
                .filter(
                        value ->
                                inCondition
                                        || !(value instanceof ConfigNode.Scalar scalar)
                                        || !scalar.text().isEmpty());
    }

    private Optional<ConfigNode> substitute(ConfigNode argument, boolean inCondition) {
        Map<String, ConfigNode> own = new HashMap<>();
        ConfigNode template = argument;
        if (argument instanceof ConfigNode.Sequence sequence && !sequence.elements().isEmpty()) {
            template = sequence.elements().get(0);
            if (sequence.elements().size() > 1) {
                Nodes.entries(Optional.of(sequence.elements().get(1)))
                        .forEach(entry -> own.put(entry.key(), entry.value()));
            }
        }
        Place place = argument.place();
        return Nodes.text(template)
                .flatMap(
                        text ->
                                Substitution.replace(
                                        text,
                                        name ->
                                                own.containsKey(name)
                                                        ? scalar(own.get(name), inCondition)
                                                        : reference(name, argument, inCondition)
                                                                .flatMap(Nodes::text)))
                .map(text -> literal(text, place));
    }

    private Optional<ConfigNode> join(ConfigNode argument, boolean inCondition) {
        List<ConfigNode> parts = list(argument);
        if (parts.size() != 2) {
            return Optional.empty();
        }
        Optional<String> delimiter = scalar(parts.get(0), inCondition);
        Optional<List<ConfigNode>> elements = sequence(parts.get(1), inCondition);
        if (delimiter.isEmpty() && !isEmptyText(parts.get(0)) || elements.isEmpty()) {
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>();
        for (ConfigNode element : elements.get()) {
            Optional<String> text = scalar(element, inCondition);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            texts.add(text.get());
        }
        return Optional.of(
                literal(String.join(delimiter.orElse(""), texts), argument.place()));
    }

    private static boolean isEmptyText(ConfigNode node) {
        return node instanceof ConfigNode.Scalar scalar && scalar.text().isEmpty();
    }

    private Optional<ConfigNode> select(ConfigNode argument, boolean inCondition) {
        List<ConfigNode> parts = list(argument);
        if (parts.size() != 2) {
            return Optional.empty();
        }
        Optional<Double> index =
                scalar(parts.get(0), inCondition).flatMap(text -> Value.of(text).number());
        Optional<List<ConfigNode>> elements = sequence(parts.get(1), inCondition);
        if (index.isEmpty() || elements.isEmpty()) {
            return Optional.empty();
        }
        int at = index.get().intValue();
        return at >= 0 && at < elements.get().size()
                ? Optional.of(resolve(elements.get().get(at), inCondition))
                : Optional.empty();
    }

    private Optional<ConfigNode> split(ConfigNode argument, boolean inCondition) {
        List<ConfigNode> parts = list(argument);
        if (parts.size() != 2) {
            return Optional.empty();
        }
        Optional<String> delimiter = scalar(parts.get(0), inCondition);
        Optional<String> text = scalar(parts.get(1), inCondition);
        if (delimiter.isEmpty() || delimiter.get().isEmpty() || text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Parameters.split(text.get(), delimiter.get(), argument.place()));
    }

    private Optional<ConfigNode> choose(ConfigNode argument, boolean inCondition) {
        List<ConfigNode> parts = list(argument);
        if (parts.size() != 3) {
            return Optional.empty();
        }
        Optional<Boolean> holds = Nodes.text(parts.get(0)).flatMap(conditions::holds);
        if (holds.isPresent()) {
            return Optional.of(resolve(parts.get(holds.get() ? 1 : 2), inCondition));
        }
        ConfigNode one = resolve(parts.get(1), inCondition);
        Optional<String> text = scalar(one, inCondition);
        return text.isPresent() && text.equals(scalar(parts.get(2), inCondition))
                ? Optional.of(one)
                : Optional.empty();
    }

    private Optional<ConfigNode> find(ConfigNode argument, boolean inCondition) {
        List<ConfigNode> parts = list(argument);
        if (parts.size() < 3 || mappings.isEmpty()) {
            return Optional.empty();
        }
        Optional<ConfigNode> found = mappings;
        for (ConfigNode key : parts.subList(0, 3)) {
            Optional<String> name = scalar(key, inCondition);
            if (name.isEmpty()) {
                return Optional.empty();
            }
            found = found.flatMap(each -> each.get(name.get()));
        }
        // A mapping's values are literals; what is no literal is not evaluated again.
        return found.filter(each -> Intrinsic.of(each).isEmpty());
    }

    private Optional<String> scalar(ConfigNode node, boolean inCondition) {
        ConfigNode resolved = resolve(node, inCondition);
        return isUnresolved(resolved) ? Optional.empty() : Nodes.text(resolved);
    }

    private Optional<List<ConfigNode>> sequence(ConfigNode node, boolean inCondition) {
        return resolve(node, inCondition) instanceof ConfigNode.Sequence sequence
                        && Intrinsic.of(sequence).isEmpty()
                ? Optional.of(sequence.elements())
                : Optional.empty();
    }

    private static List<ConfigNode> list(ConfigNode node) {
        return node instanceof ConfigNode.Sequence sequence ? sequence.elements() : List.of();
    }

    static ConfigNode literal(String text, Place place) {
        return new ConfigNode.Scalar(text, text, "", place);
    }
}
