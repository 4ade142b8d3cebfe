package dev.dovetail.config.beanstalk;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Documents;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.Setting;
import dev.dovetail.config.Value;
import dev.dovetail.workspace.Workspace;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code option_settings} of the files in .ebextensions, in their order; a later one wins.
 *
 * <p>https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html
 */
final class Options {

    private static final String PREFIX = "aws:elasticbeanstalk:";
    private static final String ENVIRONMENT = PREFIX + "application:environment";

    private final Map<String, Map<String, Setting>> values = new HashMap<>();

    private Options() {}

    static Options of(String folder, Workspace workspace, Documents documents) {
        Options options = new Options();
        String inner = folder.isEmpty() ? ".ebextensions/" : folder + "/.ebextensions/";
        for (String file : workspace.files()) {
            if (file.startsWith(inner) && file.endsWith(".config")) {
                documents.read(file).forEach(document -> options.read(document));
            }
        }
        return options;
    }

    private void read(ConfigNode document) {
        Optional<ConfigNode> settings = document.get("option_settings");
        for (ConfigNode.Entry namespace : Nodes.entries(settings)) {
            for (ConfigNode.Entry option : Nodes.entries(Optional.of(namespace.value()))) {
                put(namespace.key(), option.key(), option.value());
            }
        }
        if (settings.orElse(null) instanceof ConfigNode.Sequence list) {
            for (ConfigNode each : list.elements()) {
                Optional<String> option = Nodes.text(each, "option_name");
                if (option.isPresent() && each.get("value").isPresent()) {
                    put(Nodes.text(each, "namespace").orElse(ENVIRONMENT), option.get(), each.get("value").get());
                }
            }
        }
    }

    private void put(String namespace, String option, ConfigNode value) {
        values.computeIfAbsent(namespace, key -> new LinkedHashMap<>())
                .put(option, Setting.at(Nodes.value(value, text -> text.startsWith("`") || text.contains("${")), value.place()));
    }

    /** An option, whose namespace is without {@code aws:} where it begins with it. */
    Optional<Setting> get(String namespace, String option) {
        return Optional.ofNullable(values.getOrDefault("aws:" + namespace, Map.of()).get(option));
    }

    /** Whether some option of a namespace is set. */
    boolean has(String namespace) {
        return values.containsKey("aws:" + namespace);
    }

    Map<String, Setting> environment() {
        return values.getOrDefault(ENVIRONMENT, Map.of());
    }

    /** A whole number of an option. */
    Optional<Setting> number(String namespace, String option) {
        return get(namespace, option)
                .map(
                        set ->
                                new Setting(
                                        set.value().number().<Value>map(number -> new Value.Known(number.longValue())).orElse(new Value.Unknown("it is computed when the deploy runs")),
                                        set.origin(),
                                        set.place()));
    }
}
