package dev.dovetail.config.cloudflare;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.ConfigReader;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Documents;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads the config of Wrangler: a unit per Worker, and one for the functions of a Pages project. */
public final class CloudflareReader implements ConfigReader {

    /** The usual names first, in the order in which Wrangler looks for them. */
    private static final List<String> NAMES = List.of("wrangler.json", "wrangler.jsonc", "wrangler.toml");

    private static final Pattern OTHERS = Pattern.compile("wrangler[.-][\\w.-]{1,60}\\.(json|jsonc|toml)");

    @Override
    public Result read(Workspace workspace, Documents documents) {
        List<DeploymentUnit> units = new ArrayList<>();
        Manifests manifests = new Manifests(workspace, documents);
        Map<String, String> usual = new TreeMap<>();
        List<String> files = new ArrayList<>();
        for (String file : workspace.files()) {
            if (NAMES.contains(Paths.name(file))) {
                usual.merge(Paths.parent(file), file, CloudflareReader::first);
            } else if (OTHERS.matcher(Paths.name(file)).matches()) {
                files.add(file);
            }
        }
        files.addAll(usual.values());
        for (String file : files) {
            for (ConfigNode document : documents.read(file)) {
                units.addAll(new Project(manifests, file, document).units());
            }
        }
        return new Result(units, List.of());
    }

    private static String first(String one, String other) {
        return NAMES.indexOf(Paths.name(one)) <= NAMES.indexOf(Paths.name(other)) ? one : other;
    }
}
