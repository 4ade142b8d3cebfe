package dev.dovetail.config.kubernetes;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.kubernetes.objects.KubeObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An object that starts pods.
 *
 * @param pod the pod's spec
 * @param labels of its pods, by which Services select them
 */
record Workload(KubeObject object, ConfigNode pod, Map<String, String> labels) {

    /** The workload that an object is; empty when it starts no pods. */
    static Optional<Workload> of(KubeObject object) {
        return switch (object.kind()) {
            case "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "ReplicationController", "Job", "Rollout",
                    "DeploymentConfig" ->
                    of(object, object.get("spec", "template"));
            case "CronJob" -> of(object, object.get("spec", "jobTemplate", "spec", "template"));
            case "Pod" -> of(object, Optional.of(object.node()));
            case "Service" ->
                    object.group().equals("serving.knative.dev")
                            ? of(object, object.get("spec", "template"))
                            : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Workload> of(KubeObject object, Optional<ConfigNode> template) {
        return template.flatMap(each -> each.get("spec"))
                .map(
                        pod ->
                                new Workload(
                                        object,
                                        pod,
                                        KubeObject.texts(template.flatMap(each -> Nodes.at(each, "metadata", "labels")))));
    }

    List<ConfigNode> containers() {
        return pod.get("containers").map(Nodes::elements).orElse(List.of()).stream()
                .filter(container -> Nodes.text(container, "image").isPresent())
                .toList();
    }

    boolean isKnative() {
        return object.kind().equals("Service");
    }

    /** Whether its pods are there to be asked, and not to end. */
    boolean runsOn() {
        return !object.kind().equals("Job") && !object.kind().equals("CronJob");
    }

    /** Whether a selector selects its pods. */
    boolean isSelectedBy(Map<String, String> selector) {
        return !selector.isEmpty()
                && selector.entrySet().stream().allMatch(each -> each.getValue().equals(labels.get(each.getKey())));
    }
}
