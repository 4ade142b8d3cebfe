package dev.dovetail.config.terraform.aws;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.cloudformation.TemplateDraft;
import dev.dovetail.config.terraform.values.Resource;
import dev.dovetail.config.terraform.values.Term;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Modules of the registry that are widely used, as the resources which they make: lambda,
 * apigateway-v2 and ecs of https://github.com/terraform-aws-modules.
 */
final class RegistryModules {

    private final AwsTemplate template;
    private final TermNodes nodes;
    private final FunctionCode code;

    RegistryModules(AwsTemplate template, TermNodes nodes, FunctionCode code) {
        this.template = template;
        this.nodes = nodes;
        this.code = code;
    }

    /** A module's source as the registry has it, also when it is fetched from where it is developed. */
    static String source(String written) {
        String source =
                written.replaceFirst("\\?.*$", "")
                        .replaceFirst("^(?:registry\\.terraform\\.io|registry\\.opentofu\\.org)/", "")
                        .replaceFirst("^(?:git::)?(?:https://|ssh://git@|git@)?github\\.com[/:]", "github/");
        return source.replaceFirst("^github/terraform-aws-modules/terraform-aws-([\\w-]+)(?:\\.git)?", "terraform-aws-modules/$1/aws");
    }

    /** Adds what a module makes; false for one that is not read. */
    boolean add(Resource call) {
        switch (source(call.type())) {
            case "terraform-aws-modules/lambda/aws" -> function(call);
            case "terraform-aws-modules/lambda/aws//modules/alias" ->
                    template.add(call, "AWS::Lambda::Alias", properties(call.place(), "terraform-aws-modules/lambda/aws//modules/alias", values(call)));
            case "terraform-aws-modules/apigateway-v2/aws" -> api(call);
            case "terraform-aws-modules/ecs/aws//modules/service" -> service(call, "", values(call));
            case "terraform-aws-modules/ecs/aws" ->
                    call.attribute("services").entries().forEach((key, entry) -> service(call, key, entry.value()));
            default -> {
                return false;
            }
        }
        return true;
    }

    private static Term values(Resource call) {
        return new Term.Reference(call, call.place());
    }

    private Properties properties(Place place, String type, Term of) {
        Properties properties = new Properties(place);
        Words.of(type)
                .ifPresent(
                        words ->
                                words.properties()
                                        .forEach(each -> properties.put(each, of, (term, reference) -> reference ? template.reference(term) : nodes.value(term))));
        return properties;
    }

    private void function(Resource call) {
        boolean layer = call.attribute("create_layer").truth().orElse(false);
        if (layer || isOff(call, "create") || isOff(call, "create_function")) {
            return;
        }
        Properties function = properties(call.place(), "terraform-aws-modules/lambda/aws", values(call));
        function.put("Code", code.ofModule(call));
        call.attribute("reserved_concurrent_executions").number().filter(most -> most >= 0)
                .ifPresent(most -> function.put("ReservedConcurrentExecutions", nodes.value(call.attribute("reserved_concurrent_executions"))));
        if (call.attribute("snap_start").truth().orElse(false)) {
            function.put("SnapStart", TemplateDraft.mapping(Map.of("ApplyOn", TemplateDraft.scalar("PublishedVersions", call.attribute("snap_start").place())), call.place()));
        }
        Term mount = call.attribute("file_system_local_mount_path");
        if (!mount.isAbsent()) {
            function.put("FileSystemConfigs", new ConfigNode.Sequence(List.of(TemplateDraft.mapping(Map.of("LocalMountPath", nodes.value(mount)), mount.place())), "", mount.place()));
        }
        template.addNamed(call.attribute("environment_variables"), function);
        template.add(call, "AWS::Lambda::Function", function);
        callers(call);
    }

    private void callers(Resource call) {
        Term url = call.attribute("create_lambda_function_url");
        if (!url.isAbsent() && url.truth().orElse(true)) {
            Properties properties = new Properties(url.place());
            properties.put("TargetFunctionArn", itself(call, url.place()));
            Term mode = call.attribute("invoke_mode");
            if (!mode.isAbsent()) {
                properties.put("InvokeMode", nodes.value(mode));
            }
            part(call, "url", "AWS::Lambda::Url", properties);
        }
        for (Map.Entry<String, Term.Entry> each : call.attribute("event_source_mapping").entries().entrySet()) {
            Properties properties = new Properties(each.getValue().keyPlace());
            properties.put("FunctionName", itself(call, call.place()));
            each.getValue().value().get("event_source_arn").ifPresent(arn -> properties.put("EventSourceArn", template.reference(arn)));
            part(call, "source-" + each.getKey(), "AWS::Lambda::EventSourceMapping", properties);
        }
        for (Map.Entry<String, Term.Entry> each : call.attribute("allowed_triggers").entries().entrySet()) {
            Term trigger = each.getValue().value();
            Properties properties = new Properties(each.getValue().keyPlace());
            properties.put("FunctionName", itself(call, call.place()));
            Optional<String> principal =
                    trigger.get("principal").flatMap(Term::text).or(() -> trigger.get("service").flatMap(Term::text).map(service -> service + ".amazonaws.com"));
            properties.put("Principal", TemplateDraft.scalar(principal.orElse(each.getKey()), each.getValue().keyPlace()));
            part(call, "trigger-" + each.getKey(), "AWS::Lambda::Permission", properties);
        }
    }

    private void api(Resource call) {
        if (isOff(call, "create")) {
            return;
        }
        Properties api = new Properties(call.place());
        Term protocol = call.attribute("protocol_type");
        api.put("ProtocolType", protocol.isAbsent() ? TemplateDraft.scalar("HTTP", call.place()) : nodes.value(protocol));
        template.add(call, "AWS::ApiGatewayV2::Api", api);
        // Until version 5 routes were the keys of integrations.
        call.attribute("routes").entries().forEach((key, entry) -> entry.value().get("integration").ifPresent(each -> route(call, key, entry.keyPlace(), each)));
        call.attribute("integrations").entries().forEach((key, entry) -> route(call, key, entry.keyPlace(), entry.value()));
    }

    private void route(Resource call, String key, Place place, Term integration) {
        Optional<Term> uri = integration.get("uri").or(() -> integration.get("lambda_arn")).or(() -> integration.get("integration_uri"));
        if (uri.isEmpty()) {
            return;
        }
        String id = "integration-" + key;
        Properties properties = new Properties(integration.place());
        properties.put("ApiId", itself(call, place));
        properties.put("IntegrationUri", template.reference(uri.get()));
        integration.get("timeout_milliseconds").ifPresent(time -> properties.put("TimeoutInMillis", nodes.value(time)));
        properties.put(
                "PayloadFormatVersion",
                integration.get("payload_format_version").map(nodes::value).orElse(TemplateDraft.scalar("1.0", integration.place())));
        part(call, id, "AWS::ApiGatewayV2::Integration", properties);
        Properties route = new Properties(place);
        route.put("ApiId", itself(call, place));
        route.put("RouteKey", TemplateDraft.scalar(key, place));
        route.put("Target", TemplateDraft.mapping(Map.of("Ref", TemplateDraft.scalar(partId(call, id), place)), place));
        part(call, "route-" + key, "AWS::ApiGatewayV2::Route", route);
    }

    private void service(Resource call, String key, Term values) {
        if (values.get("create").flatMap(Term::truth).equals(Optional.of(false))) {
            return;
        }
        String name = key.isEmpty() ? template.id(call).orElse(call.name()) : key;
        Place place = values.place();
        Properties task = properties(place, "terraform-aws-modules/ecs/aws//modules/service", values);
        List<ConfigNode> containers = new ArrayList<>();
        values.get("container_definitions")
                .map(Term::entries)
                .orElse(Map.of())
                .forEach((container, entry) -> containers.add(container(container, entry)));
        task.put("ContainerDefinitions", new ConfigNode.Sequence(containers, "", place));
        template.add(name + "-task", call, "AWS::ECS::TaskDefinition", task);
        Properties service = new Properties(place);
        service.put("TaskDefinition", TemplateDraft.mapping(Map.of("Ref", TemplateDraft.scalar(name + "-task", place)), place));
        service.put("DesiredCount", values.get("desired_count").map(nodes::value).orElse(TemplateDraft.scalar(1L, place)));
        List<ConfigNode> balancers = new ArrayList<>();
        for (Term.Entry each : values.get("load_balancer").map(Term::entries).orElse(Map.of()).values()) {
            Properties balancer = new Properties(each.value().place());
            each.value().get("container_name").ifPresent(container -> balancer.put("ContainerName", nodes.value(container)));
            each.value().get("target_group_arn").ifPresent(group -> balancer.put("TargetGroupArn", template.reference(group)));
            balancers.add(balancer.node());
        }
        service.put("LoadBalancers", new ConfigNode.Sequence(balancers, "", place));
        template.add(name, call, "AWS::ECS::Service", service);
        scaling(call, name, values);
    }

    /** The module scales from 1 to 10 unless it is told otherwise. */
    private void scaling(Resource call, String name, Term values) {
        if (values.get("enable_autoscaling").flatMap(Term::truth).equals(Optional.of(false))) {
            return;
        }
        Place place = values.place();
        Properties target = new Properties(place);
        target.put("ResourceId", TemplateDraft.mapping(Map.of("Ref", TemplateDraft.scalar(name, place)), place));
        target.put("MinCapacity", values.get("autoscaling_min_capacity").map(nodes::value).orElse(TemplateDraft.scalar(1L, place)));
        target.put("MaxCapacity", values.get("autoscaling_max_capacity").map(nodes::value).orElse(TemplateDraft.scalar(10L, place)));
        template.add(name + "-scaling", call, "AWS::ApplicationAutoScaling::ScalableTarget", target);
    }

    private ConfigNode container(String name, Term.Entry entry) {
        ConfigNode node = nodes.value(entry.value(), RegistryModules::spelled);
        if (!(node instanceof ConfigNode.Mapping mapping)) {
            return node;
        }
        List<ConfigNode.Entry> entries = new ArrayList<>(mapping.entries());
        entries.add(0, new ConfigNode.Entry("Name", entry.keyPlace(), TemplateDraft.scalar(name, entry.keyPlace())));
        if (mapping.get("ReadonlyRootFilesystem").isEmpty()) {
            entries.add(new ConfigNode.Entry("ReadonlyRootFilesystem", entry.keyPlace(), TemplateDraft.scalar(true, entry.keyPlace())));
        }
        return new ConfigNode.Mapping(entries, "", mapping.place());
    }

    /** Before version 6 the module had its own spelling: {@code port_mappings}, {@code entrypoint}. */
    private static String spelled(String key) {
        StringBuilder spelled = new StringBuilder();
        for (String word : key.equals("entrypoint") ? new String[] {"entry", "point"} : key.split("_")) {
            spelled.append(TermNodes.capitalized(word));
        }
        return spelled.toString();
    }

    private static boolean isOff(Resource call, String input) {
        return call.attribute(input).truth().equals(Optional.of(false));
    }

    private ConfigNode itself(Resource call, Place place) {
        return nodes.references(List.of(call), place);
    }

    private String partId(Resource call, String part) {
        return TemplateDraft.id(template.id(call).orElse(call.name()) + "-" + part);
    }

    private void part(Resource call, String part, String type, Properties properties) {
        template.add(partId(call, part), call, type, properties);
    }
}
