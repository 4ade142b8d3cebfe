package dev.dovetail.config.kubernetes;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.Value;
import dev.dovetail.config.kubernetes.objects.Scalars;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is mounted in a container: https://kubernetes.io/docs/concepts/storage/volumes/. */
final class Volumes {

    /** Kind of a mount that cannot be written to, whatever backs it. */
    private static final String READ_ONLY = "read-only";

    private Volumes() {}

    /** The mounts of a container, each with the kind of its volume: {@code emptyDir}, {@code persistentVolumeClaim} ... */
    static List<DeploymentUnit.Mount> of(ConfigNode container, Workload workload) {
        Map<String, String> kinds = kinds(workload);
        List<DeploymentUnit.Mount> found = new ArrayList<>();
        for (ConfigNode mount : container.get("volumeMounts").map(Nodes::elements).orElse(List.of())) {
            Optional<ConfigNode> path = mount.get("mountPath");
            Value where =
                    path.map(Scalars::value)
                            .map(value -> value.text().<Value>map(text -> new Value.Known(clean(text))).orElse(value))
                            .orElse(new Value.Unknown("a template gives it"));
            String kind = Scalars.text(mount, "name").map(name -> kinds.getOrDefault(name, "volume")).orElse("volume");
            found.add(
                    new DeploymentUnit.Mount(
                            where, Scalars.isTrue(mount, "readOnly") ? READ_ONLY : kind, mount.place()));
        }
        return found;
    }

    private static Map<String, String> kinds(Workload workload) {
        Map<String, String> kinds = new HashMap<>();
        for (ConfigNode volume : workload.pod().get("volumes").map(Nodes::elements).orElse(List.of())) {
            String kind =
                    Nodes.entries(Optional.of(volume)).stream()
                            .map(ConfigNode.Entry::key)
                            .filter(key -> !key.equals("name"))
                            .findFirst()
                            .orElse("emptyDir");
            Scalars.text(volume, "name").ifPresent(name -> kinds.put(name, kind));
        }
        for (ConfigNode claim :
                workload.object().get("spec", "volumeClaimTemplates").map(Nodes::elements).orElse(List.of())) {
            Scalars.text(claim, "metadata", "name").ifPresent(name -> kinds.put(name, "persistentVolumeClaim"));
        }
        return kinds;
    }

    private static String clean(String path) {
        return path.length() > 1 ? path.replaceAll("/+$", "") : path;
    }
}
