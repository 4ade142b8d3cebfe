package dev.dovetail.config.machines;

import dev.dovetail.config.ConfigReader;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Documents;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;

/** Reads what runs on machines of one's own, and on shared ones: a unit per service or application. */
public final class MachinesReader implements ConfigReader {

    @Override
    public Result read(Workspace workspace, Documents documents) {
        Manifests manifests = new Manifests(workspace, documents);
        NginxSites sites = NginxSites.of(workspace);
        List<DeploymentUnit> units = new ArrayList<>();
        units.addAll(new SystemdServices(manifests).units(sites));
        units.addAll(new Pm2Applications(manifests).units(sites));
        units.addAll(new PassengerApplications(manifests).units());
        return new Result(units, List.of());
    }
}
