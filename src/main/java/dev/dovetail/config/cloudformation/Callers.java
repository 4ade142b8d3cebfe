package dev.dovetail.config.cloudformation;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Documents;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.aws.LambdaTriggers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What calls the functions of a template. Every resource is asked; one that names a function and is
 * not understood leaves a doubt whether the function's triggers are all known.
 */
final class Callers {

    /** Resources that may name a function and do not call it, by how their types begin. */
    private static final List<String> HARMLESS =
            List.of(
                    "AWS::IAM::",
                    "AWS::CloudWatch::",
                    "AWS::Logs::LogGroup",
                    "AWS::Logs::MetricFilter",
                    "AWS::ApplicationAutoScaling::",
                    "AWS::CodeDeploy::",
                    "AWS::Lambda::Version",
                    "AWS::Lambda::Alias",
                    "AWS::Lambda::EventInvokeConfig",
                    "AWS::Lambda::LayerVersion",
                    "AWS::ApiGateway::Deployment",
                    "AWS::ApiGateway::Stage",
                    "AWS::ApiGatewayV2::Stage",
                    "AWS::ApiGatewayV2::Deployment",
                    "AWS::KMS::",
                    "AWS::EC2::",
                    "AWS::Synthetics::",
                    "AWS::ResourceGroups::");

    /** Resources that call the functions which they name with events of their own, likewise. */
    private static final List<String> SEND_EVENTS =
            List.of(
                    "AWS::S3::Bucket",
                    "AWS::SNS::",
                    "AWS::Cognito::",
                    "AWS::IoT::",
                    "AWS::Logs::SubscriptionFilter",
                    "AWS::StepFunctions::",
                    "AWS::Serverless::StateMachine",
                    "AWS::Serverless::GraphQLApi",
                    "AWS::AppSync::",
                    "AWS::Pipes::",
                    "AWS::SES::",
                    "AWS::Config::",
                    "AWS::SecretsManager::",
                    "AWS::KinesisFirehose::",
                    "AWS::Lex::",
                    "AWS::Bedrock::",
                    "AWS::Connect::",
                    "AWS::CodePipeline::",
                    "AWS::ApiGateway::Authorizer",
                    "AWS::ApiGatewayV2::Authorizer",
                    "AWS::CloudFormation::CustomResource",
                    "AWS::CloudFormation::Macro",
                    "Custom::");

    private final Template template;
    private final Intrinsics intrinsics;
    private final Predicate<String> isFunction;
    private final Ways ways = new Ways();
    private final HttpCallers http;
    private final EventCallers events;

    /**
     * @param isFunction whether a logical id is that of a function, also of one which another tool
     *     adds to the template
     */
    Callers(Template template, Documents documents, Predicate<String> isFunction) {
        this.template = template;
        this.intrinsics = template.intrinsics();
        this.isFunction = isFunction;
        this.http = new HttpCallers(template, documents, this, ways);
        this.events = new EventCallers(template, this, ways);
    }

    Ways ways() {
        List<Template.Resource> permissions = new ArrayList<>();
        for (Template.Resource resource : template.resources()) {
            if (resource.type().equals("AWS::Lambda::Permission")) {
                permissions.add(resource);
            } else {
                read(resource);
            }
        }
        // A function's own events come after the definitions of the APIs that they may repeat.
        for (Template.Resource resource : template.resources()) {
            if (resource.type().equals("AWS::Serverless::Function")) {
                new SamEvents(template, ways).read(resource);
            }
        }
        template.resources().forEach(this::doubtTheRest);
        permissions.forEach(permission -> Permissions.read(permission, this, ways, intrinsics));
        template.exports().forEach(value -> functionsIn(value).forEach(ways::doubt));
        return ways;
    }

    private void read(Template.Resource resource) {
        if (http.read(resource) || events.read(resource)) {
            return;
        }
        if (startsWith(SEND_EVENTS, resource.type())) {
            for (String function : functionsIn(resource.properties())) {
                ways.add(
                        function,
                        resource,
                        LambdaTriggers.other(Trigger.Kind.EVENT, Map.of(), resource.place()));
            }
        }
    }

    private void doubtTheRest(Template.Resource resource) {
        if (startsWith(HARMLESS, resource.type())
                || resource.type().equals("AWS::Lambda::Permission")) {
            return;
        }
        for (String function : functionsIn(resource.properties())) {
            if (!function.equals(resource.id()) && !ways.isSeen(function, resource)) {
                ways.doubt(function);
            }
        }
    }

    /** Functions that a node refers to, itself or by their aliases and versions. */
    Set<String> functionsIn(ConfigNode node) {
        Set<String> found = new TreeSet<>();
        for (String id : intrinsics.references(node)) {
            if (isFunction.test(id)) {
                found.add(id);
                continue;
            }
            template.resource(id)
                    .filter(
                            resource ->
                                    resource.type().equals("AWS::Lambda::Alias")
                                            || resource.type().equals("AWS::Lambda::Version"))
                    .flatMap(resource -> resource.properties().get("FunctionName"))
                    .ifPresent(
                            name ->
                                    intrinsics.references(name).stream()
                                            .filter(isFunction)
                                            .forEach(found::add));
            // SAM makes the alias live of the function Orders under the id OrdersAliaslive.
            int alias = id.lastIndexOf("Alias");
            if (alias > 0 && isFunction.test(id.substring(0, alias))) {
                found.add(id.substring(0, alias));
            }
        }
        return found;
    }

    private static boolean startsWith(List<String> prefixes, String type) {
        return prefixes.stream().anyMatch(type::startsWith);
    }

    /** A node's text in lower case, or the empty string. */
    static String word(ConfigNode node) {
        return Nodes.text(node).orElse("").toLowerCase(java.util.Locale.ROOT);
    }
}
