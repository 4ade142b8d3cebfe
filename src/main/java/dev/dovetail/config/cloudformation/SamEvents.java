package dev.dovetail.config.cloudformation;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.Setting;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.Value;
import dev.dovetail.config.aws.LambdaTriggers;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The events that a SAM function lists, and the URL that it asks for. */
final class SamEvents {

    private final Template template;
    private final Callers callers;
    private boolean allKnown = true;

    SamEvents(Template template, Callers callers) {
        this.template = template;
        this.callers = callers;
    }

    /** Whether every event could be read. */
    boolean allKnown() {
        return allKnown;
    }

    List<Trigger> of(Template.Resource function) {
        List<Trigger> triggers = new ArrayList<>();
        ConfigNode properties = function.properties();
        for (ConfigNode.Entry entry : template.entries(properties, "Events")) {
            Optional<String> type = template.text(entry.value(), "Type");
            if (type.isEmpty()) {
                allKnown = false;
                continue;
            }
            ConfigNode event =
                    template.at(entry.value(), "Properties").orElse(entry.value());
            triggers.add(trigger(type.get(), event, entry.keyPlace()));
        }
        if (template.at(properties, "Events").filter(template::isUnknown).isPresent()) {
            allKnown = false;
        }
        template.at(properties, "FunctionUrlConfig")
                .or(
                        () ->
                                Nodes.at(
                                        template.document(),
                                        "Globals",
                                        "Function",
                                        "FunctionUrlConfig"))
                .ifPresent(
                        url ->
                                triggers.add(
                                        LambdaTriggers.functionUrl(
                                                callers.streamed(url, "InvokeMode"), url.place())));
        return triggers;
    }

    private Trigger trigger(String type, ConfigNode event, Place place) {
        return switch (type) {
            case "Api" ->
                    LambdaTriggers.rest(
                            template.text(event, "Method"),
                            template.text(event, "Path"),
                            milliseconds(event, "TimeoutInMillis"),
                            callers.streamed(event, "ResponseTransferMode"),
                            place);
            case "HttpApi" ->
                    LambdaTriggers.httpApi(
                            template.text(event, "Method"),
                            template.text(event, "Path"),
                            milliseconds(event, "TimeoutInMillis"),
                            template.at(event, "PayloadFormatVersion")
                                    .map(Template::setting)
                                    .orElse(LambdaTriggers.payload("2.0")),
                            place);
            case "SQS" -> LambdaTriggers.queue(callers.visibility(event.get("Queue")), place);
            case "Schedule", "ScheduleV2" ->
                    LambdaTriggers.schedule(
                            template.at(event, "Schedule")
                                    .or(() -> template.at(event, "ScheduleExpression"))
                                    .map(Template::value),
                            place);
            case "Kinesis", "DynamoDB", "MSK", "MQ", "SelfManagedKafka", "DocumentDB" ->
                    LambdaTriggers.other(Trigger.Kind.STREAM, Map.of(), place);
            default -> LambdaTriggers.other(Trigger.Kind.EVENT, Map.of(), place);
        };
    }

    private Optional<Setting> milliseconds(ConfigNode event, String key) {
        return template.at(event, key)
                .map(
                        node ->
                                Template.value(node).number().isPresent()
                                        ? Template.scaled(node, 1)
                                        : Setting.at(
                                                new Value.Unknown("it is computed"), node.place()));
    }
}
