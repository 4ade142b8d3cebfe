package dev.dovetail.config.azure;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.ConfigReader;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Documents;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.docker.Image;
import dev.dovetail.config.docker.ImageUnits;
import dev.dovetail.config.docker.Images;
import dev.dovetail.config.paas.ProcessUnits;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads azure.yaml of the Azure Developer CLI: services on App Service and on Container Apps. Function
 * apps among them have config of their own.
 *
 * @see <a href="https://learn.microsoft.com/azure/developer/azure-developer-cli/azd-schema">its keys</a>
 */
public final class AzdReader implements ConfigReader {

    private static final String FORMAT = "azd";

    @Override
    public Result read(Workspace workspace, Documents documents) {
        List<DeploymentUnit> units = new ArrayList<>();
        Manifests manifests = new Manifests(workspace, documents);
        for (String file : workspace.files()) {
            if (!Paths.name(file).equals("azure.yaml") && !Paths.name(file).equals("azure.yml")) {
                continue;
            }
            for (ConfigNode document : documents.read(file)) {
                for (ConfigNode.Entry service : Nodes.entries(document.get("services"))) {
                    unit(manifests, Paths.parent(file), service).ifPresent(units::add);
                }
            }
        }
        return new Result(units, List.of());
    }

    private static Optional<DeploymentUnit> unit(Manifests manifests, String from, ConfigNode.Entry service) {
        Optional<ConfigNode> named = service.value().get("host");
        Optional<String> folder = Paths.resolve(from, Nodes.text(service.value(), "project").orElse("."));
        String kind = named.flatMap(Nodes::text).orElse("");
        // What is built into a folder of its own is a site, or not what lies here.
        boolean built = service.value().get("dist").isPresent();
        if (folder.isEmpty() || built || !kind.equals("appservice") && !kind.equals("containerapp")) {
            return Optional.empty();
        }
        Place place = named.get().place();
        DeploymentUnit.Draft unit = DeploymentUnit.draft(service.key(), kind.equals("appservice") ? "azure-app-service" : "azure-container-apps", place, FORMAT);
        unit.trigger(Trigger.of(Trigger.Kind.HTTP, place)).environmentUnknown();
        String dockerfile = Nodes.text(service.value(), "docker", "path").orElse("Dockerfile");
        Optional<Image> image =
                kind.equals("containerapp")
                        ? Paths.resolve(folder.get(), dockerfile).flatMap(path -> new Images(manifests.workspace()).at(path, folder.get(), Optional.empty(), Map.of()))
                        : Optional.empty();
        if (image.isPresent()) {
            new ImageUnits(manifests).fill(unit, image.get(), Optional.empty(), Optional.empty(), Map.of(), Optional.empty());
            return Optional.of(unit.build());
        }
        // What Azure starts may be said in a template; without one it is what buildpacks start.
        // The platform names the port that it sends requests to.
        Map<String, Setting> environment = Map.of("PORT", Setting.byDefault(8080L));
        ProcessUnits processes = new ProcessUnits(manifests);
        return processes.byConvention(folder.get()).map(command -> {
            processes.fill(unit, command, folder.get(), environment);
            unit.settingIfAbsent(SettingName.PORT, Setting.byDefault(8080L));
            return unit.build();
        });
    }
}
