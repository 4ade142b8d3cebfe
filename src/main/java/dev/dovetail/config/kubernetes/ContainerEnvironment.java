package dev.dovetail.config.kubernetes;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.Setting;
import dev.dovetail.config.Value;
import dev.dovetail.config.kubernetes.objects.KubeObject;
import dev.dovetail.config.kubernetes.objects.Scalars;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The variables that a container is given.
 *
 * <p>https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#environment-variables
 */
final class ContainerEnvironment {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\(([A-Za-z_][\\w.-]*)\\)");

    private final ObjectSet objects;
    private final KubeObject workload;
    private final Map<String, Setting> variables = new HashMap<>();
    private boolean known = true;
    private Optional<Setting> missing = Optional.empty();

    private ContainerEnvironment(ObjectSet objects, KubeObject workload) {
        this.objects = objects;
        this.workload = workload;
    }

    static ContainerEnvironment of(ConfigNode container, Workload workload, ObjectSet objects) {
        ContainerEnvironment environment = new ContainerEnvironment(objects, workload.object());
        if (workload.isKnative()) {
            environment.variables.put("PORT", Knative.port(container));
        }
        container.get("envFrom").map(Nodes::elements).orElse(List.of()).forEach(environment::from);
        container.get("env").map(Nodes::elements).orElse(List.of()).forEach(environment::add);
        return environment;
    }

    Map<String, Setting> variables() {
        return variables;
    }

    /** Whether these are all. */
    boolean isKnown() {
        return known;
    }

    /** A key that an object of the workspace should have and has not. */
    Optional<Setting> missing() {
        return missing;
    }

    /** A text of the container with {@code $(NAME)} put in, as the kubelet does. */
    String filled(String text) {
        Matcher reference = REFERENCE.matcher(text);
        StringBuilder whole = new StringBuilder();
        while (reference.find()) {
            Setting set = variables.get(reference.group(1));
            String value =
                    Optional.ofNullable(set).flatMap(each -> each.value().text()).orElse("${" + reference.group(1) + "}");
            reference.appendReplacement(whole, Matcher.quoteReplacement(value));
        }
        return reference.appendTail(whole).toString();
    }

    private void from(ConfigNode source) {
        String prefix = Nodes.text(source, "prefix").orElse("");
        boolean secret = source.get("secretRef").isPresent();
        Optional<ConfigNode> reference = source.get("secretRef").or(() -> source.get("configMapRef"));
        Optional<Map<String, Setting>> data =
                reference.flatMap(each -> Scalars.text(each, "name")).flatMap(name -> secret ? secret(name) : configMap(name));
        if (data.isEmpty()) {
            known = false;
            return;
        }
        data.get().forEach((key, value) -> variables.put(prefix + key, value));
    }

    private void add(ConfigNode entry) {
        Optional<String> name = Scalars.text(entry, "name");
        if (name.isEmpty()) {
            // A template gives it, or all of them.
            known = false;
            return;
        }
        Optional<ConfigNode> value = entry.get("value");
        if (value.isPresent()) {
            variables.put(name.get(), written(value.get()));
            return;
        }
        Optional<ConfigNode> source = entry.get("valueFrom");
        if (source.isEmpty()) {
            variables.put(name.get(), Setting.at(new Value.Known(""), entry.place()));
            return;
        }
        variables.put(name.get(), referred(source.get(), entry));
    }

    private Setting written(ConfigNode node) {
        if (node instanceof ConfigNode.Scalar scalar && scalar.value() != null) {
            String text = filled(scalar.text());
            return Setting.at(
                    Scalars.isUnknown(text) ? new Value.Unknown("it is put in when it is deployed") : new Value.Known(text),
                    node.place());
        }
        return Setting.at(new Value.Known(""), node.place());
    }

    private Setting referred(ConfigNode source, ConfigNode entry) {
        for (String kind : List.of("configMapKeyRef", "secretKeyRef")) {
            Optional<ConfigNode> reference = source.get(kind);
            Optional<String> name = reference.flatMap(each -> Scalars.text(each, "name"));
            Optional<String> key = reference.flatMap(each -> Scalars.text(each, "key"));
            if (name.isPresent() && key.isPresent()) {
                Optional<Map<String, Setting>> data =
                        kind.startsWith("secret") ? secret(name.get()) : configMap(name.get());
                Setting found = data.map(all -> all.get(key.get())).orElse(null);
                if (found != null) {
                    return new Setting(found.value(), found.origin(), Optional.of(entry.place()));
                }
                boolean whole = data.isPresent() && data.get().keySet().stream().noneMatch(Scalars::isUnknown);
                if (whole && !Scalars.isTrue(reference.get(), "optional")) {
                    String object = kind.startsWith("secret") ? "Secret " : "ConfigMap ";
                    String text = "the key " + key.get() + " of the " + object + name.get();
                    ConfigNode where = reference.get().get("key").orElse(entry);
                    missing = missing.or(() -> Optional.of(Setting.at(new Value.Known(text), where.place())));
                }
            }
        }
        return Setting.at(new Value.Unknown("the cluster gives it"), entry.place());
    }

    private Optional<Map<String, Setting>> configMap(String name) {
        return objects.named(workload, "ConfigMap", name)
                .map(
                        map -> {
                            Map<String, Setting> found = new HashMap<>();
                            for (String field : List.of("data", "binaryData")) {
                                for (ConfigNode.Entry entry : Nodes.entries(map.get(field))) {
                                    found.put(entry.key(), written(entry.value()));
                                }
                            }
                            return found;
                        });
    }

    /** The keys of a Secret; what they hold is nobody's business. */
    private Optional<Map<String, Setting>> secret(String name) {
        for (String kind : List.of("Secret", "SealedSecret")) {
            Optional<KubeObject> secret = objects.named(workload, kind, name);
            if (secret.isPresent()) {
                Map<String, Setting> found = new HashMap<>();
                for (List<String> path : List.of(List.of("data"), List.of("stringData"), List.of("spec", "encryptedData"))) {
                    for (ConfigNode.Entry entry : Nodes.entries(secret.get().get(path.toArray(String[]::new)))) {
                        found.put(entry.key(), Setting.at(new Value.Unknown("a Secret holds it"), entry.keyPlace()));
                    }
                }
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }
}
