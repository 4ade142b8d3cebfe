package dev.dovetail.config.appengine;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Value;
import java.util.Optional;

/** How many instances App Engine starts, by https://cloud.google.com/appengine/docs/standard/reference/app-yaml#scaling_elements. */
final class Scaling {

    private static final long DAY = 86_400_000;

    private Scaling() {}

    static void standard(ConfigNode service, DeploymentUnit.Draft draft) {
        Optional<ConfigNode> manual = service.get("manual_scaling");
        Optional<ConfigNode> basic = service.get("basic_scaling");
        if (manual.isPresent() || basic.isPresent()) {
            // A request may take a day.
            draft.setting(SettingName.TIMEOUT, Setting.at(new Value.Known(DAY), manual.or(() -> basic).orElseThrow().place()));
        }
        if (manual.isPresent()) {
            fixed(number(manual.get(), "instances").orElse(Setting.byDefault(1L)), draft);
        } else if (basic.isPresent()) {
            between(Setting.byDefault(0L), number(basic.get(), "max_instances").orElse(Setting.byDefault(20L)), draft);
        } else {
            ConfigNode automatic = service.get("automatic_scaling").orElse(service);
            between(
                    number(automatic, "min_instances").or(() -> number(automatic, "min_idle_instances")).orElse(Setting.byDefault(0L)),
                    number(automatic, "max_instances").orElse(Setting.byDefault(20L)),
                    draft);
            number(automatic, "max_concurrent_requests").ifPresent(set -> draft.setting(SettingName.CONCURRENCY, set));
        }
    }

    static void flexible(ConfigNode service, DeploymentUnit.Draft draft) {
        Optional<ConfigNode> manual = service.get("manual_scaling");
        if (manual.isPresent()) {
            fixed(number(manual.get(), "instances").orElse(Setting.byDefault(1L)), draft);
        } else {
            ConfigNode automatic = service.get("automatic_scaling").orElse(service);
            between(
                    number(automatic, "min_num_instances").orElse(Setting.byDefault(2L)),
                    number(automatic, "max_num_instances").orElse(Setting.byDefault(20L)),
                    draft);
        }
        Nodes.at(service, "network", "session_affinity")
                .ifPresent(node -> draft.setting(SettingName.SESSION_AFFINITY, Setting.at(Nodes.value(node, text -> text.contains("$")), node.place())));
        Nodes.at(service, "resources", "memory_gb")
                .flatMap(node -> Nodes.scaled(node, 1024, text -> text.contains("$")))
                .ifPresent(memory -> draft.setting(SettingName.MEMORY, memory));
    }

    private static void fixed(Setting instances, DeploymentUnit.Draft draft) {
        draft.setting(SettingName.REPLICAS, instances)
                .setting(SettingName.MIN_REPLICAS, instances)
                .setting(SettingName.MAX_REPLICAS, instances);
    }

    /** Between a fewest and a most; while there is traffic, one at the least serves it. */
    private static void between(Setting fewest, Setting most, DeploymentUnit.Draft draft) {
        boolean none = fewest.value().number().filter(number -> number < 1).isPresent();
        draft.setting(SettingName.REPLICAS, none ? Setting.byDefault(1L) : fewest)
                .setting(SettingName.MIN_REPLICAS, fewest)
                .setting(SettingName.MAX_REPLICAS, most);
    }

    private static Optional<Setting> number(ConfigNode node, String key) {
        return node.get(key).map(each -> Setting.at(Nodes.value(each, text -> !text.matches("\\d{1,9}")), each.place()));
    }
}
