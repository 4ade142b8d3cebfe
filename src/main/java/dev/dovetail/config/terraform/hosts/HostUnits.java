package dev.dovetail.config.terraform.hosts;

import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.config.terraform.values.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes units of the resources of one host. */
public interface HostUnits {

    /** Types of the resources that it reads. */
    Set<String> types();

    /** The unit of a resource; empty when nothing in the workspace is known to be what it runs. */
    Optional<DeploymentUnit> unit(Resource resource);

    /** The hosts that are read resource by resource. */
    static List<HostUnits> all(Manifests manifests) {
        return List.of(new CloudRun(manifests), new AppRunner(manifests), new CloudFunctions(manifests), new AzureContainerApps(manifests));
    }

    /** The units of the resources of a configuration. */
    static List<DeploymentUnit> units(List<Resource> resources, List<HostUnits> hosts) {
        List<DeploymentUnit> units = new ArrayList<>();
        for (Resource resource : resources) {
            for (HostUnits host : hosts) {
                if (resource.kind() == Resource.Kind.MANAGED && host.types().contains(resource.type())) {
                    host.unit(resource).ifPresent(units::add);
                }
            }
        }
        return units;
    }
}
