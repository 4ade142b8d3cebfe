package dev.dovetail.config.cloudformation;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.Setting;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.Value;
import dev.dovetail.config.aws.LambdaTriggers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a template's other resources make call a function: APIs, queues, rules, balancers. */
final class Callers {

    /** Resources that mention a function and do not call it. */
    private static final Set<String> SILENT =
            Set.of(
                    "AWS::Lambda::Permission",
                    "AWS::Lambda::EventInvokeConfig",
                    "AWS::Lambda::Alias",
                    "AWS::Lambda::Version",
                    "AWS::Logs::LogGroup",
                    "AWS::Logs::MetricFilter",
                    "AWS::Logs::QueryDefinition",
                    "AWS::CloudWatch::Alarm",
                    "AWS::CloudWatch::CompositeAlarm",
                    "AWS::CloudWatch::Dashboard",
                    "AWS::ApplicationAutoScaling::ScalableTarget",
                    "AWS::ApplicationAutoScaling::ScalingPolicy",
                    "AWS::CodeDeploy::DeploymentGroup",
                    "AWS::SSM::Parameter",
                    "AWS::XRay::Group");

    private static final String QUEUE = "AWS::SQS::Queue";

    /** What was found; {@code allKnown} is false when something else may call the function. */
    record Found(List<Trigger> triggers, boolean allKnown) {}

    private final Template template;

    Callers(Template template) {
        this.template = template;
    }

    Found of(String function) {
        List<Trigger> triggers = new ArrayList<>();
        boolean allKnown = true;
        Set<String> names = withAliases(function);
        for (Template.Resource resource : template.resources()) {
            boolean calls =
                    !names.contains(resource.id())
                            && !SILENT.contains(resource.type())
                            && !resource.type().startsWith("AWS::IAM::")
                            && template.mentions(resource.properties()).stream()
                                    .anyMatch(names::contains);
            if (calls) {
                List<Trigger> found = by(resource, names);
                triggers.addAll(found);
                allKnown &= !found.isEmpty();
            }
        }
        return new Found(triggers, allKnown && !isExported(names));
    }

    /** A function goes by the names of its aliases and versions too. */
    private Set<String> withAliases(String function) {
        Set<String> names = new LinkedHashSet<>(Set.of(function));
        for (int round = 0; round < 2; round++) {
            for (Template.Resource resource : template.resources()) {
                boolean alias =
                        resource.type().equals("AWS::Lambda::Alias")
                                || resource.type().equals("AWS::Lambda::Version");
                if (alias
                        && template.mentions(resource.properties()).stream()
                                .anyMatch(names::contains)) {
                    names.add(resource.id());
                }
            }
        }
        return names;
    }

    /** Whether other stacks may import it. */
    private boolean isExported(Set<String> names) {
        for (ConfigNode.Entry output : Nodes.entries(template.document().get("Outputs"))) {
            boolean exported = output.value().get("Export").isPresent();
            if (exported
                    && template.mentions(output.value()).stream().anyMatch(names::contains)) {
                return true;
            }
        }
        return false;
    }

    private List<Trigger> by(Template.Resource resource, Set<String> names) {
        ConfigNode properties = resource.properties();
        return switch (resource.type()) {
            case "AWS::ApiGateway::Method" -> List.of(method(resource));
            case "AWS::ApiGateway::RestApi", "AWS::Serverless::Api" ->
                    new OpenApi(template, this).triggers(resource, names, false);
            case "AWS::ApiGatewayV2::Api", "AWS::Serverless::HttpApi" ->
                    new OpenApi(template, this).triggers(resource, names, true);
            case "AWS::ApiGatewayV2::Integration" -> integration(resource);
            case "AWS::ElasticLoadBalancingV2::TargetGroup" ->
                    List.of(LambdaTriggers.loadBalancer(resource.place()));
            case "AWS::Lambda::Url" ->
                    List.of(
                            LambdaTriggers.functionUrl(
                                    streamed(properties, "InvokeMode"), resource.place()));
            case "AWS::Lambda::EventSourceMapping" -> List.of(source(resource));
            case "AWS::Events::Rule" ->
                    template.at(properties, "ScheduleExpression").isPresent()
                            ? List.of(schedule(resource))
                            : List.of(event(resource));
            case "AWS::Scheduler::Schedule" -> List.of(schedule(resource));
            default -> List.of(event(resource));
        };
    }

    private static Trigger event(Template.Resource resource) {
        return LambdaTriggers.other(Trigger.Kind.EVENT, Map.of(), resource.place());
    }

    private Trigger schedule(Template.Resource resource) {
        return LambdaTriggers.schedule(
                template.at(resource.properties(), "ScheduleExpression").map(Template::value),
                resource.place());
    }

    private Trigger source(Template.Resource mapping) {
        Optional<ConfigNode> arn = mapping.properties().get("EventSourceArn");
        Optional<Setting> visibility = visibility(arn);
        boolean queue =
                visibility.isPresent()
                        || arn.flatMap(Nodes::text).filter(text -> text.contains(":sqs:")).isPresent();
        return queue
                ? LambdaTriggers.queue(visibility, mapping.place())
                : LambdaTriggers.other(Trigger.Kind.STREAM, Map.of(), mapping.place());
    }

    /** How long a queue of this template hides a message; empty when it is none. */
    Optional<Setting> visibility(Optional<ConfigNode> reference) {
        for (String id : reference.map(template::mentions).orElse(Set.of())) {
            Optional<Template.Resource> queue =
                    template.resource(id).filter(each -> each.type().equals(QUEUE));
            if (queue.isPresent()) {
                return Optional.of(
                        template.at(queue.get().properties(), "VisibilityTimeout")
                                .map(node -> Template.scaled(node, 1000))
                                .orElse(Setting.byDefault(30_000.0)));
            }
        }
        return Optional.empty();
    }

    private Trigger method(Template.Resource method) {
        ConfigNode properties = method.properties();
        ConfigNode integration = template.at(properties, "Integration").orElse(properties);
        return LambdaTriggers.rest(
                template.text(properties, "HttpMethod"),
                path(properties),
                template.at(integration, "TimeoutInMillis").map(node -> Template.scaled(node, 1)),
                streamed(integration, "ResponseTransferMode"),
                method.place());
    }

    /** The path that a chain of API resources spells; empty when a part is computed. */
    private Optional<String> path(ConfigNode method) {
        String path = "";
        Optional<ConfigNode> at = method.get("ResourceId");
        for (int i = 0; i < 16 && at.isPresent(); i++) {
            Optional<Template.Resource> resource =
                    template.mentions(at.get()).stream()
                            .flatMap(id -> template.resource(id).stream())
                            .filter(each -> each.type().equals("AWS::ApiGateway::Resource"))
                            .findFirst();
            if (resource.isEmpty()) {
                break;
            }
            Optional<String> part = template.text(resource.get().properties(), "PathPart");
            if (part.isEmpty()) {
                return Optional.empty();
            }
            path = "/" + part.get() + path;
            at = resource.get().properties().get("ParentId");
        }
        return Optional.of(path.isEmpty() ? "/" : path);
    }

    private List<Trigger> integration(Template.Resource integration) {
        ConfigNode properties = integration.properties();
        Set<String> apis = properties.get("ApiId").map(template::mentions).orElse(Set.of());
        Optional<String> protocol =
                apis.stream()
                        .flatMap(id -> template.resource(id).stream())
                        .map(
                                api ->
                                        api.type().equals("AWS::Serverless::HttpApi")
                                                ? "HTTP"
                                                : template.text(api.properties(), "ProtocolType")
                                                        .orElse(""))
                        .findFirst();
        List<Template.Resource> routes =
                template.resourcesOf("AWS::ApiGatewayV2::Route").stream()
                        .filter(route -> targets(route, integration.id()))
                        .toList();
        if (protocol.equals(Optional.of("WEBSOCKET"))) {
            return routes.isEmpty()
                    ? List.of(LambdaTriggers.websocket(Optional.empty(), integration.place()))
                    : routes.stream()
                            .map(
                                    route ->
                                            LambdaTriggers.websocket(
                                                    template.text(route.properties(), "RouteKey"),
                                                    route.place()))
                            .toList();
        }
        if (!protocol.equals(Optional.of("HTTP"))) {
            return List.of();
        }
        Setting payload =
                template.at(properties, "PayloadFormatVersion")
                        .map(Template::setting)
                        .orElse(LambdaTriggers.payload("1.0"));
        Optional<Setting> timeout =
                template.at(properties, "TimeoutInMillis").map(node -> Template.scaled(node, 1));
        if (routes.isEmpty()) {
            return List.of(
                    LambdaTriggers.httpApi(
                            Optional.empty(),
                            Optional.empty(),
                            timeout,
                            payload,
                            integration.place()));
        }
        return routes.stream()
                .map(
                        route -> {
                            String[] key =
                                    template.text(route.properties(), "RouteKey")
                                            .orElse("")
                                            .strip()
                                            .split("\\s+");
                            return LambdaTriggers.httpApi(
                                    Optional.of(key[0]).filter(text -> key.length == 2),
                                    Optional.of(key[key.length - 1])
                                            .filter(text -> key.length == 2),
                                    timeout,
                                    payload,
                                    route.place());
                        })
                .toList();
    }

    private boolean targets(Template.Resource route, String integration) {
        return route.properties()
                .get("Target")
                .filter(target -> template.mentions(target).contains(integration))
                .isPresent();
    }

    /** The mode of a response, when a property says that it is streamed. */
    Optional<Setting> streamed(ConfigNode node, String key) {
        return template.at(node, key)
                .map(
                        mode ->
                                template.isUnknown(mode)
                                        ? new Setting(
                                                new Value.Unknown("it is computed"),
                                                Setting.Origin.CONFIG,
                                                Optional.of(mode.place()))
                                        : Setting.at(
                                                new Value.Known(
                                                        Nodes.text(mode)
                                                                        .orElse("")
                                                                        .contains("STREAM")
                                                                ? "stream"
                                                                : "buffered"),
                                                mode.place()));
    }
}
