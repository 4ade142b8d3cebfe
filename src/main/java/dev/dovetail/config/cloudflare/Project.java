package dev.dovetail.config.cloudflare;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.config.project.PackageJson;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one file of Wrangler's config describes: a Worker with its environments, or a Pages project.
 *
 * @see <a href="https://developers.cloudflare.com/workers/wrangler/configuration/">its keys</a>
 */
final class Project {

    private static final String FORMAT = "wrangler";

    private final Manifests manifests;
    private final ConfigNode document;
    private final String folder;

    Project(Manifests manifests, String file, ConfigNode document) {
        this.manifests = manifests;
        this.document = document;
        this.folder = Paths.parent(file);
    }

    List<DeploymentUnit> units() {
        Optional<ConfigNode> pages = document.get("pages_build_output_dir");
        if (pages.isPresent()) {
            return pages(pages.get()).stream().toList();
        }
        List<DeploymentUnit> units = new ArrayList<>();
        worker(Optional.empty()).ifPresent(units::add);
        for (ConfigNode.Entry environment : Nodes.entries(document.get("env"))) {
            if (differs(environment.value())) {
                worker(Optional.of(environment)).ifPresent(units::add);
            }
        }
        return units;
    }

    /** Whether an environment runs other code, or the same in another way. */
    private static boolean differs(ConfigNode environment) {
        return List.of("main", "compatibility_date", "compatibility_flags", "node_compat", "triggers", "queues").stream()
                .anyMatch(key -> environment.get(key).isPresent());
    }

    private Optional<DeploymentUnit> worker(Optional<ConfigNode.Entry> environment) {
        Optional<ConfigNode> main = key(environment, "main").or(() -> Nodes.at(document, "build", "upload", "main"));
        Optional<String> file = main.flatMap(Nodes::text).or(this::mainOfOldFormat);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        Place place = main.map(ConfigNode::place).orElse(document.place());
        String base = Nodes.text(document, "build", "upload", "dir").or(() -> Nodes.text(document, "base_dir")).filter(dir -> main.isPresent() && document.get("main").isEmpty()).orElse("");
        Optional<String> path = Paths.resolve(folder, base).flatMap(dir -> Paths.resolve(dir, file.get()));
        String name = Nodes.text(document, "name").orElse(folder.isEmpty() ? "worker" : Paths.name(folder));
        String host = "cloudflare-workers";
        DeploymentUnit.Draft unit = DeploymentUnit.draft(environment.map(each -> name + "-" + each.key()).orElse(name), host, place, FORMAT);
        unit.folder(folder).entryPoint(entry(path, place));
        common(unit, environment);
        triggers(unit, environment, place);
        return Optional.of(unit.build());
    }

    /** What a build writes, or a framework offers under its own name, is not in the workspace. */
    private EntryPoint entry(Optional<String> path, Place place) {
        boolean built = Nodes.text(document, "build", "command").isPresent();
        if (path.isEmpty() || built && !manifests.workspace().has(path.get())) {
            return new EntryPoint.Unknown("its file is made by a build or lies elsewhere", place);
        }
        return new EntryPoint.File(path.get(), "cloudflare-worker", place);
    }

    /** The first Wrangler took the main file of package.json. */
    private Optional<String> mainOfOldFormat() {
        boolean old = Nodes.text(document, "type").filter(type -> type.equals("javascript") || type.equals("webpack")).isPresent();
        return old ? manifests.packageIn(folder).flatMap(PackageJson::main).or(() -> Optional.of("index.js")) : Optional.empty();
    }

    private void common(DeploymentUnit.Draft unit, Optional<ConfigNode.Entry> environment) {
        NodeCompatibility.of(key(environment, "compatibility_date"), key(environment, "compatibility_flags"), key(environment, "node_compat"))
                .ifPresent(value -> unit.setting(SettingName.NODE_COMPAT, value));
        // Variables are not inherited by environments, and secrets lie outside the file.
        Optional<ConfigNode> variables = environment.isPresent() ? environment.get().value().get("vars") : document.get("vars");
        for (ConfigNode.Entry variable : Nodes.entries(variables)) {
            unit.variable(variable.key(), Setting.at(Nodes.value(variable.value(), text -> false), variable.keyPlace()));
        }
        unit.environmentUnknown();
    }

    private void triggers(DeploymentUnit.Draft unit, Optional<ConfigNode.Entry> environment, Place place) {
        List<ConfigNode> routes = new ArrayList<>(elements(key(environment, "routes")));
        routes.addAll(elements(key(environment, "route")));
        for (ConfigNode route : routes) {
            unit.trigger(Trigger.of(Trigger.Kind.HTTP, route.place()));
        }
        boolean closed = key(environment, "workers_dev").flatMap(Nodes::text).filter("false"::equals).isPresent();
        if (closed) {
            // Other Workers may call it through a binding.
            unit.triggersUnknown();
        } else if (routes.isEmpty()) {
            unit.trigger(Trigger.of(Trigger.Kind.HTTP, place));
        }
        for (ConfigNode cron : elements(key(environment, "triggers").flatMap(each -> each.get("crons")))) {
            Setting schedule = Setting.at(Nodes.value(cron, text -> false), cron.place());
            unit.trigger(Trigger.of(Trigger.Kind.SCHEDULE, Map.of(SettingName.SCHEDULE, schedule), cron.place()));
        }
        for (ConfigNode consumer : elements(key(environment, "queues").flatMap(each -> each.get("consumers")))) {
            unit.trigger(new Trigger(Trigger.Kind.QUEUE, List.of(), Optional.empty(), Nodes.text(consumer, "queue"), Map.of(), consumer.place()));
        }
    }

    /** A Pages project: a Worker that lies in its output, or the files of {@code functions/}. */
    private Optional<DeploymentUnit> pages(ConfigNode output) {
        String name = Nodes.text(document, "name").orElse("pages");
        DeploymentUnit.Draft unit = DeploymentUnit.draft(name, "cloudflare-pages", output.place(), FORMAT);
        unit.folder(folder);
        common(unit, Optional.empty());
        Optional<String> own =
                Nodes.text(output).flatMap(dir -> Paths.resolve(folder, dir + "/_worker.js")).filter(manifests.workspace()::has);
        List<PagesFunction> functions = PagesFunction.in(manifests.workspace(), folder);
        if (own.isPresent()) {
            unit.entryPoint(new EntryPoint.File(own.get(), "cloudflare-worker", output.place()));
            unit.trigger(Trigger.of(Trigger.Kind.HTTP, output.place()));
        } else if (functions.isEmpty()) {
            return Optional.empty();
        } else {
            unit.entryPoint(new EntryPoint.Files(functions.stream().map(each -> each.entry(output.place())).toList(), output.place()));
            functions.forEach(each -> unit.trigger(each.trigger()));
        }
        return Optional.of(unit.build());
    }

    /** A key of an environment, which inherits those of the whole. */
    private Optional<ConfigNode> key(Optional<ConfigNode.Entry> environment, String name) {
        return environment.flatMap(each -> each.value().get(name)).or(() -> document.get(name));
    }

    private static List<ConfigNode> elements(Optional<ConfigNode> node) {
        return node.map(Nodes::elements).orElse(List.of());
    }
}
