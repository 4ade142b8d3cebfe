package dev.dovetail.config.kubernetes;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.ConfigReader;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Documents;
import dev.dovetail.config.Environments;
import dev.dovetail.config.Setting;
import dev.dovetail.config.Value;
import dev.dovetail.config.docker.ImageUnits;
import dev.dovetail.config.kubernetes.helm.Charts;
import dev.dovetail.config.kubernetes.kustomize.Kustomizations;
import dev.dovetail.config.kubernetes.objects.KubeObject;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Reads what is deployed to Kubernetes: a unit per container that runs code of the workspace. */
public final class KubernetesReader implements ConfigReader {

    @Override
    public Result read(Workspace workspace, Documents documents) {
        List<ObjectSet> sets = new ArrayList<>();
        Kustomizations kustomizations = new Kustomizations(workspace, documents);
        for (String root : roots(kustomizations)) {
            sets.add(ObjectSet.madeIn(root, objects(kustomizations.build(root))));
        }
        Charts charts = new Charts(workspace, documents);
        for (String root : charts.roots()) {
            sets.add(ObjectSet.madeIn(root, objects(charts.render(root))));
        }
        Set<String> claimed = kustomizations.claimed();
        Predicate<String> isOther = file -> claimed.contains(file) || charts.claims(file);
        sets.add(ObjectSet.apart(ManifestFiles.read(workspace, documents, isOther)));
        List<Deployed> deployed = new ArrayList<>();
        for (ObjectSet set : sets) {
            for (KubeObject object : set.all()) {
                Workload.of(object).ifPresent(workload -> add(workload, set, deployed));
            }
        }
        List<Notification> notifications = new ArrayList<>(kustomizations.notifications());
        notifications.addAll(charts.notifications());
        if (deployed.isEmpty()) {
            return new Result(List.of(), notifications);
        }
        List<Deployed> chosen = Deployed.chosen(deployed);
        Manifests manifests = new Manifests(workspace, documents);
        Bindings bindings = new Bindings(manifests, chosen);
        Units units = new Units(new ImageUnits(manifests));
        Map<Workload, Integer> ownContainers = new IdentityHashMap<>();
        List<Deployed> own = chosen.stream().filter(bindings::runsOwnCode).toList();
        own.forEach(each -> ownContainers.merge(each.workload(), 1, Integer::sum));
        List<DeploymentUnit> found = new ArrayList<>();
        for (Deployed each : own) {
            boolean alone = ownContainers.getOrDefault(each.workload(), 1) == 1;
            units.of(each.workload(), each.container(), bindings.image(each), alone, each.set())
                    .filter(unit -> found.stream().noneMatch(other -> isSame(unit, other)))
                    .ifPresent(found::add);
        }
        return new Result(found, notifications);
    }

    /** Whether two overlays make the same of one base, so that one of them tells all. */
    private static boolean isSame(DeploymentUnit unit, DeploymentUnit other) {
        return unit.place().equals(other.place())
                && values(unit.settings()).equals(values(other.settings()))
                && values(unit.environment()).equals(values(other.environment()))
                && unit.mounts().equals(other.mounts());
    }

    /** What is set, wherever that is said. */
    private static Map<String, Value> values(Map<String, Setting> settings) {
        Map<String, Value> values = new HashMap<>();
        settings.forEach((name, setting) -> values.put(name, setting.value()));
        return values;
    }

    /** What is for developers or tests does not count, unless there is nothing else. */
    private static List<String> roots(Kustomizations kustomizations) {
        List<String> roots =
                kustomizations.roots(
                        folder -> {
                            Environments environment = Environments.of(folder);
                            return environment == Environments.DEVELOPMENT || environment == Environments.TEST;
                        });
        return roots.isEmpty() ? kustomizations.roots(folder -> false) : roots;
    }

    private static List<KubeObject> objects(List<ConfigNode> documents) {
        return documents.stream().flatMap(document -> KubeObject.of(document).stream()).toList();
    }

    private static void add(Workload workload, ObjectSet set, List<Deployed> deployed) {
        for (ConfigNode container : workload.containers()) {
            deployed.add(new Deployed(workload, container, set));
        }
    }
}
