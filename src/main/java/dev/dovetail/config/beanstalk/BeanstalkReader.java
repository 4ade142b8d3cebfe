package dev.dovetail.config.beanstalk;

import dev.dovetail.config.ConfigReader;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Documents;
import dev.dovetail.config.ci.Deployment;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads applications of Elastic Beanstalk: a unit per folder that is deployed as a source bundle. */
public final class BeanstalkReader implements ConfigReader {

    private final List<Deployment> deployments;

    /** @param deployments what pipelines send, in the order of their places */
    public BeanstalkReader(List<Deployment> deployments) {
        this.deployments = List.copyOf(deployments);
    }

    @Override
    public Result read(Workspace workspace, Documents documents) {
        Bundles bundles = new Bundles(new Manifests(workspace, documents));
        List<DeploymentUnit> units = new ArrayList<>();
        folders(workspace).forEach((folder, place) -> bundles.unit(folder, place).ifPresent(units::add));
        return new Result(units, List.of());
    }

    /** The folders that are bundled, each with the place that says so. */
    private Map<String, Place> folders(Workspace workspace) {
        Map<String, Place> folders = new TreeMap<>();
        for (String file : workspace.files()) {
            String parent = Paths.parent(file);
            boolean options = Paths.name(parent).equals(".ebextensions") && file.endsWith(".config");
            boolean cli = file.endsWith(".elasticbeanstalk/config.yml");
            if (options || cli) {
                folders.putIfAbsent(Paths.parent(parent), Place.startOf(file));
            } else if (Paths.name(file).equals("Dockerrun.aws.json")) {
                folders.putIfAbsent(parent, Place.startOf(file));
            }
        }
        if (folders.isEmpty()) {
            deployments.stream()
                    .filter(each -> each.host().equals(Bundles.HOST))
                    .forEach(each -> each.folder().ifPresent(folder -> folders.putIfAbsent(folder, each.place())));
        }
        return folders;
    }
}
