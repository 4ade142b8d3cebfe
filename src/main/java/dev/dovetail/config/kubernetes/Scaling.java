package dev.dovetail.config.kubernetes;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Value;
import dev.dovetail.config.kubernetes.objects.KubeObject;
import dev.dovetail.config.kubernetes.objects.Scalars;
import java.util.List;
import java.util.Optional;

/** How many pods a workload has: its own word, or an autoscaler's. */
final class Scaling {

    private Scaling() {}

    static void read(Workload workload, ObjectSet objects, DeploymentUnit.Draft draft) {
        KubeObject object = workload.object();
        switch (object.kind()) {
            case "DaemonSet" ->
                    draft.setting(
                            SettingName.REPLICAS,
                            Setting.at(new Value.Unknown("one runs on each node"), object.place()));
            case "Pod" -> draft.setting(SettingName.REPLICAS, Setting.byDefault(1L));
            case "Job", "CronJob" ->
                    draft.setting(
                            SettingName.REPLICAS,
                            object.get("spec", "parallelism")
                                    .or(() -> object.get("spec", "jobTemplate", "spec", "parallelism"))
                                    .map(Scalars::count)
                                    .orElse(Setting.byDefault(1L)));
            default -> {
                draft.setting(
                        SettingName.REPLICAS,
                        object.get("spec", "replicas").map(Scalars::count).orElse(Setting.byDefault(1L)));
                autoscaler(object, objects).ifPresent(scaler -> scaled(scaler, draft));
            }
        }
    }

    private static void scaled(KubeObject scaler, DeploymentUnit.Draft draft) {
        boolean keda = scaler.kind().equals("ScaledObject");
        Optional<ConfigNode> least = scaler.get("spec", keda ? "minReplicaCount" : "minReplicas");
        Optional<ConfigNode> most = scaler.get("spec", keda ? "maxReplicaCount" : "maxReplicas");
        // https://keda.sh/docs/latest/reference/scaledobject-spec/: 0 to 100; an HPA keeps 1 at least.
        Setting minimum = least.map(Scalars::count).orElse(Setting.byDefault(keda ? 0L : 1L));
        Setting maximum =
                most.map(Scalars::count)
                        .orElse(
                                keda
                                        ? Setting.byDefault(100L)
                                        : Setting.at(new Value.Unknown("it is not said"), scaler.place()));
        draft.setting(SettingName.MIN_REPLICAS, minimum);
        draft.setting(SettingName.MAX_REPLICAS, maximum);
        // Once it is there, the workload's own number is only what the first deploy begins with.
        Value atLeast =
                minimum.value().number().<Value>map(number -> new Value.Known(Math.max(1L, number.longValue()))).orElse(minimum.value());
        draft.setting(SettingName.REPLICAS, new Setting(atLeast, minimum.origin(), minimum.place().or(() -> Optional.of(scaler.place()))));
    }

    /** https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/ */
    private static Optional<KubeObject> autoscaler(KubeObject workload, ObjectSet objects) {
        for (String kind : List.of("HorizontalPodAutoscaler", "ScaledObject")) {
            Optional<KubeObject> found =
                    objects.near(workload, kind, each -> scales(each, workload)).stream().findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static boolean scales(KubeObject scaler, KubeObject workload) {
        // A name that a template makes is the same text wherever it stands.
        boolean named =
                Nodes.text(scaler.node(), "spec", "scaleTargetRef", "name").filter(workload.name()::equals).isPresent();
        return named
                && Scalars.text(scaler.node(), "spec", "scaleTargetRef", "kind")
                        .map(workload.kind()::equals)
                        .orElse(workload.kind().equals("Deployment"));
    }
}
