package dev.dovetail.config.constructs;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.SourceCall;
import dev.dovetail.config.cloudformation.Template;
import dev.dovetail.config.cloudformation.TemplateDraft;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The template that the constructs of one program stand for. */
final class CdkApp {

    /** Constructs that functions are read from or called by, and need no more than their type. */
    private static final Map<String, String> PLAIN =
            Map.of(
                    "dynamodb.Table", "AWS::DynamoDB::Table",
                    "dynamodb.TableV2", "AWS::DynamoDB::Table",
                    "kinesis.Stream", "AWS::Kinesis::Stream");

    /** Modules whose constructs name functions and do not call them. */
    private static final Set<String> HARMLESS =
            Set.of("iam", "logs", "cloudwatch", "cloudwatch_actions", "codedeploy", "CfnOutput", "kms", "ec2", "Tags", "Aspects", "Stack", "applicationautoscaling");

    /** Methods of functions and others that do not call the functions which they are given. */
    private static final Set<String> HARMLESS_METHODS =
            Set.of("addenvironment", "addtorolepolicy", "addlayers", "addalias", "addversion", "adddependency", "grantprincipal");

    /** Methods that change what the template says of a construct, past what the construct knows. */
    private static final Set<String> OVERRIDES = Set.of("addpropertyoverride", "addoverride", "addpropertydeletionoverride", "adddeletionoverride");

    private final List<Construct> constructs = new ArrayList<>();
    private final Map<String, Construct> byKey = new HashMap<>();
    private final Map<String, String> ids = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Set<String> overridden = new HashSet<>();
    private final TemplateDraft draft = new TemplateDraft("aws-cdk", text -> text.contains(CdkValues.COMPUTED));
    private final CdkValues values;

    /**
     * @param calls of all files of the program
     * @param folder that the program runs in
     */
    CdkApp(List<SourceCall> calls, String folder) {
        Map<String, SourceCall> others = new HashMap<>();
        for (SourceCall call : calls) {
            Optional<Construct> construct = Construct.of(call);
            construct.ifPresent(
                    each -> {
                        constructs.add(each);
                        byKey.put(each.key(), each);
                    });
            if (construct.isEmpty()) {
                others.put(call.place().file() + SourceCall.CALL + call.id(), call);
            }
        }
        this.values = new CdkValues(byKey, others, folder);
    }

    CdkValues values() {
        return values;
    }

    TemplateDraft draft() {
        return draft;
    }

    /** The template, or empty when nothing in the program runs code. */
    Optional<Template> template() {
        boolean runs =
                constructs.stream()
                        .anyMatch(each -> FunctionConstructs.TYPES.contains(each.name()) || TaskConstructs.TYPES.contains(each.name()));
        if (!runs) {
            return Optional.empty();
        }
        constructs.stream().filter(each -> FunctionConstructs.TYPES.contains(each.name())).forEach(each -> ids.put(each.key(), free(name(each))));
        constructs.forEach(each -> ids.computeIfAbsent(each.key(), key -> free(each.id().orElse(each.name() + "-" + each.call().id()))));
        for (Construct each : constructs) {
            if (each.method().filter(OVERRIDES::contains).isPresent()) {
                each.receiver().flatMap(this::at).ifPresent(changed -> overridden.add(id(changed)));
            }
        }
        ApiConstructs apis = new ApiConstructs(this);
        EventConstructs events = new EventConstructs(this);
        TaskConstructs tasks = new TaskConstructs(this, constructs);
        FunctionConstructs functions = new FunctionConstructs(values);
        for (Construct each : constructs) {
            if (FunctionConstructs.TYPES.contains(each.name())) {
                function(each, functions);
                each.get("events").ifPresent(list -> events.sources(each, list));
            } else if (!apis.add(each) && !events.add(each) && !tasks.add(each)) {
                other(each);
            }
        }
        return Optional.of(draft.template());
    }

    private void function(Construct function, FunctionConstructs functions) {
        Map<String, ConfigNode> added = new LinkedHashMap<>();
        for (Construct each : constructs) {
            if (each.method().filter("addenvironment"::equals).isPresent() && each.receiver().equals(Optional.of(function.key()))) {
                each.argument(0).flatMap(CdkValues::text).ifPresent(name -> each.argument(1).ifPresent(value -> added.put(name, value)));
            }
        }
        Map<String, ConfigNode> properties = functions.properties(function, added);
        // What its variables name, it may call.
        List<String> named = new ArrayList<>();
        function.get("environment").ifPresent(node -> named.addAll(idsIn(node)));
        added.values().forEach(node -> named.addAll(idsIn(node)));
        named.remove(id(function));
        if (!named.isEmpty()) {
            properties.put("References", TemplateDraft.references(named, function.place()));
        }
        add(id(function), "AWS::Lambda::Function", properties, functions.metadata(function), function.place());
    }

    /** Functions that run at the edge of a distribution. */
    private boolean edge(Construct construct) {
        List<ConfigNode> functions = new ArrayList<>();
        construct.values().forEach(node -> edgeLambdas(node, functions, 0));
        List<String> named = functions.stream().flatMap(node -> idsIn(node).stream()).distinct().toList();
        if (!named.isEmpty()) {
            add(id(construct), "AWS::CloudFront::Distribution", Map.of("Functions", TemplateDraft.references(named, construct.place())), construct.place());
        }
        return !named.isEmpty();
    }

    private static void edgeLambdas(ConfigNode node, List<ConfigNode> functions, int depth) {
        if (depth > 10) {
            return;
        }
        if (node instanceof ConfigNode.Mapping mapping) {
            for (ConfigNode.Entry each : mapping.entries()) {
                if (each.key().equals("edgeLambdas") || each.key().equals("lambdaFunctionAssociations")) {
                    functions.add(each.value());
                } else {
                    edgeLambdas(each.value(), functions, depth + 1);
                }
            }
        } else if (node instanceof ConfigNode.Sequence sequence) {
            sequence.elements().forEach(each -> edgeLambdas(each, functions, depth + 1));
        }
    }

    private void other(Construct construct) {
        if (construct.name().startsWith("cloudfront.") && edge(construct)) {
            return;
        }
        String type = PLAIN.get(construct.name());
        if (type != null) {
            add(id(construct), type, Map.of(), construct.place());
            return;
        }
        String module = construct.name().replaceFirst("\\..*$", "").replace("()", "");
        boolean grants = construct.method().filter(method -> method.startsWith("grant") || method.startsWith("metric") || HARMLESS_METHODS.contains(method)).isPresent();
        // What is only passed on to another call speaks there.
        boolean wraps = construct.name().contains("integrations") || construct.name().contains("_targets") || construct.name().contains("event_sources") || construct.name().contains("subscriptions") || construct.name().contains("notifications") || construct.name().endsWith("Integration") || construct.method().isEmpty() && construct.id().isEmpty();
        if (grants || wraps || HARMLESS.contains(module)) {
            return;
        }
        List<String> named = construct.values().stream().flatMap(node -> idsIn(node).stream()).distinct().toList();
        if (!named.isEmpty()) {
            add(id(construct), "Cdk::" + construct.name(), Map.of("References", TemplateDraft.references(named, construct.place())), construct.place());
        }
    }

    private static String name(Construct function) {
        return function.get("functionName")
                .flatMap(CdkValues::text)
                .or(function::id)
                .orElse("function-" + function.place().region().startLine());
    }

    private String free(String name) {
        String id = TemplateDraft.id(name);
        for (int i = 2; !taken.add(id); i++) {
            id = TemplateDraft.id(name) + "-" + i;
        }
        return id;
    }

    String id(Construct construct) {
        return ids.getOrDefault(construct.key(), construct.name());
    }

    Optional<Construct> at(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** The logical ids of all that a value leads to. */
    List<String> idsIn(ConfigNode node) {
        return values.reached(node).stream().map(this::id).distinct().toList();
    }

    /** What a value names; a text that says so when that is not known. */
    ConfigNode reference(ConfigNode node) {
        List<String> named = idsIn(node);
        return named.isEmpty() ? TemplateDraft.scalar(CdkValues.COMPUTED, node.place()) : TemplateDraft.references(named, node.place());
    }

    void add(String id, String type, Map<String, ConfigNode> properties, Place place) {
        draft.add(id, type, TemplateDraft.mapping(properties, place), !overridden.contains(id), place);
    }

    private void add(String id, String type, Map<String, ConfigNode> properties, ConfigNode metadata, Place place) {
        draft.add(id, type, TemplateDraft.mapping(properties, place), metadata, true, place);
    }
}
