package dev.dovetail.config.kubernetes;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Value;
import dev.dovetail.config.kubernetes.objects.Scalars;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the kubelet asks a container: https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/. */
final class Probes {

    private static final Map<String, String> PATHS =
            Map.of(
                    "livenessProbe", SettingName.LIVENESS_PATH,
                    "readinessProbe", SettingName.READINESS_PATH,
                    "startupProbe", SettingName.STARTUP_PATH);

    private Probes() {}

    /** Reads the probes that are HTTP requests. */
    static void read(ConfigNode container, DeploymentUnit.Draft draft) {
        for (String probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
            Optional<ConfigNode> request = Nodes.at(container, probe, "httpGet");
            if (request.isEmpty()) {
                continue;
            }
            Setting path =
                    request.get().get("path").map(Scalars::setting).orElse(Setting.at(new Value.Known("/"), request.get().place()));
            draft.setting(String.valueOf(PATHS.get(probe)), path);
            Optional<Setting> port = request.get().get("port").map(node -> port(node, container));
            boolean same =
                    port.isEmpty()
                            || draft.setting(SettingName.PORT).filter(own -> own.value().equals(port.get().value())).isPresent();
            if (!same) {
                draft.setting(SettingName.PROBE_PORT, port.get());
            }
        }
    }

    /** A port by its number or by its name in the container. */
    static Setting port(ConfigNode node, ConfigNode container) {
        Value value = Scalars.value(node);
        if (value.number().isPresent()) {
            return Setting.at(new Value.Known(value.number().get().longValue()), node.place());
        }
        // A name that a template makes is the same text on both ends.
        Optional<String> name = Nodes.text(node);
        for (ConfigNode port : ports(container)) {
            if (name.isPresent() && Nodes.text(port, "name").equals(name)) {
                return port.get("containerPort")
                        .map(number -> new Setting(Scalars.count(number).value(), Setting.Origin.CONFIG, Optional.of(node.place())))
                        .orElse(unknown(node));
            }
        }
        return unknown(node);
    }

    private static Setting unknown(ConfigNode node) {
        return Setting.at(new Value.Unknown("no port of the container has this name"), node.place());
    }

    static List<ConfigNode> ports(ConfigNode container) {
        return container.get("ports").map(Nodes::elements).orElse(List.of());
    }
}
