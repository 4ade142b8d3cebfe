package dev.dovetail.config.fly;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.Setting;
import dev.dovetail.config.Value;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a fly.toml says. */
record FlyApp(ConfigNode document, String file) {

    /** The group of an application that names none. */
    static final String DEFAULT_GROUP = "app";

    /** A way in: requests to the port go to Machines of these groups. */
    record Service(ConfigNode node, boolean http, Place place) {}

    boolean isApp() {
        return document.get("app").isPresent()
                || document.get("http_service").isPresent()
                || document.get("services").isPresent()
                || document.get("build").isPresent();
    }

    String folder() {
        return Paths.parent(file);
    }

    Optional<String> name() {
        return Nodes.text(document, "app").filter(name -> !name.isEmpty());
    }

    Place place() {
        return document instanceof ConfigNode.Mapping mapping
                ? mapping.entry("app").map(ConfigNode.Entry::keyPlace).orElse(Place.startOf(file))
                : Place.startOf(file);
    }

    /** The commands of process groups by name; none when there is the one group. */
    List<ConfigNode.Entry> processes() {
        return Nodes.entries(document.get("processes"));
    }

    List<Service> services(String group) {
        List<Service> found = new ArrayList<>();
        document.get("http_service")
                .filter(node -> isOf(node, group))
                .ifPresent(node -> found.add(new Service(node, true, keyPlace("http_service"))));
        for (ConfigNode each : document.get("services").map(Nodes::elements).orElse(List.of())) {
            if (isOf(each, group)) {
                found.add(new Service(each, speaksHttp(each), each.place()));
            }
        }
        return found;
    }

    private Place keyPlace(String key) {
        return document instanceof ConfigNode.Mapping mapping
                ? mapping.entry(key).map(ConfigNode.Entry::keyPlace).orElse(place())
                : place();
    }

    /** Whether some port of a service has the handler that speaks HTTP. */
    private static boolean speaksHttp(ConfigNode service) {
        return service.get("ports").map(Nodes::elements).orElse(List.of()).stream()
                .flatMap(port -> port.get("handlers").map(Nodes::elements).orElse(List.of()).stream())
                .flatMap(handler -> Nodes.text(handler).stream())
                .anyMatch("http"::equals);
    }

    /** The tables of a key that hold for a group. */
    List<ConfigNode> tables(String key, String group) {
        return document.get(key).map(Nodes::elements).orElse(List.of()).stream()
                .filter(node -> isOf(node, group))
                .toList();
    }

    private static boolean isOf(ConfigNode node, String group) {
        Optional<ConfigNode> processes = node.get("processes");
        return processes.isEmpty()
                || Nodes.elements(processes.get()).stream()
                        .flatMap(each -> Nodes.text(each).stream())
                        .anyMatch(group::equals);
    }

    Map<String, Setting> environment() {
        Map<String, Setting> found = new HashMap<>();
        for (ConfigNode.Entry entry : Nodes.entries(document.get("env"))) {
            found.put(
                    entry.key(),
                    Setting.at(
                            Nodes.text(entry.value())
                                    .<Value>map(Value.Known::new)
                                    .orElse(new Value.Unknown("it is no text")),
                            entry.keyPlace()));
        }
        return found;
    }
}
