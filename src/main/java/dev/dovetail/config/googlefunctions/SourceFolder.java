package dev.dovetail.config.googlefunctions;

import dev.dovetail.config.project.Manifests;
import dev.dovetail.config.project.PackageJson;
import dev.dovetail.workspace.Paths;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A folder that is sent as the source of functions. */
record SourceFolder(Manifests manifests, String folder) {

    /** More files than a folder of functions has; past it the rest makes no units. */
    private static final int MOST_FILES = 500;

    private static final String OUTPUT = "^(\\./)?(lib|dist|build|out)/";

    /**
     * The file that the platform loads, as it lies in the workspace: a compiler writes {@code lib/index.js}
     * of {@code src/index.ts}.
     */
    Optional<String> main() {
        List<String> candidates = new ArrayList<>();
        Optional<String> named = manifests.packageIn(folder).flatMap(PackageJson::main);
        if (named.isPresent()) {
            candidates.add(named.get());
            String stem = named.get().replaceFirst("\\.[mc]?[jt]s$", "");
            for (String source : List.of(stem, stem.replaceFirst(OUTPUT, "src/"), stem.replaceFirst(OUTPUT, ""))) {
                for (String extension : List.of(".js", ".ts", ".mjs", ".mts", ".cjs")) {
                    candidates.add(source + extension);
                }
            }
        }
        candidates.addAll(List.of("index.js", "src/index.ts", "index.ts", "src/index.js", "function.js", "main.py"));
        return candidates.stream()
                .flatMap(path -> Paths.resolve(folder, path).stream())
                .filter(manifests.workspace()::has)
                .findFirst();
    }

    /** The files of the folder that one of them loads, itself first. */
    Set<String> reachedFrom(String main) {
        Set<String> reached = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(main));
        while (!open.isEmpty() && reached.size() < MOST_FILES) {
            String file = open.remove();
            if (reached.add(file)) {
                manifests.documents().imports(file).stream().filter(other -> Paths.isUnder(other, folder)).forEach(open::add);
            }
        }
        return reached;
    }
}
