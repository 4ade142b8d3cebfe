package dev.dovetail.config.constructs;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.cloudformation.TemplateDraft;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Functions: https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_lambda-readme.html, and those of
 * {@code aws_lambda_nodejs} and {@code aws-lambda-python-alpha}.
 */
final class FunctionConstructs {

    static final Set<String> TYPES =
            Set.of(
                    "lambda.Function",
                    "lambda.SingletonFunction",
                    "lambda.DockerImageFunction",
                    "lambda_nodejs.NodejsFunction",
                    "lambda_python.PythonFunction");

    /** Those whose code esbuild or pip makes ready. */
    private static final Set<String> BUNDLED = Set.of("lambda_nodejs.NodejsFunction", "lambda_python.PythonFunction");

    private final CdkValues values;

    FunctionConstructs(CdkValues values) {
        this.values = values;
    }

    /** The properties of the function that a template would have. */
    Map<String, ConfigNode> properties(Construct function, Map<String, ConfigNode> added) {
        Map<String, ConfigNode> properties = new LinkedHashMap<>();
        function.get("runtime").ifPresent(node -> properties.put("Runtime", values.runtime(node)));
        function.get("timeout").ifPresent(node -> properties.put("Timeout", values.seconds(node)));
        copy(function, "memorySize", "MemorySize", properties);
        copy(function, "reservedConcurrentExecutions", "ReservedConcurrentExecutions", properties);
        function.get("layers").ifPresent(node -> properties.put("Layers", TemplateDraft.sequence(List.of(TemplateDraft.scalar(CdkValues.COMPUTED, node.place())), node.place())));
        function.get("architecture").ifPresent(node -> properties.put("Architectures", TemplateDraft.sequence(List.of(architecture(node)), node.place())));
        function.get("ephemeralStorageSize")
                .ifPresent(node -> properties.put("EphemeralStorage", TemplateDraft.mapping(Map.of("Size", values.mebibytes(node)), node.place())));
        function.get("snapStart")
                .ifPresent(node -> properties.put("SnapStart", TemplateDraft.mapping(Map.of("ApplyOn", TemplateDraft.scalar("PublishedVersions", node.place())), node.place())));
        function.get("filesystem").flatMap(values::made).flatMap(each -> each.argument(1))
                .ifPresent(path -> properties.put("FileSystemConfigs", TemplateDraft.sequence(List.of(TemplateDraft.mapping(Map.of("LocalMountPath", values.plain(path)), path.place())), path.place())));
        properties.put("Environment", TemplateDraft.mapping(Map.of("Variables", environment(function, added)), function.place()));
        code(function, properties);
        return properties;
    }

    private void copy(Construct function, String property, String name, Map<String, ConfigNode> properties) {
        function.get(property).ifPresent(node -> properties.put(name, values.plain(node)));
    }

    private static ConfigNode architecture(ConfigNode node) {
        Optional<String> word = CdkValues.constant(node).map(each -> each.equals("ARM_64") ? "arm64" : "x86_64");
        return TemplateDraft.scalar(word.orElse(CdkValues.COMPUTED), node.place());
    }

    /** Variables of the property {@code environment}, and those that calls add. */
    ConfigNode environment(Construct function, Map<String, ConfigNode> added) {
        List<ConfigNode.Entry> entries = new ArrayList<>();
        Optional<ConfigNode> given = function.get("environment");
        for (ConfigNode.Entry each : Nodes.entries(given).stream().filter(each -> !each.key().isEmpty()).toList()) {
            entries.add(new ConfigNode.Entry(each.key(), each.keyPlace(), values.plain(each.value())));
        }
        added.forEach((name, value) -> entries.add(new ConfigNode.Entry(name, value.place(), values.plain(value))));
        boolean all = given.isEmpty() || given.filter(node -> node instanceof ConfigNode.Mapping mapping && mapping.tag().isEmpty()).isPresent();
        if (!all) {
            entries.add(new ConfigNode.Entry("Fn::Transform", function.place(), TemplateDraft.scalar(CdkValues.COMPUTED, function.place())));
        }
        return new ConfigNode.Mapping(entries, "", given.map(ConfigNode::place).orElse(function.place()));
    }

    private void code(Construct function, Map<String, ConfigNode> properties) {
        Place place = function.place();
        switch (function.name()) {
            case "lambda_nodejs.NodejsFunction" -> {
                Optional<ConfigNode> entry = function.get("entry");
                // https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_lambda_nodejs-readme.html#nodejs-function
                String byName = Paths.withoutExtension(place.file()) + "." + function.id().orElse("");
                Optional<String> file = entry.isPresent() ? entry.flatMap(values::path).map(Paths::withoutExtension) : Optional.of(byName);
                String name = function.get("handler").map(node -> CdkValues.text(node).orElse("")).orElse("handler");
                bundled(file, name.substring(name.lastIndexOf('.') + 1), entry.map(ConfigNode::place).orElse(place), properties);
            }
            case "lambda_python.PythonFunction" -> {
                Optional<String> folder = function.get("entry").flatMap(values::path);
                String index = function.get("index").flatMap(CdkValues::text).orElse("index.py");
                String name = function.get("handler").map(node -> CdkValues.text(node).orElse("")).orElse("handler");
                bundled(folder.flatMap(path -> Paths.resolve(path, Paths.withoutExtension(index))), name, function.get("entry").map(ConfigNode::place).orElse(place), properties);
            }
            case "lambda.DockerImageFunction" -> {
                properties.put("PackageType", TemplateDraft.scalar("Image", place));
                properties.put("Code", TemplateDraft.mapping(Map.of("ImageUri", TemplateDraft.scalar(CdkValues.COMPUTED, place)), place));
                function.get("code").flatMap(values::made).flatMap(each -> each.get("cmd"))
                        .ifPresent(command -> properties.put("ImageConfig", TemplateDraft.mapping(Map.of("Command", command), command.place())));
            }
            default -> {
                function.get("handler").ifPresent(node -> properties.put("Handler", values.plain(node)));
                properties.put("Code", function.get("code").map(this::code).orElse(TemplateDraft.scalar(CdkValues.COMPUTED, place)));
            }
        }
    }

    /** Whether what is deployed is made of the code, and is not its folder as it lies. */
    private boolean isBundled(Construct function) {
        return BUNDLED.contains(function.name())
                || function.get("code").flatMap(values::made).flatMap(each -> each.argument(1)).isPresent();
    }

    private static void bundled(Optional<String> file, String function, Place place, Map<String, ConfigNode> properties) {
        // The platform takes a handler's first dot for the end of the file's name, so that no reference says these.
        boolean known = file.filter(path -> !Paths.name(path).contains(".")).isPresent() && !function.isEmpty();
        String folder = file.map(Paths::parent).map(path -> path.isEmpty() ? "." : path).orElse(CdkValues.COMPUTED);
        properties.put("Code", TemplateDraft.scalar(folder, place));
        properties.put("Handler", TemplateDraft.scalar(known ? Paths.name(file.get()) + "." + function : CdkValues.COMPUTED, place));
    }

    private ConfigNode code(ConfigNode node) {
        Optional<Construct> made = values.made(node);
        String name = made.map(each -> Construct.plain(each.name())).orElse("");
        if (name.equals("lambda.code.frominline") || name.equals("lambda.inlinecode")) {
            return TemplateDraft.mapping(Map.of("ZipFile", TemplateDraft.scalar("", node.place())), node.place());
        }
        boolean asset = Set.of("lambda.code.fromasset", "lambda.code.asset", "lambda.assetcode").contains(name);
        return made.filter(each -> asset)
                .flatMap(each -> each.argument(0))
                .flatMap(argument -> values.path(argument).map(path -> TemplateDraft.scalar(path.isEmpty() ? "." : path, argument.place())))
                .orElse(TemplateDraft.scalar(CdkValues.COMPUTED, node.place()));
    }

    /** How the code is built: where the image is, for functions that are one, or that a bundler does it. */
    ConfigNode metadata(Construct function) {
        if (isBundled(function)) {
            return TemplateDraft.mapping(
                    Map.of("BuildMethod", TemplateDraft.scalar("bundled", function.place())), function.place());
        }
        Optional<Construct> code = function.get("code").flatMap(values::made);
        Optional<String> folder = code.flatMap(each -> each.argument(0)).flatMap(values::path);
        if (!function.name().equals("lambda.DockerImageFunction") || folder.isEmpty()) {
            return TemplateDraft.mapping(Map.of(), function.place());
        }
        Map<String, ConfigNode> members = new LinkedHashMap<>();
        members.put("DockerContext", TemplateDraft.scalar(folder.get().isEmpty() ? "." : folder.get(), function.place()));
        members.put("Dockerfile", TemplateDraft.scalar(code.get().get("file").flatMap(CdkValues::text).orElse("Dockerfile"), function.place()));
        code.get().get("target").ifPresent(target -> members.put("DockerBuildTarget", values.plain(target)));
        return TemplateDraft.mapping(members, function.place());
    }
}
