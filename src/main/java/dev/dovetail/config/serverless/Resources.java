package dev.dovetail.config.serverless;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Documents;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.cloudformation.AddedFunctions;
import dev.dovetail.config.cloudformation.OuterVariables;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The CloudFormation resources that a service adds to its functions. */
final class Resources {

    private Resources() {}

    /** What they do for functions of these names. */
    static AddedFunctions of(
            String file,
            ConfigNode document,
            Variables variables,
            Documents documents,
            Set<String> functions) {
        Optional<ConfigNode> declared = variables.at(document, "resources");
        List<ConfigNode> roots =
                declared.map(Nodes::elements).orElse(List.of()).stream()
                        .map(variables::resolve)
                        .filter(ConfigNode.Mapping.class::isInstance)
                        .toList();
        ConfigNode none = new ConfigNode.Mapping(List.of(), "", document.place());
        OuterVariables outer =
                new OuterVariables() {
                    @Override
                    public ConfigNode resolve(ConfigNode node) {
                        return variables.resolve(node);
                    }

                    @Override
                    public boolean isUnresolved(String text) {
                        return Variables.isUnresolved(text);
                    }
                };
        Set<String> ids =
                functions.stream()
                        .map(Resources::logicalId)
                        .collect(Collectors.toUnmodifiableSet());
        return new AddedFunctions(
                file, roots.isEmpty() ? List.of(none) : roots, outer, documents, ids);
    }

    /**
     * The logical id that the framework gives a function, see
     * https://www.serverless.com/framework/docs/providers/aws/guide/resources
     */
    static String logicalId(String function) {
        String name = function.replace("-", "Dash").replace("_", "Underscore");
        return name.isEmpty()
                ? name
                : name.substring(0, 1).toUpperCase(Locale.ROOT)
                        + name.substring(1)
                        + "LambdaFunction";
    }
}
