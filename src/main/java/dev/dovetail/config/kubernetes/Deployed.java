package dev.dovetail.config.kubernetes;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Environments;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.kubernetes.objects.KubeObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A container of a workload, among the objects that it is deployed with. */
record Deployed(Workload workload, ConfigNode container, ObjectSet set) {

    /** Its image, with variables as written. */
    String image() {
        return Nodes.text(container, "image").orElse("");
    }

    private Environments environment() {
        return set.environment(workload.object());
    }

    /**
     * Those that users meet: what is for tests is left out, and of one workload in several
     * environments production's.
     */
    static List<Deployed> chosen(List<Deployed> all) {
        Map<List<String>, Environments> best = new HashMap<>();
        for (Deployed each : all) {
            for (List<String> identity : each.identities()) {
                best.merge(identity, each.environment(), Environments::better);
            }
        }
        List<Deployed> chosen = new ArrayList<>();
        for (Deployed each : all) {
            Environments environment = each.environment();
            boolean isBest = each.identities().stream().allMatch(identity -> best.get(identity) == environment);
            if (environment != Environments.TEST && isBest) {
                chosen.add(each);
            }
        }
        return chosen;
    }

    /** Workloads are the same by kind and name, and where overlays give names, by their common base. */
    private List<List<String>> identities() {
        KubeObject object = workload.object();
        String container = Nodes.text(this.container, "name").orElse("");
        return List.of(
                List.of(object.kind(), object.name(), container),
                List.of(object.kind(), object.place().toString(), container));
    }
}
