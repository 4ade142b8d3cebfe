package dev.dovetail.config.constructs;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.cloudformation.TemplateDraft;
import dev.dovetail.workspace.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** REST, HTTP and WebSocket APIs, URLs of functions and targets of load balancers. */
final class ApiConstructs {

    private final CdkApp app;

    ApiConstructs(CdkApp app) {
        this.app = app;
    }

    /** Whether a construct is read here. */
    boolean add(Construct construct) {
        switch (construct.name()) {
            case "apigateway.RestApi", "apigateway.SpecRestApi" -> restApi(construct);
            case "apigateway.LambdaRestApi" -> lambdaRestApi(construct);
            case "apigatewayv2.HttpApi" -> httpApi(construct);
            case "apigatewayv2.WebSocketApi" -> webSocketApi(construct);
            default -> {
                return construct.method().filter(method -> call(construct, method)).isPresent();
            }
        }
        return true;
    }

    private boolean call(Construct call, String method) {
        switch (method) {
            case "addfunctionurl" -> url(call);
            case "addresource" -> resource(call, call.argument(0).map(app.values()::plain));
            case "addproxy" -> proxy(call);
            case "addmethod" -> method(call);
            case "addroutes" -> routes(call);
            case "addroute" -> route(call);
            case "addtargets" -> targets(call);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void url(Construct call) {
        Map<String, ConfigNode> properties = new LinkedHashMap<>();
        properties.put("TargetFunctionArn", receiver(call));
        call.get("invokeMode").ifPresent(mode -> properties.put("InvokeMode", TemplateDraft.scalar(CdkValues.constant(mode).orElse(CdkValues.COMPUTED), mode.place())));
        app.add(app.id(call), "AWS::Lambda::Url", properties, call.place());
    }

    private ConfigNode receiver(Construct call) {
        List<String> ids = call.receiver().flatMap(app::at).map(app::id).stream().toList();
        return ids.isEmpty() ? TemplateDraft.scalar(CdkValues.COMPUTED, call.place()) : TemplateDraft.references(ids, call.place());
    }

    private void restApi(Construct api) {
        app.add(app.id(api), "AWS::ApiGateway::RestApi", Map.of(), api.place());
    }

    private void lambdaRestApi(Construct api) {
        restApi(api);
        boolean proxies = api.get("proxy").flatMap(CdkValues::text).filter("false"::equalsIgnoreCase).isEmpty();
        Optional<ConfigNode> handler = api.get("handler");
        if (proxies && handler.isPresent()) {
            Place place = api.place();
            ConfigNode self = TemplateDraft.references(List.of(app.id(api)), place);
            String id = app.id(api) + "-proxy";
            app.add(id, "AWS::ApiGateway::Resource", Map.of("ParentId", self, "PathPart", TemplateDraft.scalar("{proxy+}", place)), place);
            Optional<ConfigNode> options = api.get("integrationOptions");
            for (String at : List.of(app.id(api), id)) {
                addMethod(at + "-any", TemplateDraft.scalar("ANY", place), TemplateDraft.references(List.of(at), place), handler.get(), options.flatMap(each -> each.get("timeout")), place);
            }
        }
    }

    private void resource(Construct call, Optional<ConfigNode> part) {
        Map<String, ConfigNode> properties = new LinkedHashMap<>();
        properties.put("ParentId", receiver(call));
        part.ifPresent(each -> properties.put("PathPart", each));
        app.add(app.id(call), "AWS::ApiGateway::Resource", properties, call.place());
    }

    private void proxy(Construct call) {
        resource(call, Optional.of(TemplateDraft.scalar("{proxy+}", call.place())));
        integration(call, call.get("defaultIntegration"))
                .ifPresent(
                        each ->
                                addMethod(
                                        app.id(call) + "-any",
                                        TemplateDraft.scalar("ANY", call.place()),
                                        TemplateDraft.references(List.of(app.id(call)), call.place()),
                                        each.node(),
                                        each.timeout(),
                                        call.place()));
    }

    private void method(Construct call) {
        integration(call, call.argument(1))
                .ifPresent(
                        each ->
                                addMethod(
                                        app.id(call),
                                        call.argument(0).map(app.values()::plain).orElse(TemplateDraft.scalar("ANY", call.place())),
                                        receiver(call),
                                        each.node(),
                                        each.timeout(),
                                        call.place()));
    }

    /** A function that is called, and how long the API waits for it. */
    private record Integration(ConfigNode node, Optional<ConfigNode> timeout) {}

    /** What a method is given, or else the API's default. */
    private Optional<Integration> integration(Construct call, Optional<ConfigNode> given) {
        Optional<Construct> made = given.flatMap(app.values()::made);
        if (made.isPresent()) {
            return made.filter(each -> each.name().startsWith("apigateway.")).map(each -> new Integration(each.argument(0).orElse(given.get()), each.get("timeout")));
        }
        if (given.isPresent()) {
            return Optional.empty();
        }
        Optional<Construct> api = Optional.of(call);
        for (int i = 0; i < 20 && api.isPresent() && api.get().receiver().isPresent(); i++) {
            api = api.get().receiver().flatMap(app::at);
        }
        Optional<ConfigNode> handler = api.flatMap(each -> each.get("handler"));
        return handler.isPresent()
                ? handler.map(each -> new Integration(each, Optional.empty()))
                : api.flatMap(each -> each.get("defaultIntegration")).flatMap(app.values()::made).flatMap(each -> each.argument(0).map(node -> new Integration(node, each.get("timeout"))));
    }

    private void addMethod(String id, ConfigNode verb, ConfigNode resource, ConfigNode function, Optional<ConfigNode> timeout, Place place) {
        Map<String, ConfigNode> integration = new LinkedHashMap<>();
        integration.put("Type", TemplateDraft.scalar("AWS_PROXY", place));
        integration.put("Uri", app.reference(function));
        timeout.ifPresent(node -> integration.put("TimeoutInMillis", milliseconds(node)));
        app.add(
                id,
                "AWS::ApiGateway::Method",
                Map.of("HttpMethod", verb, "ResourceId", resource, "Integration", TemplateDraft.mapping(integration, place)),
                place);
    }

    private ConfigNode milliseconds(ConfigNode node) {
        ConfigNode seconds = app.values().seconds(node);
        return seconds instanceof ConfigNode.Scalar scalar && scalar.value() instanceof Number number
                ? TemplateDraft.scalar(number.doubleValue() * 1000, node.place())
                : seconds;
    }

    private void httpApi(Construct api) {
        app.add(app.id(api), "AWS::ApiGatewayV2::Api", Map.of("ProtocolType", TemplateDraft.scalar("HTTP", api.place())), api.place());
        api.get("defaultIntegration")
                .ifPresent(each -> addRoute(app.id(api) + "-default", TemplateDraft.references(List.of(app.id(api)), api.place()), "$default", each, true, api.place()));
    }

    private void webSocketApi(Construct api) {
        app.add(app.id(api), "AWS::ApiGatewayV2::Api", Map.of("ProtocolType", TemplateDraft.scalar("WEBSOCKET", api.place())), api.place());
        Map<String, String> routes = new LinkedHashMap<>();
        routes.put("connectRouteOptions", "$connect");
        routes.put("disconnectRouteOptions", "$disconnect");
        routes.put("defaultRouteOptions", "$default");
        routes.forEach(
                (options, key) ->
                        api.get(options)
                                .flatMap(each -> member(each, "integration"))
                                .ifPresent(each -> addRoute(app.id(api) + "-" + key.substring(1), TemplateDraft.references(List.of(app.id(api)), api.place()), key, each, false, each.place())));
    }

    /** A member of an object, or of the call that makes it in other languages. */
    private Optional<ConfigNode> member(ConfigNode node, String name) {
        return node.get(name).or(() -> app.values().made(node).flatMap(each -> each.get(name)));
    }

    private void routes(Construct call) {
        Optional<ConfigNode> integration = call.get("integration");
        Optional<String> path = call.get("path").flatMap(CdkValues::text);
        if (integration.isEmpty()) {
            return;
        }
        List<ConfigNode> methods = call.get("methods").map(Nodes::elements).orElse(List.of());
        List<String> verbs = methods.isEmpty() ? List.of("ANY") : methods.stream().map(each -> CdkValues.constant(each).orElse("ANY")).distinct().toList();
        for (String verb : verbs) {
            String key = path.map(each -> verb + " " + each).orElse(CdkValues.COMPUTED);
            addRoute(app.id(call) + "-" + verb, receiver(call), key, integration.get(), true, call.place());
        }
    }

    private void route(Construct call) {
        Optional<String> key = call.argument(0).flatMap(CdkValues::text);
        call.get("integration").ifPresent(each -> addRoute(app.id(call), receiver(call), key.orElse(CdkValues.COMPUTED), each, false, call.place()));
    }

    private void addRoute(String id, ConfigNode api, String key, ConfigNode integration, boolean http, Place place) {
        Optional<Construct> made = app.values().made(integration);
        Optional<ConfigNode> function = made.flatMap(each -> each.get("handler").or(() -> each.argument(1)));
        Map<String, ConfigNode> properties = new LinkedHashMap<>();
        properties.put("ApiId", api);
        properties.put("IntegrationUri", app.reference(function.orElse(integration)));
        if (http) {
            // https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_apigatewayv2_integrations.HttpLambdaIntegrationProps.html
            Optional<ConfigNode> format = made.flatMap(each -> each.get("payloadFormatVersion"));
            String version = format.map(each -> CdkValues.constant(each).map(word -> word.equals("VERSION_1_0") ? "1.0" : "2.0").orElse(CdkValues.COMPUTED)).orElse("2.0");
            properties.put("PayloadFormatVersion", TemplateDraft.scalar(version, format.map(ConfigNode::place).orElse(integration.place())));
        }
        made.flatMap(each -> each.get("timeout")).ifPresent(node -> properties.put("TimeoutInMillis", milliseconds(node)));
        app.add(id + "-integration", "AWS::ApiGatewayV2::Integration", properties, place);
        app.add(
                id,
                "AWS::ApiGatewayV2::Route",
                Map.of("ApiId", api, "RouteKey", TemplateDraft.scalar(key, place), "Target", TemplateDraft.references(List.of(id + "-integration"), place)),
                place);
    }

    private void targets(Construct call) {
        call.get("targets")
                .ifPresent(node -> app.add(app.id(call), "AWS::ElasticLoadBalancingV2::TargetGroup", Map.of("Targets", app.reference(node)), call.place()));
    }
}
