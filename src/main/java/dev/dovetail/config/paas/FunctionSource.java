package dev.dovetail.config.paas;

import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.SourceCall;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.config.project.PackageJson;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A folder that is sent as the source of functions. */
public record FunctionSource(Manifests manifests, String folder) {

    /** More files than a folder of functions has; past it the rest makes no units. */
    private static final int MOST_FILES = 500;

    /** Calls by which code says what its functions are. */
    private static final Pattern REGISTERS = Pattern.compile("@google-cloud/functions-framework\\.(http|cloudEvent|event)");

    private static final String OUTPUT = "^(\\./)?(lib|dist|build|out)/";

    /**
     * The file that the platform loads, as it lies in the workspace: a compiler writes {@code lib/index.js}
     * of {@code src/index.ts}.
     */
    public Optional<String> main() {
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
    public Set<String> reachedFrom(String main) {
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

    /**
     * Where a function starts.
     *
     * @param main the file that the platform loads
     * @param target the function's name in it; empty when it is computed
     * @param place the config that says so
     */
    public EntryPoint entry(String main, Optional<String> target, Place place) {
        if (target.isEmpty()) {
            return new EntryPoint.Unknown("the name of its function is computed", place);
        }
        if (main.endsWith(".py")) {
            return new EntryPoint.Handler("main." + target.get(), folder, "python", place);
        }
        List<Place> others = new ArrayList<>();
        Optional<Place> registered = Optional.empty();
        for (String file : reachedFrom(main)) {
            for (SourceCall call : manifests.documents().calls(file)) {
                if (REGISTERS.matcher(call.api()).matches()) {
                    boolean meant = call.argument(0).flatMap(Nodes::text).filter(target.get()::equals).isPresent();
                    registered = meant ? Optional.of(call.place()) : registered;
                    others.add(call.place());
                }
            }
        }
        if (!others.isEmpty()) {
            registered.ifPresent(others::remove);
            return registered.<EntryPoint>map(call -> new EntryPoint.Registered(main, others, call))
                    .orElse(new EntryPoint.Unknown("no call registers a function of that name", place));
        }
        String stem = main.substring(folder.isEmpty() ? 0 : folder.length() + 1).replaceFirst("\\.\\w+$", "");
        return new EntryPoint.Handler(stem + "." + target.get(), folder, "javascript", place);
    }
}
