package dev.dovetail.config.cloudformation;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Documents;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.Setting;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.aws.LambdaTriggers;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The routes of an API that an OpenAPI document defines, in the template or in a file beside. */
final class OpenApi {

    private static final String INTEGRATION = "x-amazon-apigateway-integration";
    private static final String AUTHORIZER = "x-amazon-apigateway-authorizer";
    private static final String ANY = "x-amazon-apigateway-any-method";

    private final Template template;
    private final Intrinsics intrinsics;
    private final Documents documents;
    private final Callers callers;
    private final Ways ways;

    OpenApi(Template template, Documents documents, Callers callers, Ways ways) {
        this.template = template;
        this.intrinsics = template.intrinsics();
        this.documents = documents;
        this.callers = callers;
        this.ways = ways;
    }

    /**
     * Reads the definition of an API.
     *
     * @param rest whether it is a REST API and not an HTTP API
     * @param key the property that holds a definition in the template itself
     */
    void read(Template.Resource api, boolean rest, String key) {
        Optional<ConfigNode> definition =
                intrinsics
                        .at(api.properties(), key)
                        .or(() -> intrinsics.at(api.properties(), "DefinitionUri"))
                        .map(this::included);
        for (ConfigNode.Entry path :
                intrinsics.entries(definition.flatMap(each -> each.get("paths")))) {
            for (ConfigNode.Entry method : intrinsics.entries(Optional.of(path.value()))) {
                intrinsics
                        .at(method.value(), INTEGRATION)
                        .ifPresent(
                                integration ->
                                        route(api, rest, path.key(), method, integration));
            }
        }
        definition.ifPresent(each -> authorizers(api, each));
    }

    /** The document that an {@code AWS::Include}, or a path of the workspace, brings in. */
    private ConfigNode included(ConfigNode definition) {
        Optional<String> location =
                Nodes.text(definition)
                        .or(
                                () ->
                                        intrinsics.text(
                                                definition,
                                                "Fn::Transform",
                                                "Parameters",
                                                "Location"))
                        .or(
                                () ->
                                        Intrinsic.of(definition)
                                                .filter(call -> call.name().equals("Transform"))
                                                .flatMap(
                                                        call ->
                                                                intrinsics.text(
                                                                        call.argument(),
                                                                        "Parameters",
                                                                        "Location")));
        return location.filter(text -> !text.contains(":") && !text.contains("$"))
                .flatMap(text -> Paths.resolve(template.folder(), text))
                .map(documents::read)
                .filter(read -> !read.isEmpty())
                .map(read -> read.get(0))
                .orElse(definition);
    }

    private void route(
            Template.Resource api,
            boolean rest,
            String path,
            ConfigNode.Entry method,
            ConfigNode integration) {
        Optional<String> verb =
                method.key().equals(ANY) ? Optional.empty() : Optional.of(method.key());
        Place place = method.keyPlace();
        Optional<Setting> timeout = intrinsics.setting(integration, "timeoutInMillis");
        Trigger request =
                rest
                        ? LambdaTriggers.rest(
                                verb, Optional.of(path), timeout, mode(integration), place)
                        : LambdaTriggers.httpApi(
                                verb,
                                Optional.of(path),
                                timeout,
                                intrinsics
                                        .setting(integration, "payloadFormatVersion")
                                        .orElse(LambdaTriggers.payload("1.0")),
                                place);
        boolean proxied =
                intrinsics
                        .text(integration, "type")
                        .filter("aws_proxy"::equalsIgnoreCase)
                        .isPresent();
        Trigger trigger = proxied ? request : LambdaTriggers.mapped(request);
        integration
                .get("uri")
                .ifPresent(
                        uri ->
                                callers.functionsIn(uri)
                                        .forEach(function -> ways.add(function, api, trigger)));
    }

    private Optional<Setting> mode(ConfigNode integration) {
        return intrinsics
                .at(integration, "responseTransferMode")
                .map(node -> HttpCallers.mode(intrinsics, node, "STREAM"));
    }

    private void authorizers(Template.Resource api, ConfigNode definition) {
        for (Optional<ConfigNode> schemes :
                List.of(
                        definition.get("securityDefinitions"),
                        Nodes.at(definition, "components", "securitySchemes"))) {
            for (ConfigNode.Entry scheme : intrinsics.entries(schemes)) {
                scheme.value()
                        .get(AUTHORIZER)
                        .ifPresent(
                                node ->
                                        callers.functionsIn(node)
                                                .forEach(
                                                        function ->
                                                                ways.add(
                                                                        function,
                                                                        api,
                                                                        LambdaTriggers.other(
                                                                                Trigger.Kind.EVENT,
                                                                                Map.of(),
                                                                                scheme
                                                                                        .keyPlace()))));
            }
        }
    }
}
