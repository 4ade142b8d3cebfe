package dev.dovetail.config.cloudformation;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.Setting;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.Value;
import dev.dovetail.config.aws.LambdaTriggers;
import dev.dovetail.workspace.Place;
import java.util.Map;
import java.util.Optional;

/** The {@code Events} of a SAM function, and its own URL. */
final class SamEvents {

    private static final ConfigNode NOTHING = Intrinsics.literal("", Place.startOf(""));

    private final Intrinsics intrinsics;
    private final Queues queues;
    private final Ways ways;

    SamEvents(Template template, Ways ways) {
        this.intrinsics = template.intrinsics();
        this.queues = new Queues(template);
        this.ways = ways;
    }

    void read(Template.Resource function) {
        ConfigNode properties = function.properties();
        Optional<ConfigNode> events = intrinsics.at(properties, "Events");
        if (events.filter(intrinsics::isUnresolved).isPresent()) {
            ways.doubt(function.id());
        }
        for (ConfigNode.Entry entry :
                Loops.unrolled(intrinsics.entries(events), intrinsics)) {
            ConfigNode event = intrinsics.resolve(entry.value());
            Optional<String> type = intrinsics.text(event, "Type");
            if (type.isEmpty() || entry.key().startsWith("Fn::")) {
                ways.doubt(function.id());
                continue;
            }
            ConfigNode details = intrinsics.at(event, "Properties").orElse(NOTHING);
            ways.add(function.id(), function, trigger(type.get(), details, entry.keyPlace()));
        }
        intrinsics
                .at(properties, "FunctionUrlConfig")
                .ifPresent(url -> ways.add(function.id(), function, url(url)));
    }

    private Trigger trigger(String type, ConfigNode details, Place place) {
        return switch (type) {
            case "Api" ->
                    LambdaTriggers.rest(
                            intrinsics.text(details, "Method"),
                            path(details),
                            intrinsics.setting(details, "TimeoutInMillis"),
                            mode(details, "ResponseTransferMode"),
                            place);
            case "HttpApi" ->
                    LambdaTriggers.httpApi(
                            intrinsics.text(details, "Method"),
                            path(details),
                            intrinsics.setting(details, "TimeoutInMillis"),
                            intrinsics
                                    .setting(details, "PayloadFormatVersion")
                                    .orElse(LambdaTriggers.payload("2.0")),
                            place);
            case "SQS" ->
                    details.get("Queue")
                            .map(arn -> queues.queue(arn, place))
                            .orElse(
                                    LambdaTriggers.queue(
                                            Optional.empty(), Optional.empty(), place));
            case "SNS" -> topic(details, place);
            case "Schedule" -> schedule(details, "Schedule", place);
            case "ScheduleV2" -> schedule(details, "ScheduleExpression", place);
            case "Kinesis", "DynamoDB", "MSK", "MQ", "SelfManagedKafka", "DocumentDB" ->
                    LambdaTriggers.other(Trigger.Kind.STREAM, Map.of(), place);
            default -> LambdaTriggers.other(Trigger.Kind.EVENT, Map.of(), place);
        };
    }

    /** SAM puts a queue of its own between the topic and the function when it is told to. */
    private Trigger topic(ConfigNode details, Place place) {
        Optional<ConfigNode> subscription = intrinsics.at(details, "SqsSubscription");
        Optional<ConfigNode> arn = subscription.flatMap(each -> each.get("QueueArn"));
        if (arn.isPresent()) {
            return queues.queue(arn.get(), place);
        }
        boolean own =
                subscription.flatMap(Nodes::text).filter("true"::equalsIgnoreCase).isPresent();
        return own
                ? LambdaTriggers.queue(
                        Optional.empty(),
                        Optional.of(Setting.byDefault(LambdaTriggers.DEFAULT_VISIBILITY)),
                        place)
                : LambdaTriggers.other(Trigger.Kind.EVENT, Map.of(), place);
    }

    private Trigger schedule(ConfigNode details, String key, Place place) {
        Optional<Value> expression = intrinsics.at(details, key).map(intrinsics::value);
        return LambdaTriggers.schedule(expression, place);
    }

    private Optional<String> path(ConfigNode details) {
        return intrinsics.text(details, "Path").filter(path -> !path.equals("$default"));
    }

    private Optional<Setting> mode(ConfigNode details, String key) {
        return intrinsics
                .at(details, key)
                .map(node -> HttpCallers.mode(intrinsics, node, "RESPONSE_STREAM"));
    }

    private Trigger url(ConfigNode url) {
        return LambdaTriggers.functionUrl(mode(url, "InvokeMode"), url.place());
    }
}
