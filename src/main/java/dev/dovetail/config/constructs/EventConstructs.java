package dev.dovetail.config.constructs;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.cloudformation.TemplateDraft;
import dev.dovetail.workspace.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Queues, rules, schedules and others that call functions with events. */
final class EventConstructs {

    /** Methods that let something call a function with events of its own. */
    private static final Set<String> SUBSCRIBE =
            Set.of("addsubscription", "addeventnotification", "addobjectcreatednotification", "addobjectremovednotification", "addtrigger");

    private final CdkApp app;

    EventConstructs(CdkApp app) {
        this.app = app;
    }

    /** Whether a construct is read here. */
    boolean add(Construct construct) {
        switch (construct.name()) {
            case "sqs.Queue" -> queue(construct);
            case "events.Rule" -> rule(construct, app.id(construct), construct, construct.get("targets"));
            case "scheduler.Schedule" -> schedule(construct);
            case "lambda.Alias", "lambda.Version" -> alias(construct);
            case "lambda.EventSourceMapping" -> mapping(construct);
            default -> {
                return construct.method().filter(method -> call(construct, method)).isPresent();
            }
        }
        return true;
    }

    private boolean call(Construct call, String method) {
        Optional<Construct> on = call.receiver().flatMap(app::at);
        if (on.isEmpty()) {
            return false;
        }
        switch (method) {
            case "addeventsource" -> call.argument(0).ifPresent(node -> source(on.get(), app.id(call), node));
            case "addeventsourcemapping" -> mapping(call, on.get());
            case "addtarget" -> rule(on.get(), app.id(call), call, call.argument(0));
            case "addpermission", "grantinvoke" -> permission(call, on.get());
            default -> {
                if (SUBSCRIBE.contains(method)) {
                    List<String> named = call.values().stream().flatMap(node -> app.idsIn(node).stream()).distinct().toList();
                    if (!named.isEmpty()) {
                        app.add(app.id(call), "AWS::SNS::Subscription", Map.of("Endpoint", TemplateDraft.references(named, call.place())), call.place());
                    }
                    return true;
                }
                return false;
            }
        }
        return true;
    }

    private void queue(Construct queue) {
        Map<String, ConfigNode> properties = new LinkedHashMap<>();
        queue.get("visibilityTimeout").ifPresent(node -> properties.put("VisibilityTimeout", app.values().seconds(node)));
        app.add(app.id(queue), "AWS::SQS::Queue", properties, queue.place());
    }

    private void alias(Construct alias) {
        alias.get("version")
                .or(() -> alias.get("lambda"))
                .ifPresent(node -> app.add(app.id(alias), "AWS::Lambda::Alias", Map.of("FunctionName", app.reference(node)), alias.place()));
    }

    /** The property {@code events} of a function. */
    void sources(Construct function, ConfigNode list) {
        int number = 0;
        for (ConfigNode each : Nodes.elements(list)) {
            source(function, app.id(function) + "-source-" + number++, each);
        }
    }

    private void source(Construct function, String id, ConfigNode node) {
        Optional<Construct> source = app.values().made(node);
        ConfigNode itself = TemplateDraft.references(List.of(app.id(function)), function.place());
        Place place = source.map(Construct::place).orElse(node.place());
        String type = source.map(Construct::name).orElse("");
        boolean mapped = type.endsWith("SqsEventSource") || type.endsWith("DynamoEventSource") || type.endsWith("KinesisEventSource") || type.endsWith("KafkaEventSource");
        if (mapped) {
            String arn = type.endsWith("SqsEventSource") ? "arn:aws:sqs:" : "arn:aws:kinesis:";
            Optional<ConfigNode> of = source.get().argument(0).filter(argument -> !app.idsIn(argument).isEmpty());
            ConfigNode from = of.map(app::reference).orElse(TemplateDraft.scalar(arn, place));
            app.add(id, "AWS::Lambda::EventSourceMapping", Map.of("FunctionName", itself, "EventSourceArn", from), place);
        } else {
            app.add(id, "AWS::SNS::Subscription", Map.of("Endpoint", itself), place);
        }
    }

    private void mapping(Construct mapping) {
        mapping.get("target").flatMap(app.values()::made).ifPresent(function -> mapping(mapping, function));
    }

    private void mapping(Construct call, Construct function) {
        ConfigNode from = call.get("eventSourceArn").map(app::reference).orElse(TemplateDraft.scalar(CdkValues.COMPUTED, call.place()));
        app.add(
                app.id(call),
                "AWS::Lambda::EventSourceMapping",
                Map.of("FunctionName", TemplateDraft.references(List.of(app.id(function)), call.place()), "EventSourceArn", from),
                call.place());
    }

    private void rule(Construct rule, String id, Construct by, Optional<ConfigNode> targets) {
        Map<String, ConfigNode> properties = new LinkedHashMap<>();
        rule.get("schedule").ifPresent(node -> properties.put("ScheduleExpression", expression(node)));
        targets.ifPresent(node -> properties.put("Targets", app.reference(node)));
        app.add(id, "AWS::Events::Rule", properties, by.place());
    }

    private void schedule(Construct schedule) {
        Map<String, ConfigNode> properties = new LinkedHashMap<>();
        schedule.get("schedule").ifPresent(node -> properties.put("ScheduleExpression", expression(node)));
        schedule.get("target").ifPresent(node -> properties.put("Target", app.reference(node)));
        app.add(app.id(schedule), "AWS::Scheduler::Schedule", properties, schedule.place());
    }

    /** {@code Schedule.rate(Duration.minutes(5))}, {@code Schedule.cron({…})}, {@code Schedule.expression('…')}. */
    private ConfigNode expression(ConfigNode node) {
        Optional<Construct> made = app.values().made(node);
        String method = made.map(each -> each.name().substring(each.name().lastIndexOf('.') + 1)).orElse("");
        Optional<String> text =
                switch (method) {
                    case "expression" -> made.get().argument(0).flatMap(CdkValues::text);
                    case "rate" ->
                            made.get().argument(0)
                                    .map(app.values()::seconds)
                                    .flatMap(each -> each instanceof ConfigNode.Scalar scalar && scalar.value() instanceof Number number ? Optional.of(Math.round(number.doubleValue() / 60)) : Optional.empty())
                                    .map(minutes -> "rate(" + minutes + (minutes == 1 ? " minute)" : " minutes)"));
                    case "cron" -> Optional.of(cron(made.get()));
                    default -> Optional.empty();
                };
        return TemplateDraft.scalar(text.orElse(CdkValues.COMPUTED), node.place());
    }

    private static String cron(Construct made) {
        StringBuilder text = new StringBuilder("cron(");
        boolean byDay = made.get("weekDay").isPresent();
        for (String field : List.of("minute", "hour", "day", "month", "weekDay", "year")) {
            String otherwise = field.equals("weekDay") || byDay && field.equals("day") ? "?" : "*";
            text.append(made.get(field).map(node -> CdkValues.text(node).orElse(CdkValues.COMPUTED)).orElse(otherwise)).append(field.equals("year") ? ")" : " ");
        }
        return text.toString();
    }

    private void permission(Construct call, Construct function) {
        Optional<String> principal =
                call.values().stream()
                        .flatMap(node -> app.values().reached(node).stream())
                        .filter(each -> each.name().equals("iam.ServicePrincipal"))
                        .flatMap(each -> each.argument(0).flatMap(CdkValues::text).stream())
                        .findFirst();
        app.add(
                app.id(call),
                "AWS::Lambda::Permission",
                Map.of(
                        "FunctionName", TemplateDraft.references(List.of(app.id(function)), call.place()),
                        "Principal", TemplateDraft.scalar(principal.orElse(CdkValues.COMPUTED), call.place())),
                call.place());
    }
}
