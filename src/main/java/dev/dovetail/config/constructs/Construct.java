package dev.dovetail.config.constructs;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.SourceCall;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One call of the CDK, in words that are the same for all its languages.
 *
 * @param name what is called, by module and class: {@code lambda.Function}, {@code
 *     apigateway.RestApi().root.addMethod}
 * @param arguments by position
 * @param properties by name as TypeScript has it: those of the last object, of keywords or of a builder
 */
record Construct(SourceCall call, String name, List<ConfigNode> arguments, Map<String, ConfigNode.Entry> properties) {

    private static final Pattern MODULE =
            Pattern.compile(
                    "^(?:aws-cdk-lib|@aws-cdk|aws_cdk|monocdk|software\\.amazon\\.awscdk)[/.](?:services\\.)?(?:core\\.)?(?:aws[-_])?(.*)$");

    private static final String BUILDER = ".Builder.create()";

    Construct {
        arguments = List.copyOf(arguments);
    }

    /** A call, when it is one of the CDK's. */
    static Optional<Construct> of(SourceCall call) {
        String api = call.api();
        if (api.contains(BUILDER)) {
            return api.endsWith(".build") ? built(call) : Optional.empty();
        }
        Optional<String> name = name(api);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Map<String, ConfigNode.Entry> properties = new LinkedHashMap<>();
        if (!call.arguments().isEmpty()) {
            for (ConfigNode.Entry each : Nodes.entries(Optional.of(call.arguments().get(call.arguments().size() - 1)))) {
                properties.put(each.key(), each);
            }
        }
        call.keywords().forEach((key, value) -> properties.put(camel(key), new ConfigNode.Entry(camel(key), value.place(), value)));
        return Optional.of(new Construct(call, name.get(), call.arguments(), properties));
    }

    /** {@code Function.Builder.create(this, "Orders").runtime(…).build()}. */
    private static Optional<Construct> built(SourceCall call) {
        Map<String, ConfigNode.Entry> properties = new LinkedHashMap<>();
        Optional<SourceCall> at = call.receiver();
        while (at.isPresent() && !at.get().api().endsWith(".Builder.create")) {
            SourceCall setter = at.get();
            String key = setter.api().substring(setter.api().lastIndexOf('.') + 1);
            setter.argument(0).ifPresent(value -> properties.putIfAbsent(key, new ConfigNode.Entry(key, setter.place(), value)));
            at = setter.receiver();
        }
        List<ConfigNode> arguments = at.map(SourceCall::arguments).orElse(List.of());
        String type = call.api().substring(0, call.api().indexOf(BUILDER));
        return name(type).map(name -> new Construct(call, name, arguments, properties));
    }

    /** A path of the CDK's in words that all its languages share; empty for other paths. */
    static Optional<String> name(String api) {
        Matcher module = MODULE.matcher(api);
        return module.matches()
                ? Optional.of(module.group(1).replace("-", "_").replace("_alpha.", ".").replace(".nodejs.", "_nodejs."))
                : Optional.empty();
    }

    private static String camel(String key) {
        StringBuilder spelled = new StringBuilder();
        for (String word : key.split("_")) {
            spelled.append(spelled.isEmpty() || word.isEmpty() ? word : word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1));
        }
        return spelled.toString();
    }

    /** By what values name it: its file and number. */
    String key() {
        return call.place().file() + SourceCall.CALL + call.id();
    }

    Place place() {
        return call.place();
    }

    /** The method that it calls on what another call gives, in lower case and without underscores. */
    Optional<String> method() {
        return call.receiver().isPresent() && !call.api().contains(BUILDER)
                ? Optional.of(plain(name.substring(name.lastIndexOf('.') + 1)))
                : Optional.empty();
    }

    /** A name as it is the same in all languages: {@code addRoutes} and {@code add_routes}. */
    static String plain(String name) {
        return name.replace("_", "").toLowerCase(java.util.Locale.ROOT);
    }

    /** By what values name the object that it is a method of. */
    Optional<String> receiver() {
        return call.receiver().map(each -> each.place().file() + SourceCall.CALL + each.id());
    }

    /** The construct's id in its scope; empty when it is computed. */
    Optional<String> id() {
        return argument(1).filter(node -> node instanceof ConfigNode.Scalar scalar && scalar.tag().isEmpty() && !scalar.text().contains("${")).flatMap(Nodes::text);
    }

    Optional<ConfigNode> argument(int position) {
        return position < arguments.size() ? Optional.of(arguments.get(position)) : Optional.empty();
    }

    Optional<ConfigNode> get(String property) {
        return Optional.ofNullable(properties.get(property)).map(ConfigNode.Entry::value);
    }

    /** A property, or else the argument at a position. */
    Optional<ConfigNode> get(String property, int position) {
        return get(property).or(() -> argument(position));
    }

    /** Every value that it is given. */
    List<ConfigNode> values() {
        List<ConfigNode> all = new ArrayList<>(arguments);
        properties.values().forEach(each -> all.add(each.value()));
        return all;
    }
}
