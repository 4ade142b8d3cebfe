package dev.dovetail.config.netlify;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.ConfigReader;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Documents;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads Netlify sites: folders with a netlify.toml, or with functions where Netlify looks for them. */
public final class NetlifyReader implements ConfigReader {

    private static final String FILE = "netlify.toml";

    @Override
    public Result read(Workspace workspace, Documents documents) {
        List<DeploymentUnit> units = new ArrayList<>();
        Manifests manifests = new Manifests(workspace, documents);
        Set<String> bases = new TreeSet<>();
        for (String file : workspace.files()) {
            if (Paths.name(file).equals(FILE)) {
                for (ConfigNode document : documents.read(file)) {
                    NetlifySite site = new NetlifySite(manifests, Paths.parent(file), Optional.of(document));
                    if (bases.add(site.base())) {
                        units.addAll(site.units());
                    }
                    // What lies by convention beside a file that names another base is not deployed.
                    bases.add(Paths.parent(file));
                }
            }
        }
        for (String folder : foldersByConvention(workspace)) {
            if (bases.add(folder)) {
                units.addAll(new NetlifySite(manifests, folder, Optional.empty()).units());
            }
        }
        return new Result(units, List.of());
    }

    /** Folders whose functions Netlify finds without any config. */
    private static Set<String> foldersByConvention(Workspace workspace) {
        Set<String> folders = new TreeSet<>();
        for (String file : workspace.files()) {
            for (String convention : List.of(NetlifySite.FUNCTIONS, NetlifySite.EDGE_FUNCTIONS)) {
                int at = ("/" + file).indexOf("/" + convention + "/");
                if (at >= 0) {
                    folders.add(file.substring(0, Math.max(0, at - 1)));
                }
            }
        }
        return folders;
    }
}
