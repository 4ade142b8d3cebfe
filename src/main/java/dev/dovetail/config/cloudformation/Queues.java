package dev.dovetail.config.cloudformation;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Setting;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.aws.LambdaTriggers;
import dev.dovetail.workspace.Place;
import java.util.Map;
import java.util.Optional;

/** What a function reads from by an event source mapping: a queue, a stream, or something unknown. */
final class Queues {

    private final Template template;
    private final Intrinsics intrinsics;

    Queues(Template template) {
        this.template = template;
        this.intrinsics = template.intrinsics();
    }

    /** The trigger that an event source makes. */
    Trigger source(ConfigNode arn, Place place) {
        for (Template.Resource resource : template.referred(arn)) {
            if (resource.type().equals("AWS::SQS::Queue")) {
                return queue(resource, place);
            }
            if (isStream(resource.type())) {
                return LambdaTriggers.other(Trigger.Kind.STREAM, Map.of(), place);
            }
        }
        String text = Callers.word(intrinsics.resolve(arn));
        if (text.contains(":sqs:")) {
            return LambdaTriggers.queue(
                    Optional.of(text.substring(text.lastIndexOf(':') + 1)),
                    Optional.empty(),
                    place);
        }
        boolean stream =
                text.contains(":kinesis:") || text.contains(":dynamodb:") || text.contains(":kafka:");
        return LambdaTriggers.other(
                stream ? Trigger.Kind.STREAM : Trigger.Kind.EVENT, Map.of(), place);
    }

    /** A queue, that of the template when the reference leads to one. */
    Trigger queue(ConfigNode arn, Place place) {
        return template.referred(arn).stream()
                .filter(resource -> resource.type().equals("AWS::SQS::Queue"))
                .findFirst()
                .map(resource -> queue(resource, place))
                .orElse(LambdaTriggers.queue(Optional.empty(), Optional.empty(), place));
    }

    private Trigger queue(Template.Resource queue, Place place) {
        Optional<Setting> visibility =
                intrinsics
                        .scaled(1000, queue.properties(), "VisibilityTimeout")
                        .or(() -> byDefault(queue));
        return LambdaTriggers.queue(Optional.of(queue.id()), visibility, place);
    }

    /** Nothing is said of a queue whose properties come from elsewhere. */
    private Optional<Setting> byDefault(Template.Resource queue) {
        boolean readable =
                !intrinsics.isUnresolved(intrinsics.resolve(queue.properties()))
                        && queue.properties().get("Fn::Transform").isEmpty();
        return readable
                ? Optional.of(Setting.byDefault(LambdaTriggers.DEFAULT_VISIBILITY))
                : Optional.empty();
    }

    private static boolean isStream(String type) {
        return type.startsWith("AWS::Kinesis::")
                || type.startsWith("AWS::DynamoDB::")
                || type.equals("AWS::Serverless::SimpleTable")
                || type.startsWith("AWS::MSK::")
                || type.startsWith("AWS::AmazonMQ::")
                || type.startsWith("AWS::DocDB::");
    }
}
