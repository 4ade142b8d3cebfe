package dev.dovetail.config.cloudformation;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Documents;
import dev.dovetail.config.Nodes;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code samconfig.toml} beside a template gives its parameters, for the environment that is
 * taken when nobody names one. See
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-sam-cli-config.html
 */
final class DeployConfig {

    private static final List<String> NAMES =
            List.of("samconfig.toml", "samconfig.yaml", "samconfig.yml");

    /** {@code Stage=prod Name="My shop"}, or each as {@code ParameterKey=…,ParameterValue=…}. */
    private static final Pattern OVERRIDE =
            Pattern.compile(
                    "(?:ParameterKey=)?\"?(\\w{1,255})\"?(?:,ParameterValue)?="
                            + "(?:\"((?:[^\"\\\\]|\\\\.){0,4096}+)\"|([^\\s\"]{0,4096}+))");

    private DeployConfig() {}

    /** Values by the names of parameters. */
    static Map<String, ConfigNode> overrides(String template, Documents documents) {
        String folder = Paths.parent(template);
        for (String name : NAMES) {
            String path = folder.isEmpty() ? name : folder + "/" + name;
            for (ConfigNode document : documents.read(path)) {
                // What another command is told is not told to deploy, unless it is told to all.
                Optional<ConfigNode> written =
                        Nodes.at(document, "default", "deploy", "parameters", "parameter_overrides")
                                .or(
                                        () ->
                                                Nodes.at(
                                                        document,
                                                        "default",
                                                        "global",
                                                        "parameters",
                                                        "parameter_overrides"));
                if (written.isPresent()) {
                    return overrides(written.get());
                }
            }
        }
        return Map.of();
    }

    private static Map<String, ConfigNode> overrides(ConfigNode written) {
        Map<String, ConfigNode> values = new HashMap<>();
        if (written instanceof ConfigNode.Mapping mapping) {
            mapping.entries().forEach(entry -> values.put(entry.key(), entry.value()));
            return values;
        }
        for (ConfigNode part : Nodes.elements(written)) {
            Nodes.text(part).ifPresent(text -> overrides(text, part.place(), values));
        }
        return values;
    }

    private static void overrides(String text, Place place, Map<String, ConfigNode> values) {
        Matcher each = OVERRIDE.matcher(text);
        while (each.find()) {
            String value = each.group(2) != null ? each.group(2) : each.group(3);
            values.put(each.group(1), Intrinsics.literal(value.replace("\\\"", "\""), place));
        }
    }
}
