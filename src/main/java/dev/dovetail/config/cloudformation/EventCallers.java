package dev.dovetail.config.cloudformation;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.Value;
import dev.dovetail.config.aws.LambdaTriggers;
import dev.dovetail.workspace.Place;
import java.util.Map;
import java.util.Optional;

/** Resources that call functions with events and not with requests: mappings, rules, schedules. */
final class EventCallers {

    private final Intrinsics intrinsics;
    private final Queues queues;
    private final Callers callers;
    private final Ways ways;

    EventCallers(Template template, Callers callers, Ways ways) {
        this.intrinsics = template.intrinsics();
        this.queues = new Queues(template);
        this.callers = callers;
        this.ways = ways;
    }

    /** Whether a resource is of a type that is read here. */
    boolean read(Template.Resource resource) {
        ConfigNode properties = resource.properties();
        Place place = resource.place();
        switch (resource.type()) {
            case "AWS::Lambda::EventSourceMapping" -> {
                Trigger trigger =
                        properties
                                .get("EventSourceArn")
                                .map(arn -> queues.source(arn, place))
                                .orElse(
                                        LambdaTriggers.other(
                                                Trigger.Kind.STREAM, Map.of(), place));
                calls(properties.get("FunctionName"), resource, trigger);
            }
            case "AWS::Events::Rule" ->
                    calls(
                            properties.get("Targets"),
                            resource,
                            schedule(properties, "ScheduleExpression", place));
            case "AWS::Scheduler::Schedule" ->
                    calls(
                            properties.get("Target"),
                            resource,
                            schedule(properties, "ScheduleExpression", place));
            default -> {
                return false;
            }
        }
        return true;
    }

    /** A schedule, or an event when there is no expression. */
    private Trigger schedule(ConfigNode properties, String key, Place place) {
        return intrinsics
                .at(properties, key)
                .map(
                        node -> {
                            Value value = intrinsics.value(node);
                            return LambdaTriggers.schedule(Optional.of(value), place);
                        })
                .orElse(LambdaTriggers.other(Trigger.Kind.EVENT, Map.of(), place));
    }

    private void calls(Optional<ConfigNode> target, Template.Resource resource, Trigger trigger) {
        target.ifPresent(
                node ->
                        callers.functionsIn(node)
                                .forEach(function -> ways.add(function, resource, trigger)));
    }
}
