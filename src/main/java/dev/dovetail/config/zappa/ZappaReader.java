package dev.dovetail.config.zappa;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.ConfigReader;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Documents;
import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.Value;
import dev.dovetail.config.aws.LambdaTriggers;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code zappa_settings.json} and {@code .yml}.
 *
 * @see <a href="https://github.com/zappa/Zappa#advanced-settings">Zappa's settings</a>
 */
public final class ZappaReader implements ConfigReader {

    private static final Set<String> NAMES =
            Set.of("zappa_settings.json", "zappa_settings.yml", "zappa_settings.yaml");

    /** Longest chain of stages that extend one another. */
    private static final int LONGEST_CHAIN = 8;

    private static final double DEFAULT_TIMEOUT = 30_000;
    private static final double DEFAULT_MEMORY = 512;

    @Override
    public Result read(Workspace workspace, Documents documents) {
        List<DeploymentUnit> units = new ArrayList<>();
        for (String file : workspace.files()) {
            if (NAMES.contains(Paths.name(file))) {
                for (ConfigNode document : documents.read(file)) {
                    for (ConfigNode.Entry stage : Nodes.entries(Optional.of(document))) {
                        unit(file, document, stage).ifPresent(units::add);
                    }
                }
            }
        }
        return new Result(units, List.of());
    }

    private static Optional<DeploymentUnit> unit(
            String file, ConfigNode document, ConfigNode.Entry stage) {
        List<ConfigNode> chain = chain(document, stage.value());
        Optional<ConfigNode> application = setting(chain, "app_function");
        Optional<ConfigNode> django = setting(chain, "django_settings");
        if (application.isEmpty() && django.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Setting> settings = new HashMap<>();
        settings.put(
                SettingName.TIMEOUT,
                number(chain, "timeout_seconds", 1000).orElse(Setting.byDefault(DEFAULT_TIMEOUT)));
        settings.put(
                SettingName.MEMORY,
                number(chain, "memory_size", 1).orElse(Setting.byDefault(DEFAULT_MEMORY)));
        settings.put(SettingName.HANDLER_MAY_DIFFER, Setting.byDefault(true));
        settings.put(SettingName.PACKAGE_TYPE, Setting.byDefault("zip"));
        setting(chain, "runtime")
                .ifPresent(node -> settings.put(SettingName.RUNTIME, Setting.at(value(node), node.place())));
        setting(chain, "layers")
                .ifPresent(
                        node ->
                                settings.put(
                                        SettingName.LAYERS,
                                        Setting.at(new Value.Known(true), node.place())));
        List<Trigger> triggers = new ArrayList<>();
        boolean served =
                setting(chain, "apigateway_enabled")
                        .flatMap(Nodes::text)
                        .filter("false"::equals)
                        .isEmpty();
        if (served) {
            triggers.add(
                    LambdaTriggers.rest(
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            stage.keyPlace()));
        }
        boolean environmentKnown =
                setting(chain, "remote_env").isEmpty() && setting(chain, "remote_env_file").isEmpty();
        return Optional.of(
                new DeploymentUnit(
                        stage.key(),
                        "aws-lambda",
                        Paths.parent(file),
                        stage.keyPlace(),
                        entryPoint(file, application, django),
                        triggers,
                        served && setting(chain, "events").isEmpty(),
                        settings,
                        environment(chain),
                        environmentKnown,
                        List.of(),
                        "zappa"));
    }

    private static EntryPoint entryPoint(
            String file, Optional<ConfigNode> application, Optional<ConfigNode> django) {
        Optional<String> reference = application.flatMap(Nodes::text);
        if (reference.isPresent()) {
            boolean inside = Paths.resolve(Paths.parent(file), reference.get()).isPresent();
            return inside
                    ? new EntryPoint.Handler(
                            reference.get(),
                            Paths.parent(file),
                            "python",
                            application.get().place())
                    : new EntryPoint.Unknown(
                            "its application leaves the workspace", application.get().place());
        }
        return new EntryPoint.Unknown(
                "its settings name a Django project", django.or(() -> application).orElseThrow().place());
    }

    private static Map<String, Setting> environment(List<ConfigNode> chain) {
        Map<String, Setting> environment = new HashMap<>();
        for (String key : List.of("environment_variables", "aws_environment_variables")) {
            Nodes.entries(setting(chain, key))
                    .forEach(
                            variable ->
                                    environment.put(
                                            variable.key(),
                                            Setting.at(
                                                    value(variable.value()), variable.keyPlace())));
        }
        return environment;
    }

    /** A stage and the stages that it extends, itself first. */
    private static List<ConfigNode> chain(ConfigNode document, ConfigNode stage) {
        List<ConfigNode> chain = new ArrayList<>();
        Optional<ConfigNode> at = Optional.of(stage);
        while (at.isPresent() && chain.size() < LONGEST_CHAIN && !chain.contains(at.get())) {
            chain.add(at.get());
            at = Nodes.text(at.get(), "extends").flatMap(document::get);
        }
        return chain;
    }

    private static Optional<ConfigNode> setting(List<ConfigNode> chain, String key) {
        return chain.stream().flatMap(stage -> stage.get(key).stream()).findFirst();
    }

    private static Optional<Setting> number(List<ConfigNode> chain, String key, double factor) {
        return setting(chain, key)
                .flatMap(node -> Nodes.scaled(node, factor, text -> false));
    }

    private static Value value(ConfigNode node) {
        return Nodes.value(node, text -> false);
    }
}
