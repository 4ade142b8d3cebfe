package dev.dovetail.config.vercel;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.ConfigReader;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Documents;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.config.project.PackageJson;
import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads Vercel projects: folders with a vercel.json, and Next.js apps that lean on Vercel. */
public final class VercelReader implements ConfigReader {

    @Override
    public Result read(Workspace workspace, Documents documents) {
        List<DeploymentUnit> units = new ArrayList<>();
        List<Notification> notifications = new ArrayList<>();
        Manifests manifests = new Manifests(workspace, documents);
        Set<String> projects = new TreeSet<>();
        for (String file : workspace.files()) {
            if (!Paths.name(file).equals("vercel.json") && !Paths.name(file).equals("now.json")) {
                continue;
            }
            for (ConfigNode document : documents.read(file)) {
                if (projects.add(Paths.parent(file))) {
                    units.addAll(
                            new VercelProject(
                                            workspace, manifests, file, document, notifications::add)
                                    .units());
                }
            }
        }
        for (PackageJson manifest : manifests.allPackages()) {
            if (!projects.contains(manifest.folder()) && leansOnVercel(manifest)) {
                units.addAll(
                        new VercelProject(
                                        workspace,
                                        manifests,
                                        manifest.file(),
                                        new ConfigNode.Mapping(List.of(), "", manifest.place()),
                                        notifications::add)
                                .units());
            }
        }
        return new Result(units, notifications);
    }

    /** A Next.js app may run anywhere; these packages are of no use elsewhere. */
    private static boolean leansOnVercel(PackageJson manifest) {
        return manifest.dependencies().containsKey("next")
                && (manifest.dependencies().containsKey("@vercel/analytics")
                        || manifest.dependencies().containsKey("@vercel/speed-insights")
                        || manifest.dependencies().containsKey("@vercel/functions")
                        || manifest.dependencies().containsKey("@vercel/kv")
                        || manifest.dependencies().containsKey("@vercel/postgres")
                        || manifest.dependencies().containsKey("@vercel/blob"));
    }
}
