package dev.dovetail.config.cloudformation;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.Value;
import dev.dovetail.config.aws.FunctionImages;
import dev.dovetail.config.aws.LambdaTriggers;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.workspace.Notification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The functions of a template as deployment units. */
public final class Functions {

    private final Template template;
    private final Intrinsics intrinsics;
    private final Ways ways;
    private final FunctionImages images;
    private final Consumer<Notification> notifications;

    public Functions(
            Template template, Manifests manifests, FunctionImages images, Consumer<Notification> notifications) {
        this.template = template;
        this.intrinsics = template.intrinsics();
        this.images = images;
        this.notifications = notifications;
        this.ways =
                new Callers(
                                template,
                                manifests.documents(),
                                id ->
                                        template.resource(id)
                                                .filter(Template.Resource::isFunction)
                                                .isPresent())
                        .ways();
    }

    public List<DeploymentUnit> units() {
        List<DeploymentUnit> units = new ArrayList<>();
        for (Template.Resource resource : template.resources()) {
            if (resource.isFunction()) {
                units.add(unit(resource));
            }
        }
        return units;
    }

    private DeploymentUnit unit(Template.Resource function) {
        ConfigNode properties = function.properties();
        FunctionCode code = new FunctionCode(template, function, images, notifications);
        Map<String, Setting> settings = new HashMap<>(code.settings());
        settings.put(
                SettingName.TIMEOUT,
                intrinsics
                        .scaled(1000, properties, "Timeout")
                        .orElse(Setting.byDefault(3000.0)));
        settings.put(
                SettingName.MEMORY,
                intrinsics.setting(properties, "MemorySize").orElse(Setting.byDefault(128.0)));
        settings.put(
                SettingName.ARCHITECTURE,
                intrinsics
                        .at(properties, "Architectures")
                        .flatMap(node -> intrinsics.elements(node).stream().findFirst())
                        .map(node -> Setting.at(intrinsics.value(node), node.place()))
                        .orElse(Setting.byDefault("x86_64")));
        intrinsics
                .setting(properties, "EphemeralStorage", "Size")
                .ifPresent(size -> settings.put(SettingName.TEMPORARY_STORAGE, size));
        intrinsics
                .setting(properties, "ReservedConcurrentExecutions")
                .ifPresent(most -> settings.put(SettingName.REPLICAS, most));
        intrinsics
                .at(properties, "SnapStart", "ApplyOn")
                .filter(node -> !intrinsics.value(node).text().orElse("").equals("None"))
                .ifPresent(
                        node ->
                                settings.put(
                                        SettingName.SNAPSTART,
                                        Setting.at(new Value.Known(true), node.place())));
        intrinsics
                .at(properties, "Layers")
                .ifPresent(
                        node ->
                                settings.put(
                                        SettingName.LAYERS,
                                        Setting.at(new Value.Known(true), node.place())));
        List<Trigger> triggers = ways.to(function.id());
        boolean triggersKnown = ways.allKnown(function.id()) && !template.isRewritten();
        LambdaTriggers.responseMode(triggers, triggersKnown)
                .ifPresent(mode -> settings.put(SettingName.RESPONSE_MODE, mode));
        Map<String, Setting> environment = new HashMap<>();
        boolean environmentKnown = environment(properties, environment) && !template.isRewritten();
        return new DeploymentUnit(
                        function.id(),
                        host(function),
                        code.folder(),
                        function.place(),
                        code.entryPoint(),
                        triggers,
                        triggersKnown,
                        settings,
                        environment,
                        environmentKnown,
                        mounts(properties),
                        template.format(function))
                .packaged(code.packaged());
    }

    /** Functions that keep other promises than those of Lambda's event functions have their own. */
    private String host(Template.Resource function) {
        ConfigNode properties = function.properties();
        if (intrinsics.at(properties, "CapacityProviderConfig").isPresent()) {
            return "aws-lambda-managed-instances";
        }
        if (intrinsics.at(properties, "DurableConfig").isPresent()) {
            return "aws-lambda-durable";
        }
        boolean edge =
                template.resources().stream()
                        .filter(each -> each.type().equals("AWS::CloudFront::Distribution"))
                        .anyMatch(
                                each ->
                                        intrinsics
                                                .references(each.properties())
                                                .contains(function.id()));
        return edge ? "aws-lambda-edge" : "aws-lambda";
    }

    private boolean environment(ConfigNode properties, Map<String, Setting> environment) {
        Optional<ConfigNode> variables = intrinsics.at(properties, "Environment", "Variables");
        if (variables.isEmpty()) {
            return intrinsics
                    .at(properties, "Environment")
                    .filter(intrinsics::isUnresolved)
                    .isEmpty();
        }
        boolean known = variables.filter(intrinsics::isUnresolved).isEmpty();
        for (ConfigNode.Entry entry :
                Loops.unrolled(intrinsics.entries(variables), intrinsics)) {
            if (entry.key().startsWith("Fn::")) {
                known = false;
                continue;
            }
            intrinsics
                    .at(entry.value())
                    .ifPresentOrElse(
                            value ->
                                    environment.put(
                                            entry.key(),
                                            Setting.at(
                                                    intrinsics.value(value), entry.keyPlace())),
                            () -> {});
        }
        return known;
    }

    private List<DeploymentUnit.Mount> mounts(ConfigNode properties) {
        List<DeploymentUnit.Mount> mounts = new ArrayList<>();
        Optional<ConfigNode> declared = intrinsics.at(properties, "FileSystemConfigs");
        for (ConfigNode each : declared.map(intrinsics::elements).orElse(List.of())) {
            if (intrinsics.isUnresolved(each)) {
                mounts.add(
                        new DeploymentUnit.Mount(intrinsics.value(each), "efs", each.place()));
            }
            intrinsics
                    .at(each, "LocalMountPath")
                    .ifPresent(
                            path ->
                                    mounts.add(
                                            new DeploymentUnit.Mount(
                                                    intrinsics.value(path),
                                                    "efs",
                                                    path.place())));
        }
        return mounts;
    }
}
