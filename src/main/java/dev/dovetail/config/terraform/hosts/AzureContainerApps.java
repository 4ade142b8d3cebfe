package dev.dovetail.config.terraform.hosts;

import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.config.terraform.values.Resource;
import dev.dovetail.config.terraform.values.Term;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Container apps: https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/container_app. */
final class AzureContainerApps implements HostUnits {

    private static final String HOST = "azure-container-apps";

    private final ContainerUnits containers;

    AzureContainerApps(Manifests manifests) {
        this.containers = new ContainerUnits(manifests);
    }

    @Override
    public Set<String> types() {
        return Set.of("azurerm_container_app");
    }

    @Override
    public Optional<DeploymentUnit> unit(Resource app) {
        Term template = app.attribute("template");
        List<Term> all = template.get("container").map(Term::elements).orElse(List.of());
        if (all.size() != 1) {
            return Optional.empty();
        }
        Term container = all.get(0);
        return container.get("image").flatMap(containers::image).flatMap(image -> {
            DeploymentUnit.Draft draft = DeploymentUnit.draft(ContainerUnits.name(app), HOST, app.place(), "terraform");
            container.get("memory").ifPresent(each -> draft.setting(SettingName.MEMORY, Settings.mebibytes(each)));
            container.get("cpu").ifPresent(each -> draft.setting(SettingName.CPU, Settings.processors(each)));
            Setting fewest = template.get("min_replicas").map(Settings::count).orElse(Setting.byDefault(0L));
            draft.setting(SettingName.MIN_REPLICAS, fewest);
            draft.setting(SettingName.MAX_REPLICAS, template.get("max_replicas").map(Settings::count).orElse(Setting.byDefault(10L)));
            Term ingress = app.attribute("ingress");
            draft.trigger(Trigger.of(ingress.isAbsent() ? Trigger.Kind.NONE : Trigger.Kind.HTTP, app.place()));
            ingress.get("target_port").ifPresent(port -> draft.setting(SettingName.PORT, Settings.count(port)));
            Map<String, Setting> environment = new HashMap<>();
            boolean known = Settings.named(container.get("env"), environment);
            return containers.unit(draft, image, container, environment, known);
        });
    }
}
