package dev.dovetail.config.kubernetes;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.Value;
import dev.dovetail.config.kubernetes.objects.KubeObject;
import dev.dovetail.config.kubernetes.objects.Scalars;
import dev.dovetail.workspace.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands behind an Ingress: the controller of its class, with what annotations tell it. */
final class Controllers {

    /** The controller that a hop is, and whether it keeps a client at one pod. */
    record Controller(Optional<Trigger.Hop> hop, Optional<Boolean> sticks) {}

    /** https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/ */
    private static final String NGINX = "nginx.ingress.kubernetes.io/";

    /** https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/ */
    private static final String ALB = "alb.ingress.kubernetes.io/";

    private static final String TRAEFIK = "traefik.ingress.kubernetes.io/";

    /** Names of the settings of a hop that only some controllers have. */
    private static final String REQUEST_SIZE = "request-size";

    private static final String IDLE_TIMEOUT = "idle-timeout";

    private static final Pattern NGINX_SIZE = Pattern.compile("(\\d{1,9})([kKmMgG]?)");
    private static final Pattern BACKEND_CONFIG = Pattern.compile("\"[^\"]*\"\\s*:\\s*\"([^\"{}]+)\"");
    private static final Pattern STICKY = Pattern.compile("(?i).*(affinity|sticky|stickiness|hash-by|session-cookie).*");

    private static final Pattern REWRITING =
            Pattern.compile("(?i).*(rewrite|snippet|app-root|strip|middleware|transform|use-regex|rule-type|actions\\.).*");

    private Controllers() {}

    /** The controller of an Ingress that leads to a Service. */
    static Controller of(KubeObject ingress, Optional<KubeObject> service, ObjectSet objects) {
        return switch (platform(ingress)) {
            case "ingress-nginx" -> nginx(ingress, objects);
            case "traefik" ->
                    new Controller(
                            Optional.of(new Trigger.Hop("traefik", Map.of(), ingress.place())), sticky(ingress, service));
            case "gke-ingress" -> gke(ingress, service, objects);
            case "aws-alb" -> alb(ingress);
            default -> new Controller(Optional.empty(), sticky(ingress, service));
        };
    }

    /** Id of the platform, by class or else by whose annotations it has; empty when neither tells. */
    private static String platform(KubeObject ingress) {
        String name =
                Scalars.text(ingress.node(), "spec", "ingressClassName")
                        .or(() -> ingress.annotation("kubernetes.io/ingress.class").flatMap(node -> Scalars.text(node)))
                        .orElse("");
        if (name.startsWith("traefik")) {
            return "traefik";
        }
        switch (name) {
            case "nginx", "ingress-nginx", "nginx-internal", "nginx-public", "nginx-external" -> {
                // NGINX's own controller has the same class and other annotations.
                return hasAnnotation(ingress, "nginx.org/") ? "" : "ingress-nginx";
            }
            case "gce", "gce-internal" -> {
                return "gke-ingress";
            }
            case "alb" -> {
                return "aws-alb";
            }
            case "" -> {}
            default -> {
                return "";
            }
        }
        if (hasAnnotation(ingress, NGINX)) {
            return "ingress-nginx";
        }
        if (hasAnnotation(ingress, ALB)) {
            return "aws-alb";
        }
        if (hasAnnotation(ingress, TRAEFIK)) {
            return "traefik";
        }
        boolean google =
                hasAnnotation(ingress, "networking.gke.io/")
                        || ingress.annotation("kubernetes.io/ingress.global-static-ip-name").isPresent();
        return google ? "gke-ingress" : "";
    }

    private static boolean hasAnnotation(KubeObject object, String prefix) {
        return Nodes.entries(object.get("metadata", "annotations")).stream()
                .anyMatch(entry -> entry.key().startsWith(prefix));
    }

    /** Whether an annotation may change the paths of an Ingress on their way. */
    static boolean rewrites(KubeObject ingress) {
        return Nodes.entries(ingress.get("metadata", "annotations")).stream()
                .anyMatch(
                        entry ->
                                REWRITING.matcher(entry.key()).matches()
                                        || entry.key().startsWith(String.valueOf(Scalars.UNKNOWN)));
    }

    /** No controller keeps clients together unless it is told to; what tells it so is an annotation. */
    static Optional<Boolean> sticky(KubeObject route, Optional<KubeObject> service) {
        boolean told = isTold(route) || service.filter(Controllers::isTold).isPresent();
        return told ? Optional.empty() : Optional.of(false);
    }

    private static boolean isTold(KubeObject object) {
        for (ConfigNode.Entry entry : Nodes.entries(object.get("metadata", "annotations"))) {
            String value = Nodes.text(entry.value()).orElse("");
            if (STICKY.matcher(entry.key()).matches() && !value.equals("false") || entry.key().startsWith(String.valueOf(Scalars.UNKNOWN)) || value.contains("stickiness")) {
                return true;
            }
        }
        return false;
    }

    private static Controller nginx(KubeObject ingress, ObjectSet objects) {
        Map<String, Setting> settings = new HashMap<>();
        nginxValue(ingress, "proxy-body-size", "client_max_body_size", objects).ifPresent(node -> settings.put(REQUEST_SIZE, nginxSize(node)));
        nginxValue(ingress, "proxy-read-timeout", "proxy_read_timeout", objects)
                .ifPresent(node -> settings.put(SettingName.TIMEOUT, Scalars.milliseconds(node)));
        Optional<ConfigNode> affinity = ingress.annotation(NGINX + "affinity");
        Optional<ConfigNode> hashed = ingress.annotation(NGINX + "upstream-hash-by");
        Optional<Boolean> sticks =
                affinity.isPresent()
                        ? Scalars.text(affinity.get()).map("cookie"::equals)
                        : hashed.isPresent() || snippets(ingress).contains("hash") || isTold(ingress)
                                ? hashed.flatMap(node -> Scalars.text(node))
                                        .map(by -> by.contains("addr") || by.contains("cookie") || by.contains("forwarded"))
                                : Optional.of(false);
        return new Controller(Optional.of(new Trigger.Hop("ingress-nginx", settings, ingress.place())), sticks);
    }

    /** Its annotation, or what the controller's own ConfigMap says; snippets may say anything. */
    private static Optional<ConfigNode> nginxValue(
            KubeObject ingress, String key, String directive, ObjectSet objects) {
        Optional<ConfigNode> own = ingress.annotation(NGINX + key);
        if (own.isPresent()) {
            return own;
        }
        if (snippets(ingress).contains(directive)) {
            return Optional.of(new ConfigNode.Scalar(null, "", "", ingress.place()));
        }
        return objects.all().stream()
                .filter(each -> each.kind().equals("ConfigMap") && each.name().contains("nginx"))
                .flatMap(each -> each.get("data", key).stream())
                .findFirst();
    }

    private static String snippets(KubeObject ingress) {
        return ingress.annotation(NGINX + "configuration-snippet").flatMap(node -> Nodes.text(node)).orElse("")
                + ingress.annotation(NGINX + "server-snippet").flatMap(node -> Nodes.text(node)).orElse("");
    }

    /** http://nginx.org/en/docs/syntax.html, in bytes; 0 is no limit. */
    private static Setting nginxSize(ConfigNode node) {
        Value value = Scalars.value(node);
        Matcher size = NGINX_SIZE.matcher(value.text().orElse(""));
        if (!size.matches() || size.group(1).matches("0+")) {
            return Setting.at(new Value.Unknown("it is no limit"), node.place());
        }
        long number = Long.parseLong(size.group(1));
        long factor =
                switch (size.group(2)) {
                    case "k", "K" -> 1024L;
                    case "m", "M" -> 1048576L;
                    case "g", "G" -> 1073741824L;
                    default -> 1L;
                };
        return Setting.at(new Value.Known(number * factor), node.place());
    }

    /** https://cloud.google.com/kubernetes-engine/docs/how-to/ingress-configuration */
    private static Controller gke(KubeObject ingress, Optional<KubeObject> service, ObjectSet objects) {
        Optional<ConfigNode> named =
                service.flatMap(
                        each ->
                                each.annotation("cloud.google.com/backend-config")
                                        .or(() -> each.annotation("beta.cloud.google.com/backend-config")));
        Map<String, Setting> settings = new HashMap<>();
        Optional<Boolean> sticks = Optional.of(false);
        if (named.isPresent()) {
            Matcher name = BACKEND_CONFIG.matcher(Nodes.text(named.get()).orElse(""));
            Optional<KubeObject> config =
                    name.find() ? objects.named(ingress, "BackendConfig", name.group(1)) : Optional.empty();
            Place place = named.get().place();
            settings.put(
                    SettingName.TIMEOUT,
                    config.isEmpty()
                            ? Setting.at(new Value.Unknown("its BackendConfig is not in the workspace"), place)
                            : config.get().get("spec", "timeoutSec").map(Scalars::milliseconds).orElse(Setting.byDefault(30_000L)));
            sticks =
                    config.map(
                            each ->
                                    Scalars.text(each.node(), "spec", "sessionAffinity", "affinityType")
                                            .filter(type -> !type.equals("NONE"))
                                            .isPresent());
        }
        return new Controller(Optional.of(new Trigger.Hop("gke-ingress", settings, ingress.place())), sticks);
    }

    private static Controller alb(KubeObject ingress) {
        Map<String, Setting> settings = new HashMap<>();
        Setting target =
                ingress.annotation(ALB + "target-type").map(Scalars::setting).orElse(Setting.byDefault("instance"));
        settings.put(SettingName.TARGET_TYPE, target);
        ingress.annotation(ALB + "load-balancer-attributes")
                .flatMap(node -> attribute(node, "idle_timeout.timeout_seconds"))
                .ifPresent(node -> settings.put(IDLE_TIMEOUT, Scalars.milliseconds(node)));
        Optional<ConfigNode> group = ingress.annotation(ALB + "target-group-attributes");
        Optional<Boolean> sticks =
                group.isPresent() && Scalars.text(group.get()).isEmpty()
                        ? Optional.empty()
                        : Optional.of(group.flatMap(node -> attribute(node, "stickiness.enabled")).filter(node -> Scalars.isTrue(node)).isPresent());
        return new Controller(Optional.of(new Trigger.Hop("aws-alb", settings, ingress.place())), sticks);
    }

    /** One of {@code a=b,c=d}. */
    private static Optional<ConfigNode> attribute(ConfigNode node, String key) {
        for (String each : List.of(Nodes.text(node).orElse("").split(","))) {
            String pair = each.strip();
            if (pair.startsWith(key + "=")) {
                String value = pair.substring(key.length() + 1);
                return Optional.of(new ConfigNode.Scalar(value, value, "", node.place()));
            }
        }
        return Optional.empty();
    }
}
