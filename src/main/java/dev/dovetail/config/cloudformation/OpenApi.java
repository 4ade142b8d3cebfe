package dev.dovetail.config.cloudformation;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.Setting;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.aws.LambdaTriggers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** APIs that a template describes by an OpenAPI document with integrations. */
final class OpenApi {

    private static final String INTEGRATION = "x-amazon-apigateway-integration";

    private static final Set<String> METHODS =
            Set.of(
                    "get",
                    "put",
                    "post",
                    "delete",
                    "options",
                    "head",
                    "patch",
                    "trace",
                    "x-amazon-apigateway-any-method");

    private final Template template;
    private final Callers callers;

    OpenApi(Template template, Callers callers) {
        this.template = template;
        this.callers = callers;
    }

    /**
     * The operations that call one of the functions; empty when the API only mentions it.
     *
     * @param names logical ids of the function and its aliases
     */
    List<Trigger> triggers(Template.Resource api, Set<String> names, boolean http) {
        List<Trigger> triggers = new ArrayList<>();
        Optional<ConfigNode> body =
                api.properties().get("Body").or(() -> api.properties().get("DefinitionBody"));
        for (ConfigNode.Entry path : Nodes.entries(body.flatMap(each -> each.get("paths")))) {
            for (ConfigNode.Entry operation : Nodes.entries(Optional.of(path.value()))) {
                Optional<ConfigNode> integration = operation.value().get(INTEGRATION);
                boolean calls =
                        METHODS.contains(operation.key())
                                && integration
                                        .filter(
                                                each ->
                                                        template.mentions(each).stream()
                                                                .anyMatch(names::contains))
                                        .isPresent();
                if (calls) {
                    triggers.add(trigger(path.key(), operation, integration.get(), http));
                }
            }
        }
        return triggers;
    }

    private Trigger trigger(
            String path, ConfigNode.Entry operation, ConfigNode integration, boolean http) {
        Optional<String> method =
                Optional.of(operation.key()).filter(key -> !key.startsWith("x-"));
        Optional<Setting> timeout =
                template.at(integration, "timeoutInMillis").map(node -> Template.scaled(node, 1));
        if (!http) {
            return LambdaTriggers.rest(
                    method,
                    Optional.of(path),
                    timeout,
                    callers.streamed(integration, "responseTransferMode"),
                    operation.keyPlace());
        }
        Setting payload =
                template.at(integration, "payloadFormatVersion")
                        .map(Template::setting)
                        .orElse(LambdaTriggers.payload("1.0"));
        return LambdaTriggers.httpApi(
                method, Optional.of(path), timeout, payload, operation.keyPlace());
    }
}
