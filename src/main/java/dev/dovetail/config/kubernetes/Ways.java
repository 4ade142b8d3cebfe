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
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How requests come to a container: through the Services that select its pods, and what routes to these. */
final class Ways {

    private final Workload workload;
    private final ConfigNode container;
    private final ObjectSet objects;
    private final List<Way> ways = new ArrayList<>();

    private Ways(Workload workload, ConfigNode container, ObjectSet objects) {
        this.workload = workload;
        this.container = container;
        this.objects = objects;
    }

    static void read(Workload workload, ConfigNode container, ObjectSet objects, DeploymentUnit.Draft draft) {
        new Ways(workload, container, objects).read(draft);
    }

    private void read(DeploymentUnit.Draft draft) {
        List<ConfigNode> own = Probes.ports(container);
        List<KubeObject> services = services();
        Map<Object, Setting> ports = new LinkedHashMap<>();
        for (KubeObject service : services) {
            List<Setting> targets = targets(service);
            if (!targets.isEmpty()) {
                targets.forEach(each -> ports.putIfAbsent(each.value(), each));
                ways.addAll(waysTo(service));
            }
        }
        if (own.size() == 1) {
            own.get(0).get("containerPort").ifPresent(port -> draft.setting(SettingName.EXPOSED_PORT, Scalars.count(port)));
        }
        if (ports.size() == 1) {
            draft.setting(SettingName.PORT, ports.values().iterator().next());
        }
        if (ways.isEmpty()) {
            // A worker, or one whose Service stands elsewhere.
            draft.triggersUnknown();
            return;
        }
        ways.forEach(way -> draft.trigger(way.trigger()));
        draft.setting(SettingName.SESSION_AFFINITY, affinity());
        for (KubeObject service : services) {
            service.get("spec", "sessionAffinity")
                    .filter(node -> Scalars.text(node).filter("ClientIP"::equals).isPresent())
                    .ifPresent(
                            node ->
                                    draft.setting(
                                            SettingName.SERVICE_AFFINITY,
                                            Setting.at(new Value.Known("ClientIP"), node.place())));
        }
    }

    private List<KubeObject> services() {
        return objects.near(
                workload.object(),
                "Service",
                each ->
                        each.group().isEmpty()
                                && workload.isSelectedBy(KubeObject.texts(each.get("spec", "selector"))));
    }

    /** The ports of this container that a Service sends to. */
    private List<Setting> targets(KubeObject service) {
        List<Setting> found = new ArrayList<>();
        for (ConfigNode port : service.get("spec", "ports").map(Nodes::elements).orElse(List.of())) {
            Optional<ConfigNode> target =
                    port.get("targetPort").filter(node -> Nodes.text(node).isPresent()).or(() -> port.get("port"));
            boolean udp = Nodes.text(port, "protocol").filter("UDP"::equals).isPresent();
            if (target.isEmpty() || udp) {
                continue;
            }
            Setting number = Probes.port(target.get(), container);
            if (belongsHere(number)) {
                found.add(number);
            }
        }
        return found;
    }

    /** Whether a port is this container's: it says so, or no other container of the pod does. */
    private boolean belongsHere(Setting port) {
        boolean own = declares(container, port);
        boolean others =
                workload.containers().stream()
                        .filter(each -> each != container)
                        .anyMatch(each -> port.value().number().isEmpty() || declares(each, port));
        return own || !others && (workload.containers().size() == 1 || Probes.ports(container).isEmpty());
    }

    private static boolean declares(ConfigNode container, Setting port) {
        return Probes.ports(container).stream()
                .flatMap(each -> each.get("containerPort").stream())
                .anyMatch(node -> Scalars.count(node).value().equals(port.value()));
    }

    private List<Way> waysTo(KubeObject service) {
        List<Way> found = new ArrayList<>();
        for (KubeObject ingress : objects.near(service, "Ingress", each -> !paths(each, service).isEmpty())) {
            Controllers.Controller controller = Controllers.of(ingress, Optional.of(service), objects);
            for (Map.Entry<Optional<String>, Place> path : paths(ingress, service).entrySet()) {
                Trigger way = trigger(controller.hop().stream().toList(), path.getKey(), path.getValue());
                boolean kept = controller.hop().isPresent() && !Controllers.rewrites(ingress);
                found.add(new Way(kept ? withPathKept(way) : way, controller.sticks()));
            }
        }
        found.addAll(Routes.to(service, objects));
        String type = Scalars.text(service.node(), "spec", "type").orElse("ClusterIP");
        if (found.isEmpty() || type.equals("LoadBalancer")) {
            found.add(new Way(trigger(List.of(), Optional.empty(), service.place()), sticks(service)));
        }
        return found;
    }

    /** The same way in, on which nothing changes the path. */
    static Trigger withPathKept(Trigger way) {
        return new Trigger(
                way.kind(),
                way.hops(),
                way.method(),
                way.path(),
                Map.of(SettingName.PATH_KEPT, Setting.at(new Value.Known(true), way.place())),
                way.place());
    }

    static Trigger trigger(List<Trigger.Hop> hops, Optional<String> path, Place place) {
        return new Trigger(Trigger.Kind.HTTP, hops, Optional.empty(), path, Map.of(), place);
    }

    /** https://kubernetes.io/docs/reference/networking/virtual-ips/#session-affinity */
    private static Optional<Boolean> sticks(KubeObject service) {
        boolean headless = Scalars.text(service.node(), "spec", "clusterIP").filter("None"::equals).isPresent();
        Optional<ConfigNode> affinity = service.get("spec", "sessionAffinity");
        if (headless || affinity.isPresent() && Scalars.text(affinity.get()).isEmpty()) {
            return Optional.empty();
        }
        boolean byAddress = affinity.flatMap(node -> Scalars.text(node)).filter("ClientIP"::equals).isPresent();
        return byAddress ? Optional.of(true) : Controllers.sticky(service, Optional.empty());
    }

    /** The paths of an Ingress that lead to a Service. */
    private static Map<Optional<String>, Place> paths(KubeObject ingress, KubeObject service) {
        Map<Optional<String>, Place> found = new LinkedHashMap<>();
        for (String key : List.of("defaultBackend", "backend")) {
            ingress.get("spec", key)
                    .filter(backend -> isTo(backend, service))
                    .ifPresent(backend -> found.put(Optional.empty(), backend.place()));
        }
        for (ConfigNode rule : ingress.get("spec", "rules").map(Nodes::elements).orElse(List.of())) {
            for (ConfigNode path : Nodes.at(rule, "http", "paths").map(Nodes::elements).orElse(List.of())) {
                if (path.get("backend").filter(backend -> isTo(backend, service)).isPresent()) {
                    found.putIfAbsent(Scalars.text(path, "path"), path.place());
                }
            }
        }
        return found;
    }

    private static boolean isTo(ConfigNode backend, KubeObject service) {
        return Nodes.text(backend, "service", "name")
                .or(() -> Nodes.text(backend, "serviceName"))
                .filter(service.name()::equals)
                .isPresent();
    }

    /** A way that keeps clients together is what they are meant to take. */
    private Setting affinity() {
        Place place = ways.get(0).trigger().place();
        for (Way way : ways) {
            if (way.sticks().filter(sticks -> sticks).isPresent()) {
                return Setting.at(new Value.Known(true), way.trigger().place());
            }
        }
        boolean none = ways.stream().allMatch(way -> way.sticks().isPresent());
        return Setting.at(none ? new Value.Known(false) : new Value.Unknown("something else decides it"), place);
    }
}
