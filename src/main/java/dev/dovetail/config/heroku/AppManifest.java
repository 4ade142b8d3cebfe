package dev.dovetail.config.heroku;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Documents;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.Setting;
import dev.dovetail.config.Value;
import dev.dovetail.workspace.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An app.json that Heroku reads: https://devcenter.heroku.com/articles/app-json-schema.
 *
 * @param place of its first key
 */
record AppManifest(ConfigNode document, Place place) {

    /** Keys that app.json files of others, such as Expo, do not have. */
    private static final List<String> OWN =
            List.of("env", "formation", "addons", "buildpacks", "stack", "success_url", "environments");

    /** https://devcenter.heroku.com/articles/dyno-types: memory in MiB. */
    private static final Map<String, Long> MEMORY =
            Map.ofEntries(
                    Map.entry("eco", 512L),
                    Map.entry("basic", 512L),
                    Map.entry("hobby", 512L),
                    Map.entry("free", 512L),
                    Map.entry("standard-1x", 512L),
                    Map.entry("standard-2x", 1024L),
                    Map.entry("performance-m", 2560L),
                    Map.entry("performance-l", 14336L),
                    Map.entry("performance-l-ram", 30720L),
                    Map.entry("performance-xl", 63488L),
                    Map.entry("performance-2xl", 129024L));

    /** The app.json of a folder, when it is one of Heroku's. */
    static Optional<AppManifest> in(String folder, Documents documents) {
        String file = folder.isEmpty() ? "app.json" : folder + "/app.json";
        return documents.read(file).stream().findFirst().flatMap(AppManifest::of);
    }

    private static Optional<AppManifest> of(ConfigNode document) {
        boolean own =
                document.get("expo").isEmpty()
                        && OWN.stream().anyMatch(key -> document.get(key).isPresent());
        return own && document instanceof ConfigNode.Mapping mapping
                ? Optional.of(new AppManifest(document, mapping.entries().get(0).keyPlace()))
                : Optional.empty();
    }

    /** What config vars it declares; those that it gives no value are unknown. */
    Map<String, Setting> environment() {
        Map<String, Setting> found = new HashMap<>();
        for (ConfigNode.Entry entry : Nodes.entries(document.get("env"))) {
            Optional<ConfigNode> value =
                    entry.value() instanceof ConfigNode.Mapping
                            ? entry.value().get("value")
                            : Optional.of(entry.value());
            Optional<Setting> known =
                    value.flatMap(Nodes::text)
                            .map(text -> Setting.at(new Value.Known(text), entry.keyPlace()));
            boolean optional =
                    Nodes.text(entry.value(), "required").filter("false"::equals).isPresent();
            if (known.isPresent() || !optional) {
                found.put(
                        entry.key(),
                        known.orElse(
                                Setting.at(
                                        new Value.Unknown("who deploys it gives the value"),
                                        entry.keyPlace())));
            }
        }
        return found;
    }

    /** How many dynos of a process type are started. */
    Optional<Setting> quantity(String type) {
        return Nodes.at(document, "formation", type, "quantity")
                .map(node -> Setting.at(Nodes.value(node, text -> false), node.place()));
    }

    /** The dyno type of a process type, in lower case. */
    Optional<Setting> size(String type) {
        return Nodes.at(document, "formation", type, "size")
                .flatMap(
                        node ->
                                Nodes.text(node)
                                        .map(
                                                text ->
                                                        Setting.at(
                                                                new Value.Known(
                                                                        text.toLowerCase(Locale.ROOT)),
                                                                node.place())));
    }

    /** The memory of a dyno type. */
    static Optional<Setting> memory(Setting size) {
        return size.value()
                .text()
                .map(MEMORY::get)
                .map(memory -> new Setting(new Value.Known(memory), size.origin(), size.place()));
    }

    /** Whether it lists its buildpacks, and each is one of these. */
    boolean hasOnlyBuildpacks(Set<String> known) {
        List<ConfigNode> listed =
                document.get("buildpacks").map(Nodes::elements).orElse(List.of());
        return !listed.isEmpty()
                && listed.stream()
                        .allMatch(
                                each -> Nodes.text(each, "url").filter(known::contains).isPresent());
    }
}
