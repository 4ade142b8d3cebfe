package dev.dovetail.config.cloudformation;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Documents;
import dev.dovetail.config.Setting;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.Value;
import dev.dovetail.config.aws.LambdaTriggers;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Resources that pass requests and connections to functions. */
final class HttpCallers {

    private static final String METHOD = "AWS::ApiGateway::Method";

    private final Template template;
    private final Intrinsics intrinsics;
    private final OpenApi openApi;
    private final Callers callers;
    private final Ways ways;

    HttpCallers(Template template, Documents documents, Callers callers, Ways ways) {
        this.template = template;
        this.intrinsics = template.intrinsics();
        this.openApi = new OpenApi(template, documents, callers, ways);
        this.callers = callers;
        this.ways = ways;
    }

    /** Whether a resource is of a type that is read here. */
    boolean read(Template.Resource resource) {
        switch (resource.type()) {
            case METHOD -> method(resource);
            case "AWS::ApiGateway::RestApi" -> openApi.read(resource, true, "Body");
            case "AWS::Serverless::Api" -> {
                openApi.read(resource, true, "DefinitionBody");
                authorizers(resource);
            }
            case "AWS::Serverless::HttpApi" -> {
                openApi.read(resource, false, "DefinitionBody");
                authorizers(resource);
            }
            case "AWS::ApiGatewayV2::Api" -> {
                openApi.read(resource, false, "Body");
                quickTarget(resource);
            }
            case "AWS::ApiGatewayV2::Route" -> route(resource);
            case "AWS::Serverless::WebSocketApi" -> webSocket(resource);
            case "AWS::Lambda::Url" -> url(resource);
            case "AWS::ElasticLoadBalancingV2::TargetGroup" -> targets(resource);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void method(Template.Resource resource) {
        ConfigNode properties = resource.properties();
        Optional<ConfigNode> integration = intrinsics.at(properties, "Integration");
        if (integration.isEmpty()) {
            return;
        }
        Optional<Setting> mode =
                intrinsics
                        .at(integration.get(), "ResponseTransferMode")
                        .map(node -> mode(intrinsics, node, "STREAM"));
        Trigger request =
                LambdaTriggers.rest(
                        intrinsics.text(properties, "HttpMethod"),
                        path(properties),
                        intrinsics.setting(integration.get(), "TimeoutInMillis"),
                        mode,
                        resource.place());
        boolean proxied =
                intrinsics
                        .text(integration.get(), "Type")
                        .filter("AWS_PROXY"::equals)
                        .isPresent();
        Trigger trigger = proxied ? request : LambdaTriggers.mapped(request);
        boolean asynchronous =
                intrinsics
                        .entries(intrinsics.at(integration.get(), "RequestParameters"))
                        .stream()
                        .anyMatch(
                                entry ->
                                        entry.key().endsWith("X-Amz-Invocation-Type")
                                                && Callers.word(entry.value()).contains("event"));
        calls(
                integration.flatMap(each -> each.get("Uri")),
                resource,
                asynchronous
                        ? LambdaTriggers.other(Trigger.Kind.EVENT, Map.of(), resource.place())
                        : trigger);
    }

    /** The path of a method by the resources that it hangs under. */
    private Optional<String> path(ConfigNode method) {
        StringBuilder path = new StringBuilder();
        Set<String> seen = new HashSet<>();
        Optional<ConfigNode> parent = method.get("ResourceId");
        while (parent.isPresent()) {
            Optional<Template.Resource> resource =
                    template.referred(parent.get()).stream()
                            .filter(each -> each.type().equals("AWS::ApiGateway::Resource"))
                            .findFirst();
            if (resource.isEmpty()) {
                boolean isRoot =
                        template.referred(parent.get()).stream()
                                .anyMatch(each -> each.type().equals("AWS::ApiGateway::RestApi"));
                return isRoot ? Optional.of(path.isEmpty() ? "/" : path.toString()) : Optional.empty();
            }
            Optional<String> part = intrinsics.text(resource.get().properties(), "PathPart");
            if (part.isEmpty() || !seen.add(resource.get().id())) {
                return Optional.empty();
            }
            path.insert(0, "/" + part.get());
            parent = resource.get().properties().get("ParentId");
        }
        return Optional.empty();
    }

    private void quickTarget(Template.Resource api) {
        calls(
                api.properties().get("Target"),
                api,
                LambdaTriggers.httpApi(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        unknownPayload(),
                        api.place()));
    }

    private void route(Template.Resource route) {
        ConfigNode properties = route.properties();
        for (Template.Resource integration :
                properties.get("Target").map(template::referred).orElse(List.of())) {
            if (!integration.type().equals("AWS::ApiGatewayV2::Integration")) {
                continue;
            }
            Optional<ConfigNode> uri = integration.properties().get("IntegrationUri");
            Optional<Trigger> trigger = trigger(route, integration.properties());
            for (String function : uri.map(callers::functionsIn).orElse(Set.of())) {
                ways.settle(function, integration);
                trigger.ifPresentOrElse(
                        each -> ways.add(function, route, each), () -> ways.doubt(function));
            }
        }
    }

    private Optional<Trigger> trigger(Template.Resource route, ConfigNode integration) {
        String key = intrinsics.text(route.properties(), "RouteKey").orElse("");
        Optional<Setting> timeout = intrinsics.setting(integration, "TimeoutInMillis");
        if (isWebSocket(route.properties(), key)) {
            return Optional.of(
                    LambdaTriggers.websocket(Optional.of(key), timeout, route.place()));
        }
        String[] parts = key.strip().split("\\s+");
        if (parts.length != 2 && !key.equals("$default")) {
            return Optional.empty();
        }
        return Optional.of(
                LambdaTriggers.httpApi(
                        parts.length == 2 ? Optional.of(parts[0]) : Optional.empty(),
                        parts.length == 2 ? Optional.of(parts[1]) : Optional.empty(),
                        timeout,
                        intrinsics
                                .setting(integration, "PayloadFormatVersion")
                                .orElse(unknownPayload()),
                        route.place()));
    }

    private boolean isWebSocket(ConfigNode route, String key) {
        Optional<String> protocol =
                route.get("ApiId").map(template::referred).orElse(List.of()).stream()
                        .findFirst()
                        .flatMap(api -> intrinsics.text(api.properties(), "ProtocolType"));
        return protocol.map("WEBSOCKET"::equals)
                .orElse(key.equals("$connect") || key.equals("$disconnect"));
    }

    private static Setting unknownPayload() {
        return new Setting(
                new Value.Unknown("the integration does not say"),
                Setting.Origin.DEFAULT,
                Optional.empty());
    }

    private void webSocket(Template.Resource api) {
        for (ConfigNode.Entry route :
                intrinsics.entries(intrinsics.at(api.properties(), "Routes"))) {
            ConfigNode details = intrinsics.resolve(route.value());
            calls(
                    details.get("FunctionArn"),
                    api,
                    LambdaTriggers.websocket(
                            Optional.of(route.key()),
                            intrinsics.setting(details, "IntegrationTimeout"),
                            route.keyPlace()));
        }
        authorizers(api);
    }

    private void url(Template.Resource url) {
        Optional<Setting> mode =
                intrinsics
                        .at(url.properties(), "InvokeMode")
                        .map(node -> mode(intrinsics, node, "RESPONSE_STREAM"));
        calls(
                url.properties().get("TargetFunctionArn"),
                url,
                LambdaTriggers.functionUrl(mode, url.place()));
    }

    private void targets(Template.Resource group) {
        calls(
                group.properties().get("Targets"),
                group,
                LambdaTriggers.loadBalancer(group.place()));
    }

    /** Functions that an API asks whether a request may pass. */
    private void authorizers(Template.Resource api) {
        calls(
                api.properties().get("Auth"),
                api,
                LambdaTriggers.other(Trigger.Kind.EVENT, Map.of(), api.place()));
    }

    private void calls(Optional<ConfigNode> target, Template.Resource resource, Trigger trigger) {
        target.map(callers::functionsIn)
                .orElse(Set.of())
                .forEach(function -> ways.add(function, resource, trigger));
    }

    /** A response mode that is {@code stream} when config says the word. */
    static Setting mode(Intrinsics intrinsics, ConfigNode node, String word) {
        Value value = intrinsics.value(node);
        Value mode =
                value.text()
                        .<Value>map(
                                text ->
                                        new Value.Known(
                                                text.equals(word) ? "stream" : "buffered"))
                        .orElse(value);
        return Setting.at(mode, node.place());
    }
}
