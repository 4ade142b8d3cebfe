package dev.dovetail.config.aws.tasks;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.Value;
import dev.dovetail.config.cloudformation.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tasks and services of one CloudFormation template. */
public final class TemplateTasks {

    private static final String PREFIX = "AWS::ECS::";
    private static final String BALANCER = "AWS::ElasticLoadBalancingV2::";

    private final Template template;

    public TemplateTasks(Template template) {
        this.template = template;
    }

    public List<DeploymentUnit> units(Containers containers) {
        List<DeploymentUnit> units = new ArrayList<>();
        for (Template.Resource task : template.resources()) {
            if (!task.type().equals(PREFIX + "TaskDefinition") || !task.certain()) {
                continue;
            }
            TaskDefinition definition = TaskDefinition.ofTemplate(task.properties(), template::resolve);
            List<Template.Resource> services =
                    template.resources().stream()
                            .filter(each -> each.type().equals(PREFIX + "Service"))
                            .filter(each -> each.properties().get("TaskDefinition").filter(node -> template.referred(node).contains(task)).isPresent())
                            .toList();
            // Several services of one task differ in what they say; the first stands for them.
            ServiceFacts facts = services.isEmpty() ? ServiceFacts.unknown() : facts(services.get(0));
            units.addAll(containers.units(definition, facts));
        }
        return units;
    }

    private ServiceFacts facts(Template.Resource service) {
        Map<String, Setting> settings = new HashMap<>();
        Setting count =
                template.at(service.properties(), "DesiredCount")
                        .map(node -> Setting.at(TaskDefinition.value(node), node.place()))
                        .orElse(Setting.byDefault(1L));
        settings.put(SettingName.REPLICAS, count);
        scaling(service, settings);
        Map<String, List<Trigger>> triggers = new HashMap<>();
        for (ConfigNode balancer : template.at(service.properties(), "LoadBalancers").map(Nodes::elements).orElse(List.of())) {
            ConfigNode entry = template.resolve(balancer);
            Optional<String> container = template.at(entry, "ContainerName").flatMap(Nodes::text);
            Optional<Template.Resource> group =
                    entry.get("TargetGroupArn").flatMap(node -> template.referred(node).stream().filter(each -> each.type().equals(BALANCER + "TargetGroup")).findFirst());
            group.ifPresent(each -> target(each, settings));
            container.ifPresent(
                    name -> triggers.put(name, List.of(trigger(group, entry))));
        }
        return new ServiceFacts(Optional.of(service.id()), settings, triggers, true);
    }

    /** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-applicationautoscaling-scalabletarget.html */
    private void scaling(Template.Resource service, Map<String, Setting> settings) {
        for (Template.Resource target : template.resources()) {
            boolean here =
                    target.type().equals("AWS::ApplicationAutoScaling::ScalableTarget")
                            && target.properties().get("ResourceId").filter(node -> template.referred(node).contains(service)).isPresent();
            if (here) {
                template.at(target.properties(), "MinCapacity").ifPresent(node -> settings.put(SettingName.MIN_REPLICAS, Setting.at(TaskDefinition.value(node), node.place())));
                template.at(target.properties(), "MaxCapacity").ifPresent(node -> settings.put(SettingName.MAX_REPLICAS, Setting.at(TaskDefinition.value(node), node.place())));
            }
        }
    }

    /** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-elasticloadbalancingv2-targetgroup.html */
    private void target(Template.Resource group, Map<String, Setting> settings) {
        attribute(group, "TargetGroupAttributes", "stickiness.enabled")
                .ifPresent(node -> settings.put(SettingName.SESSION_AFFINITY, Setting.at(TaskDefinition.value(node), node.place())));
        template.at(group.properties(), "HealthCheckPath")
                .ifPresent(node -> settings.put(SettingName.HEALTH_CHECK_PATH, Setting.at(TaskDefinition.value(node), node.place())));
    }

    private Trigger trigger(Optional<Template.Resource> group, ConfigNode entry) {
        if (group.filter(each -> isOfNetworkBalancer(each)).isPresent()) {
            return Trigger.of(Trigger.Kind.HTTP, entry.place());
        }
        Map<String, Setting> settings = new HashMap<>();
        settings.put(SettingName.TARGET_TYPE, Setting.at(new Value.Known("ip"), entry.place()));
        List<Template.Resource> balancers =
                template.resources().stream().filter(each -> each.type().equals(BALANCER + "LoadBalancer")).toList();
        if (balancers.size() == 1) {
            attribute(balancers.get(0), "LoadBalancerAttributes", "idle_timeout.timeout_seconds")
                    .flatMap(node -> Nodes.scaled(node, 1000, text -> !text.matches("\\d{1,6}")))
                    .ifPresent(set -> settings.put("idle-timeout", set));
        }
        return new Trigger(
                Trigger.Kind.HTTP,
                List.of(new Trigger.Hop("aws-alb", settings, entry.place())),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                entry.place());
    }

    private boolean isOfNetworkBalancer(Template.Resource group) {
        return template.at(group.properties(), "Protocol").flatMap(Nodes::text).filter(text -> text.matches("TCP|UDP|TLS|TCP_UDP")).isPresent();
    }

    private Optional<ConfigNode> attribute(Template.Resource resource, String list, String key) {
        return template.at(resource.properties(), list).map(Nodes::elements).orElse(List.of()).stream()
                .map(template::resolve)
                .filter(each -> Nodes.text(each, "Key").filter(key::equals).isPresent())
                .flatMap(each -> template.at(each, "Value").stream())
                .findFirst();
    }
}
