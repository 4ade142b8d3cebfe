package dev.dovetail.config.kubernetes;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.kubernetes.objects.KubeObject;
import dev.dovetail.config.kubernetes.objects.Scalars;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Routes to a Service other than Ingresses: of the Gateway API, Traefik, Istio and OpenShift. */
final class Routes {

    private Routes() {}

    static List<Way> to(KubeObject service, ObjectSet objects) {
        List<Way> found = new ArrayList<>();
        gateway(service, objects, found);
        traefik(service, objects, found);
        istio(service, objects, found);
        openShift(service, objects, found);
        return found;
    }

    /** https://gateway-api.sigs.k8s.io/reference/spec/#httproute */
    private static void gateway(KubeObject service, ObjectSet objects, List<Way> found) {
        for (String kind : List.of("HTTPRoute", "GRPCRoute")) {
            for (KubeObject route : objects.near(service, kind, each -> true)) {
                for (ConfigNode rule : route.get("spec", "rules").map(Nodes::elements).orElse(List.of())) {
                    if (leadsTo(rule.get("backendRefs"), "name", service)) {
                        boolean persists = rule.get("sessionPersistence").isPresent();
                        // Policies are attached by objects of each implementation.
                        boolean policies =
                                objects.all().stream().anyMatch(each -> each.kind().endsWith("Policy") && each.get("spec", "targetRef").or(() -> each.get("spec", "targetRefs")).isPresent());
                        Optional<Boolean> sticks = persists ? Optional.of(true) : policies ? Optional.empty() : Optional.of(false);
                        Optional<String> path =
                                rule.get("matches").map(Nodes::elements).orElse(List.of()).stream()
                                        .flatMap(match -> Scalars.text(match, "path", "value").stream())
                                        .findFirst();
                        Trigger way = Ways.trigger(List.of(), path, rule.place());
                        boolean plain = !policies && rule.get("filters").isEmpty();
                        found.add(new Way(plain ? Ways.withPathKept(way) : way, sticks));
                    }
                }
            }
        }
    }

    /** https://doc.traefik.io/traefik/reference/routing-configuration/kubernetes/crd/http/ingressroute/ */
    private static void traefik(KubeObject service, ObjectSet objects, List<Way> found) {
        for (KubeObject route : objects.near(service, "IngressRoute", each -> true)) {
            for (ConfigNode rule : route.get("spec", "routes").map(Nodes::elements).orElse(List.of())) {
                for (ConfigNode target : rule.get("services").map(Nodes::elements).orElse(List.of())) {
                    if (Nodes.text(target, "name").filter(service.name()::equals).isPresent()) {
                        Trigger.Hop hop = new Trigger.Hop("traefik", Map.of(), route.place());
                        found.add(
                                new Way(
                                        Ways.trigger(List.of(hop), Optional.empty(), rule.place()),
                                        target.get("sticky").isPresent()
                                                ? Optional.of(true)
                                                : Controllers.sticky(route, Optional.of(service))));
                    }
                }
            }
        }
    }

    /** https://istio.io/latest/docs/reference/config/networking/virtual-service/ */
    private static void istio(KubeObject service, ObjectSet objects, List<Way> found) {
        for (KubeObject route : objects.near(service, "VirtualService", each -> true)) {
            for (ConfigNode rule : route.get("spec", "http").map(Nodes::elements).orElse(List.of())) {
                for (ConfigNode target : rule.get("route").map(Nodes::elements).orElse(List.of())) {
                    if (Nodes.text(target, "destination", "host").map(Routes::first).filter(service.name()::equals).isPresent()) {
                        found.add(new Way(Ways.trigger(List.of(), Optional.empty(), rule.place()), mesh(service, objects)));
                    }
                }
            }
        }
    }

    private static Optional<Boolean> mesh(KubeObject service, ObjectSet objects) {
        return objects
                .near(
                        service,
                        "DestinationRule",
                        each -> Nodes.text(each.node(), "spec", "host").map(Routes::first).filter(service.name()::equals).isPresent())
                .stream()
                .findFirst()
                .map(rule -> rule.get("spec", "trafficPolicy", "loadBalancer", "consistentHash").isPresent())
                .or(() -> Optional.of(false));
    }

    /** {@code orders.shop.svc.cluster.local} is the Service orders. */
    private static String first(String host) {
        return host.split("\\.", 2)[0];
    }

    /** https://docs.openshift.com/container-platform/latest/networking/routes/route-configuration.html: sticky by a cookie unless told otherwise. */
    private static void openShift(KubeObject service, ObjectSet objects, List<Way> found) {
        for (KubeObject route : objects.near(service, "Route", each -> each.group().equals("route.openshift.io"))) {
            if (Nodes.text(route.node(), "spec", "to", "name").filter(service.name()::equals).isPresent()) {
                boolean off =
                        route.annotation("haproxy.router.openshift.io/disable_cookies").isPresent()
                                || Scalars.text(route.node(), "spec", "tls", "termination").filter("passthrough"::equals).isPresent();
                found.add(
                        new Way(
                                Ways.trigger(List.of(), Scalars.text(route.node(), "spec", "path"), route.place()),
                                off ? Optional.empty() : Optional.of(true)));
            }
        }
    }

    private static boolean leadsTo(Optional<ConfigNode> targets, String key, KubeObject service) {
        return targets.map(Nodes::elements).orElse(List.of()).stream()
                .anyMatch(each -> Nodes.text(each, key).filter(service.name()::equals).isPresent());
    }
}
