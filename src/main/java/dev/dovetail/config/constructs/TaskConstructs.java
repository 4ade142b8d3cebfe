package dev.dovetail.config.constructs;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.cloudformation.TemplateDraft;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tasks and services of Amazon ECS: https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_ecs-readme.html
 * and its patterns.
 */
final class TaskConstructs {

    static final Set<String> TYPES =
            Set.of(
                    "ecs_patterns.ApplicationLoadBalancedFargateService",
                    "ecs_patterns.ApplicationLoadBalancedEc2Service",
                    "ecs.FargateTaskDefinition",
                    "ecs.Ec2TaskDefinition",
                    "ecs.TaskDefinition");

    private final CdkApp app;
    private final List<Construct> all;

    /**
     * @param all constructs of the program, among which those are that add to tasks
     */
    TaskConstructs(CdkApp app, List<Construct> all) {
        this.app = app;
        this.all = all;
    }

    /** Whether a construct is read here. */
    boolean add(Construct construct) {
        switch (construct.name()) {
            case "ecs_patterns.ApplicationLoadBalancedFargateService", "ecs_patterns.ApplicationLoadBalancedEc2Service" -> pattern(construct);
            case "ecs.FargateTaskDefinition", "ecs.Ec2TaskDefinition", "ecs.TaskDefinition" -> task(construct);
            case "ecs.FargateService", "ecs.Ec2Service" -> service(construct);
            default -> {
                return construct.method().filter(method -> scaling(construct, method)).isPresent();
            }
        }
        return true;
    }

    private void pattern(Construct pattern) {
        Place place = pattern.place();
        Optional<ConfigNode> options = pattern.get("taskImageOptions");
        Optional<Construct> made = options.flatMap(app.values()::made);
        Map<String, ConfigNode> container = new LinkedHashMap<>();
        container.put("Name", TemplateDraft.scalar("web", place));
        option(options, made, "image").ifPresent(node -> image(node, container));
        option(options, made, "environment").ifPresent(node -> container.put("Environment", environment(node)));
        ConfigNode port = option(options, made, "containerPort").map(app.values()::plain).orElse(TemplateDraft.scalar(80L, place));
        container.put("PortMappings", TemplateDraft.sequence(List.of(TemplateDraft.mapping(Map.of("ContainerPort", port), port.place())), port.place()));
        String id = app.id(pattern);
        addTask(id + "-task", pattern, List.of(TemplateDraft.mapping(container, place)));
        ConfigNode balancer =
                TemplateDraft.mapping(
                        Map.of("ContainerName", TemplateDraft.scalar("web", place), "TargetGroupArn", TemplateDraft.references(List.of(id + "-group"), place)), place);
        Map<String, ConfigNode> service = new LinkedHashMap<>();
        service.put("TaskDefinition", TemplateDraft.references(List.of(id + "-task"), place));
        service.put("DesiredCount", pattern.get("desiredCount").map(app.values()::plain).orElse(TemplateDraft.scalar(1L, place)));
        service.put("LoadBalancers", TemplateDraft.sequence(List.of(balancer), place));
        app.add(id, "AWS::ECS::Service", service, place);
        group(pattern, id + "-group");
    }

    private static Optional<ConfigNode> option(Optional<ConfigNode> options, Optional<Construct> made, String name) {
        return options.flatMap(each -> each.get(name)).or(() -> made.flatMap(each -> each.get(name)));
    }

    /** What calls set of the target group of a pattern. */
    private void group(Construct pattern, String id) {
        Map<String, ConfigNode> properties = new LinkedHashMap<>();
        for (Construct each : all) {
            boolean here = each.receiver().equals(Optional.of(pattern.key()));
            String method = each.method().orElse("");
            if (here && method.equals("configurehealthcheck")) {
                each.get("path").ifPresent(path -> properties.put("HealthCheckPath", app.values().plain(path)));
            } else if (here && method.equals("enablecookiestickiness")) {
                ConfigNode pair = TemplateDraft.mapping(Map.of("Key", TemplateDraft.scalar("stickiness.enabled", each.place()), "Value", TemplateDraft.scalar(true, each.place())), each.place());
                properties.put("TargetGroupAttributes", TemplateDraft.sequence(List.of(pair), each.place()));
            }
        }
        app.add(id, "AWS::ElasticLoadBalancingV2::TargetGroup", properties, pattern.place());
    }

    private void task(Construct task) {
        List<ConfigNode> containers = new ArrayList<>();
        for (Construct each : all) {
            if (each.method().filter("addcontainer"::equals).isPresent() && each.receiver().equals(Optional.of(task.key()))) {
                containers.add(container(each));
            }
        }
        addTask(app.id(task), task, containers);
    }

    private void addTask(String id, Construct task, List<ConfigNode> containers) {
        Map<String, ConfigNode> properties = new LinkedHashMap<>();
        task.get("family").ifPresent(node -> properties.put("Family", app.values().plain(node)));
        task.get("cpu").ifPresent(node -> properties.put("Cpu", app.values().plain(node)));
        task.get("memoryLimitMiB").or(() -> task.get("memoryLimitMib")).ifPresent(node -> properties.put("Memory", app.values().plain(node)));
        properties.put("ContainerDefinitions", TemplateDraft.sequence(containers, task.place()));
        app.add(id, "AWS::ECS::TaskDefinition", properties, task.place());
    }

    private ConfigNode container(Construct added) {
        Place place = added.place();
        Map<String, ConfigNode> container = new LinkedHashMap<>();
        container.put("Name", added.argument(0).map(app.values()::plain).orElse(TemplateDraft.scalar("container", place)));
        added.get("image").ifPresent(node -> image(node, container));
        added.get("environment").ifPresent(node -> container.put("Environment", environment(node)));
        added.get("command").ifPresent(node -> container.put("Command", node));
        added.get("entryPoint").ifPresent(node -> container.put("EntryPoint", node));
        added.get("memoryLimitMiB").or(() -> added.get("memoryLimitMib")).ifPresent(node -> container.put("Memory", app.values().plain(node)));
        added.get("readonlyRootFilesystem").ifPresent(node -> container.put("ReadonlyRootFilesystem", app.values().plain(node)));
        List<ConfigNode> ports = new ArrayList<>();
        added.get("portMappings").map(Nodes::elements).orElse(List.of()).forEach(each -> port(each, ports));
        for (Construct each : all) {
            if (each.method().filter("addportmappings"::equals).isPresent() && each.receiver().equals(Optional.of(added.key()))) {
                each.arguments().forEach(argument -> port(argument, ports));
            }
        }
        container.put("PortMappings", TemplateDraft.sequence(ports, place));
        return TemplateDraft.mapping(container, place);
    }

    private void port(ConfigNode node, List<ConfigNode> ports) {
        node.get("containerPort")
                .or(() -> app.values().made(node).flatMap(each -> each.get("containerPort")))
                .ifPresent(port -> ports.add(TemplateDraft.mapping(Map.of("ContainerPort", app.values().plain(port)), port.place())));
    }

    private void image(ConfigNode node, Map<String, ConfigNode> container) {
        Optional<Construct> made = app.values().made(node);
        String method = made.map(each -> Construct.plain(each.name())).orElse("");
        Optional<Construct> asset =
                method.endsWith("fromdockerimageasset") ? made.flatMap(each -> each.argument(0)).flatMap(app.values()::made) : Optional.empty();
        Optional<ConfigNode> folder = method.endsWith("fromasset") ? made.flatMap(each -> each.argument(0)) : asset.flatMap(each -> each.get("directory"));
        Optional<String> context = folder.flatMap(app.values()::path);
        Optional<ConfigNode> file = (asset.isPresent() ? asset : made).flatMap(each -> each.get("file"));
        context.ifPresent(path -> container.put("DockerContext", TemplateDraft.scalar(path.isEmpty() ? "." : path, node.place())));
        file.ifPresent(each -> container.put("Dockerfile", app.values().plain(each)));
        Optional<String> name = method.endsWith("fromregistry") ? made.flatMap(each -> each.argument(0)).flatMap(CdkValues::text) : Optional.empty();
        container.put("Image", TemplateDraft.scalar(name.orElse(CdkValues.COMPUTED), node.place()));
    }

    private ConfigNode environment(ConfigNode node) {
        if (!(node instanceof ConfigNode.Mapping mapping) || !mapping.tag().isEmpty()) {
            return TemplateDraft.scalar(CdkValues.COMPUTED, node.place());
        }
        return TemplateDraft.sequence(
                mapping.entries().stream()
                        .map(
                                each ->
                                        TemplateDraft.mapping(
                                                Map.of("Name", TemplateDraft.scalar(each.key(), each.keyPlace()), "Value", app.values().plain(each.value())),
                                                each.keyPlace()))
                        .toList(),
                node.place());
    }

    private void service(Construct service) {
        Map<String, ConfigNode> properties = new LinkedHashMap<>();
        service.get("taskDefinition").ifPresent(node -> properties.put("TaskDefinition", app.reference(node)));
        // https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_ecs.FargateService.html
        properties.put("DesiredCount", service.get("desiredCount").map(app.values()::plain).orElse(TemplateDraft.scalar(1L, service.place())));
        app.add(app.id(service), "AWS::ECS::Service", properties, service.place());
    }

    private boolean scaling(Construct call, String method) {
        if (!method.equals("autoscaletaskcount")) {
            return Set.of("addcontainer", "addportmappings", "configurehealthcheck", "enablecookiestickiness").contains(method);
        }
        Map<String, ConfigNode> properties = new LinkedHashMap<>();
        call.receiver().flatMap(app::at).ifPresent(each -> properties.put("ResourceId", TemplateDraft.references(List.of(app.id(each)), call.place())));
        properties.put("MinCapacity", call.get("minCapacity").map(app.values()::plain).orElse(TemplateDraft.scalar(1L, call.place())));
        call.get("maxCapacity").ifPresent(node -> properties.put("MaxCapacity", app.values().plain(node)));
        app.add(app.id(call), "AWS::ApplicationAutoScaling::ScalableTarget", properties, call.place());
        return true;
    }
}
