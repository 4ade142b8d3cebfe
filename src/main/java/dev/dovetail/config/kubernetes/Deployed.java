package dev.dovetail.config.kubernetes;

import dev.dovetail.config.ConfigNode;
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
        return Environments.of(workload.object().file());
    }

    /**
     * Those that users meet: what is for tests is left out, and of one workload in several
     * environments production's.
     */
    static List<Deployed> chosen(List<Deployed> all) {
        Map<List<String>, Environments> best = new HashMap<>();
        for (Deployed each : all) {
            best.merge(each.identity(), each.environment(), (one, other) -> one.compareTo(other) <= 0 ? one : other);
        }
        List<Deployed> chosen = new ArrayList<>();
        for (Deployed each : all) {
            Environments environment = each.environment();
            if (environment != Environments.TEST && environment == best.get(each.identity())) {
                chosen.add(each);
            }
        }
        return chosen;
    }

    private List<String> identity() {
        KubeObject object = workload.object();
        return List.of(object.kind(), object.name(), Nodes.text(container, "name").orElse(""));
    }
}
