package dev.dovetail.config.heroku;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.ConfigReader;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Documents;
import dev.dovetail.config.paas.Procfile;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads Heroku applications: folders with a Procfile, an app.json of Heroku's, or a heroku.yml. */
public final class HerokuReader implements ConfigReader {

    /**
     * Files beside a Procfile that say whose it is: these platforms read it too, or it was left
     * behind by a move to them.
     */
    private static final List<String> OTHERS =
            List.of(
                    "render.yaml",
                    "render.yml",
                    "fly.toml",
                    "railway.json",
                    "railway.toml",
                    "nixpacks.toml",
                    "app.yaml",
                    "apprunner.yaml");

    private static final List<String> OTHER_FOLDERS =
            List.of(".do", ".ebextensions", ".elasticbeanstalk", ".platform");

    @Override
    public Result read(Workspace workspace, Documents documents) {
        List<DeploymentUnit> units = new ArrayList<>();
        HerokuUnits reading = new HerokuUnits(workspace, new Manifests(workspace, documents));
        for (String folder : folders(workspace)) {
            Optional<AppManifest> manifest = AppManifest.in(folder, documents);
            Optional<ConfigNode> build = build(folder, documents);
            if (build.isPresent()) {
                units.addAll(reading.images(folder, build.get(), manifest));
                continue;
            }
            Optional<Procfile> procfile = Procfile.in(folder, workspace);
            if (procfile.isPresent() && (manifest.isPresent() || !isOfOthers(folder, workspace))) {
                units.addAll(reading.processes(folder, procfile.get(), manifest));
            } else if (procfile.isEmpty() && manifest.isPresent()) {
                reading.byConvention(folder, manifest.get()).ifPresent(units::add);
            }
        }
        return new Result(units, List.of());
    }

    private static Set<String> folders(Workspace workspace) {
        Set<String> folders = new TreeSet<>();
        for (String file : workspace.files()) {
            String name = Paths.name(file);
            if (name.equals("Procfile") || name.equals("app.json") || name.equals("heroku.yml")) {
                folders.add(Paths.parent(file));
            }
        }
        return folders;
    }

    /** A heroku.yml that builds images; there the Procfile is not read. */
    private static Optional<ConfigNode> build(String folder, Documents documents) {
        return documents.read(in(folder, "heroku.yml")).stream()
                .findFirst()
                .filter(
                        document ->
                                document.get("build")
                                        .flatMap(build -> build.get("docker"))
                                        .isPresent());
    }

    private static boolean isOfOthers(String folder, Workspace workspace) {
        return OTHERS.stream().anyMatch(name -> workspace.has(in(folder, name)))
                || OTHER_FOLDERS.stream().anyMatch(name -> workspace.hasFolder(in(folder, name)));
    }

    private static String in(String folder, String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }
}
