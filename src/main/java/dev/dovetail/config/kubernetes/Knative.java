package dev.dovetail.config.kubernetes;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.Value;
import dev.dovetail.config.kubernetes.objects.KubeObject;
import dev.dovetail.config.kubernetes.objects.Scalars;
import java.util.Optional;

/**
 * What a Knative Service says of its unit, which Cloud Run reads too.
 *
 * <p>https://cloud.google.com/run/docs/reference/yaml/v1
 */
final class Knative {

    static final String CLOUD_RUN = "google-cloud-run";

    private Knative() {}

    /** The settings of the container that gets the requests; the others are sidecars. */
    static void read(Workload workload, ConfigNode container, DeploymentUnit.Draft draft) {
        KubeObject service = workload.object();
        scaling(service, draft);
        workload.pod().get("containerConcurrency").ifPresent(node -> draft.setting(SettingName.CONCURRENCY, Scalars.count(node)));
        workload.pod().get("timeoutSeconds").ifPresent(node -> draft.setting(SettingName.TIMEOUT, Scalars.milliseconds(node)));
        annotation(service, "run.googleapis.com/sessionAffinity")
                .ifPresent(node -> draft.setting(SettingName.SESSION_AFFINITY, Scalars.setting(node)));
        annotation(service, "run.googleapis.com/cpu-throttling")
                .ifPresent(node -> draft.setting(SettingName.CPU_ALWAYS, opposite(node)));
        boolean serves =
                workload.containers().size() == 1 || !Probes.ports(container).isEmpty();
        if (serves) {
            draft.trigger(Trigger.of(Trigger.Kind.HTTP, service.place()));
            draft.setting(SettingName.PORT, port(container));
        } else {
            draft.trigger(Trigger.of(Trigger.Kind.NONE, service.place()));
        }
    }

    private static void scaling(KubeObject service, DeploymentUnit.Draft draft) {
        Setting least =
                annotation(service, "autoscaling.knative.dev/minScale")
                        .or(() -> annotation(service, "autoscaling.knative.dev/min-scale"))
                        .or(() -> annotation(service, "run.googleapis.com/minScale"))
                        .map(Scalars::count)
                        .orElse(Setting.byDefault(0L));
        Setting most =
                annotation(service, "autoscaling.knative.dev/maxScale")
                        .or(() -> annotation(service, "autoscaling.knative.dev/max-scale"))
                        .or(() -> annotation(service, "run.googleapis.com/maxScale"))
                        .map(Scalars::count)
                        .orElse(Setting.byDefault(100L));
        draft.setting(SettingName.MIN_REPLICAS, least);
        draft.setting(SettingName.MAX_REPLICAS, most);
        boolean keepsOne =
                least.value() instanceof Value.Unknown || least.value().number().filter(number -> number >= 1).isPresent();
        // Copies that serve at the least while there is traffic.
        draft.setting(SettingName.REPLICAS, keepsOne ? least : Setting.byDefault(1L));
    }

    /** The port that requests are sent to, which the container finds in PORT. */
    static Setting port(ConfigNode container) {
        return Probes.ports(container).stream()
                .flatMap(port -> port.get("containerPort").stream())
                .findFirst()
                .map(Scalars::count)
                .orElse(Setting.byDefault(8080L));
    }

    /** Of the revision, or else of the service. */
    private static Optional<ConfigNode> annotation(KubeObject service, String key) {
        return service.get("spec", "template", "metadata", "annotations")
                .flatMap(all -> all.get(key))
                .or(() -> service.annotation(key));
    }

    private static Setting opposite(ConfigNode node) {
        return Nodes.text(node)
                .filter(text -> text.matches("true|false"))
                .map(text -> Setting.at(new Value.Known(text.equals("false")), node.place()))
                .orElse(Setting.at(new Value.Unknown("it is no truth value"), node.place()));
    }
}
