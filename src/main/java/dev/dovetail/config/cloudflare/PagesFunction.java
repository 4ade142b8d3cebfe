package dev.dovetail.config.cloudflare;

import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.Trigger;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A file in {@code functions/} of a Pages project, which serves the path that it lies at.
 *
 * @param path in the workspace
 * @param route the path it serves; empty when it is not one path
 * @see <a href="https://developers.cloudflare.com/pages/functions/routing/">how files become routes</a>
 */
record PagesFunction(String path, Optional<String> route) {

    private static final String FOLDER = "functions";
    private static final Set<String> EXTENSIONS = Set.of("js", "mjs", "ts", "tsx", "jsx");

    static List<PagesFunction> in(Workspace workspace, String project) {
        String folder = project.isEmpty() ? FOLDER : project + "/" + FOLDER;
        return workspace.filesUnder(folder).stream()
                .filter(file -> EXTENSIONS.contains(Paths.extension(file)))
                .filter(file -> !file.matches(".*\\.(d|test|spec)\\.\\w+"))
                .map(file -> new PagesFunction(file, route(Paths.withoutExtension(file.substring(folder.length())))))
                .toList();
    }

    private static Optional<String> route(String stem) {
        String path = stem.endsWith("/index") ? stem.substring(0, stem.length() - "/index".length()) : stem;
        return path.contains("[") || path.endsWith("/_middleware") ? Optional.empty() : Optional.of(path.isEmpty() ? "/" : path);
    }

    EntryPoint.File entry(Place place) {
        return new EntryPoint.File(path, "cloudflare-pages-function", place);
    }

    Trigger trigger() {
        return new Trigger(Trigger.Kind.HTTP, List.of(), Optional.empty(), route, Map.of(), Place.startOf(path));
    }
}
