package dev.dovetail.config.serverless;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.Setting;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.Value;
import dev.dovetail.config.aws.LambdaTriggers;
import dev.dovetail.config.cloudformation.AddedFunctions;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The events of one function, in their short and long forms. */
final class Events {

    private final Variables variables;
    private final AddedFunctions resources;
    private final ConfigNode provider;
    private boolean allKnown = true;

    Events(Variables variables, AddedFunctions resources, ConfigNode provider) {
        this.variables = variables;
        this.resources = resources;
        this.provider = provider;
    }

    /** Whether every event could be read. */
    boolean allKnown() {
        return allKnown;
    }

    List<Trigger> of(ConfigNode.Mapping function) {
        List<Trigger> triggers = new ArrayList<>();
        Optional<ConfigNode> events = variables.at(function, "events");
        for (ConfigNode each : events.map(Nodes::elements).orElse(List.of())) {
            ConfigNode event = variables.resolve(each);
            if (event instanceof ConfigNode.Mapping mapping && !mapping.entries().isEmpty()) {
                ConfigNode.Entry entry = mapping.entries().get(0);
                triggers.add(trigger(entry.key(), entry.keyPlace(), entry.value()));
            } else if (event instanceof ConfigNode.Scalar scalar && scalar.value() != null) {
                triggers.add(trigger(scalar.text(), scalar.place(), event));
            } else {
                allKnown = false;
            }
        }
        variables
                .at(function, "url")
                .filter(node -> !Nodes.text(node).equals(Optional.of("false")))
                .ifPresent(node -> triggers.add(url(node)));
        return triggers;
    }

    private Trigger trigger(String kind, Place place, ConfigNode written) {
        ConfigNode value = variables.resolve(written);
        return switch (kind) {
            case "http" -> {
                Optional<Setting> mode =
                        Nodes.text(value, "response", "transferMode")
                                .filter(text -> text.equalsIgnoreCase("stream"))
                                .map(text -> Setting.at(new Value.Known("stream"), place));
                boolean async =
                        Nodes.text(value, "async").filter("true"::equals).isPresent();
                yield async
                        ? LambdaTriggers.other(Trigger.Kind.EVENT, Map.of(), place)
                        : LambdaTriggers.rest(
                                method(value), path(value), timeout(value, 1), mode, place);
            }
            case "httpApi" ->
                    LambdaTriggers.httpApi(
                            method(value), path(value), Optional.empty(), payload(), place);
            case "websocket" ->
                    LambdaTriggers.websocket(
                            Nodes.text(value).or(() -> Nodes.text(value, "route")), place);
            case "alb" -> LambdaTriggers.loadBalancer(place);
            case "sqs" ->
                    resources.queue(variables.at(value, "arn").orElse(value), place);
            case "schedule" -> schedule(value, place);
            case "stream", "kafka", "msk", "activemq", "rabbitmq" ->
                    LambdaTriggers.other(Trigger.Kind.STREAM, Map.of(), place);
            default -> LambdaTriggers.other(Trigger.Kind.EVENT, Map.of(), place);
        };
    }

    private Trigger schedule(ConfigNode value, Place place) {
        ConfigNode rate = variables.at(value, "rate").orElse(value);
        return LambdaTriggers.schedule(
                Nodes.elements(rate).stream()
                        .findFirst()
                        .map(node -> Nodes.value(node, Variables::isUnresolved)),
                place);
    }

    private Trigger url(ConfigNode node) {
        Optional<Setting> mode =
                variables
                        .at(node, "invokeMode")
                        .filter(each -> Nodes.text(each).equals(Optional.of("RESPONSE_STREAM")))
                        .map(each -> Setting.at(new Value.Known("stream"), each.place()));
        return LambdaTriggers.functionUrl(mode, node.place());
    }

    /** {@code GET /orders}, or a mapping. */
    private Optional<String> method(ConfigNode value) {
        Optional<String> shortForm = Nodes.text(value).map(text -> text.strip().split("\\s+")[0]);
        return shortForm.or(() -> variables.at(value, "method").flatMap(Nodes::text));
    }

    private Optional<String> path(ConfigNode value) {
        Optional<String> shortForm =
                Nodes.text(value)
                        .map(text -> text.strip().split("\\s+"))
                        .filter(parts -> parts.length > 1)
                        .map(parts -> parts[1]);
        return shortForm
                .or(() -> variables.at(value, "path").flatMap(Nodes::text))
                .filter(text -> !Variables.isUnresolved(text))
                .map(text -> text.startsWith("/") ? text : "/" + text);
    }

    private Optional<Setting> timeout(ConfigNode value, double factor) {
        return variables
                .at(value, "timeoutInMillis")
                .or(() -> variables.at(value, "timeout"))
                .flatMap(node -> Nodes.scaled(node, factor, Variables::isUnresolved));
    }

    private Setting payload() {
        return variables
                .at(provider, "httpApi", "payload")
                .map(node -> Setting.at(Nodes.value(node, Variables::isUnresolved), node.place()))
                .orElse(LambdaTriggers.payload("2.0"));
    }
}
