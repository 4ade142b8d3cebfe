package dev.dovetail.config.terraform.aws;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.cloudformation.Template;
import dev.dovetail.config.cloudformation.TemplateDraft;
import dev.dovetail.config.terraform.values.Json;
import dev.dovetail.config.terraform.values.Resource;
import dev.dovetail.config.terraform.values.Term;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The template that the AWS resources of one configuration stand for. */
public final class AwsTemplate {

    private final List<Resource> all;
    private final LogicalIds ids;
    private final TermNodes nodes;
    private final FunctionCode code;
    private final Map<String, Resource> functionsByName = new LinkedHashMap<>();
    private final TemplateDraft draft = new TemplateDraft("terraform", text -> text.contains(Term.COMPUTED));

    private AwsTemplate(List<Resource> resources) {
        this.all = resources;
        this.ids = new LogicalIds(resources);
        this.nodes = new TermNodes(ids::of);
        this.code = new FunctionCode(resources);
        for (Resource each : resources) {
            if (each.is("aws_lambda_function")) {
                each.attribute("function_name").text().ifPresent(name -> functionsByName.put(name, each));
            }
        }
    }

    /**
     * The template of a configuration.
     *
     * @param resources all that its modules make
     */
    public static Template of(List<Resource> resources) {
        AwsTemplate template = new AwsTemplate(resources);
        resources.forEach(template::add);
        return template.draft.template();
    }

    private void add(Resource resource) {
        if (resource.kind() == Resource.Kind.MODULE) {
            if (!new RegistryModules(this, nodes, code).add(resource)) {
                addUnread(resource, "Terraform::Module");
            }
            return;
        }
        if (resource.kind() == Resource.Kind.DATA) {
            return;
        }
        if (resource.is("aws_cloudwatch_event_target")) {
            addRule(resource);
            return;
        }
        Optional<Words.Type> type = Words.of(resource.type());
        if (type.isEmpty()) {
            addUnread(resource, Words.other(resource.type()));
            return;
        }
        Properties properties = new Properties(resource.place());
        Term attributes = new Term.Reference(resource, resource.place());
        for (Words.Property property : type.get().properties()) {
            properties.put(property, attributes, (term, reference) -> reference ? reference(term) : nodes.value(term));
        }
        amend(resource, properties);
        add(resource, type.get().name(), properties);
    }

    /** What is said in another form than by a name and a value. */
    private void amend(Resource resource, Properties properties) {
        switch (resource.type().replaceFirst("^aws_alb", "aws_lb")) {
            case "aws_lambda_function" -> {
                properties.put("Code", code.of(resource));
                addNamed(resource.attribute("environment"), properties);
            }
            case "aws_api_gateway_rest_api", "aws_apigatewayv2_api" -> {
                if (resource.has("body")) {
                    Term body = resource.attribute("body");
                    properties.put("Body", Json.decoded(body).map(this::definition).orElse(nodes.reference(body)));
                }
            }
            // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/apigatewayv2_integration
            case "aws_apigatewayv2_integration" -> {
                if (!resource.has("payload_format_version")) {
                    properties.put("PayloadFormatVersion", TemplateDraft.scalar("1.0", resource.place()));
                }
            }
            case "aws_lb" -> attribute(resource.attribute("idle_timeout"), "LoadBalancerAttributes", "idle_timeout.timeout_seconds", properties);
            case "aws_lb_target_group" -> stickiness(resource, properties);
            case "aws_ecs_task_definition" -> {
                Term containers = resource.attribute("container_definitions");
                properties.put("ContainerDefinitions", Json.decoded(containers).map(this::containers).orElse(nodes.value(containers)));
            }
            // Without a count, or where another tool changes it, it is not known how many run.
            case "aws_ecs_service" -> {
                if (!resource.has("desired_count")) {
                    properties.put("DesiredCount", TemplateDraft.scalar(Term.COMPUTED, resource.place()));
                }
            }
            default -> {}
        }
    }

    private void stickiness(Resource group, Properties properties) {
        Term block = group.attribute("stickiness");
        if (!block.isAbsent()) {
            Term enabled = block.isUnknown() ? block : block.get("enabled").orElse(Term.of(true, block.place()));
            attribute(enabled, "TargetGroupAttributes", "stickiness.enabled", properties);
        }
    }

    private void attribute(Term value, String list, String key, Properties properties) {
        if (!value.isAbsent()) {
            Place place = value.place();
            ConfigNode pair =
                    TemplateDraft.mapping(Map.of("Key", TemplateDraft.scalar(key, place), "Value", nodes.value(value)), place);
            properties.put(list, new ConfigNode.Sequence(List.of(pair), "", place));
        }
    }

    ConfigNode containers(Term definitions) {
        return nodes.value(definitions, TermNodes::capitalized);
    }

    /** An API's definition, in which the functions are by reference. */
    private ConfigNode definition(Term term) {
        if (term instanceof Term.Members || term instanceof Term.Elements) {
            return term instanceof Term.Members members
                    ? TemplateDraft.mapping(definitions(members), members.place())
                    : new ConfigNode.Sequence(term.elements().stream().map(this::definition).toList(), "", term.place());
        }
        return term.isUnknown() ? nodes.reference(term) : nodes.value(term);
    }

    private Map<String, ConfigNode> definitions(Term.Members members) {
        Map<String, ConfigNode> made = new LinkedHashMap<>();
        members.entries().forEach((key, entry) -> made.put(key, definition(entry.value())));
        return made;
    }

    /** A rule and what it calls are two resources here, and one there. */
    private void addRule(Resource target) {
        Properties properties = new Properties(target.place());
        Term rule = target.attribute("rule");
        rule.resources().stream()
                .filter(each -> each.is("aws_cloudwatch_event_rule"))
                .findFirst()
                .or(
                        () ->
                                all.stream()
                                        .filter(each -> each.is("aws_cloudwatch_event_rule"))
                                        .filter(each -> rule.text().isPresent() && each.attribute("name").text().equals(rule.text()))
                                        .findFirst())
                .map(each -> each.attribute("schedule_expression"))
                .filter(each -> !each.isAbsent())
                .ifPresent(expression -> properties.put("ScheduleExpression", nodes.value(expression)));
        properties.put("Targets", reference(target.attribute("arn")));
        add(target, "AWS::Events::Rule", properties);
    }

    private void addUnread(Resource resource, String type) {
        Properties properties = new Properties(resource.place());
        List<Resource> named = new ArrayList<>();
        for (String name : resource.names()) {
            resource.attribute(name).resources().stream().filter(each -> !named.contains(each)).forEach(named::add);
        }
        if (!named.isEmpty()) {
            properties.put("References", nodes.references(named, resource.place()));
            add(resource, type, properties);
        }
    }

    void addNamed(Term term, Properties properties) {
        if (!term.resources().isEmpty()) {
            properties.put("References", nodes.references(term.resources(), term.place()));
        }
    }

    ConfigNode reference(Term term) {
        if (term.resources().isEmpty() && term.text().isPresent()) {
            // A function may be named by its name or by an ARN that ends with it.
            String text = term.text().get();
            Resource function = functionsByName.get(text.substring(text.lastIndexOf(':') + 1));
            if (function != null) {
                return nodes.references(List.of(function), term.place());
            }
        }
        return nodes.reference(term);
    }

    void add(Resource resource, String type, Properties properties) {
        add(ids.of(resource).orElse(resource.toString()), resource, type, properties);
    }

    /** Adds a resource of a template; one that is made only perhaps has a condition that nobody knows. */
    void add(String id, Resource resource, String type, Properties properties) {
        draft.add(id, type, properties.node(), resource.isCertain(), properties.place());
    }

    Optional<String> id(Resource resource) {
        return ids.of(resource);
    }
}
