package dev.dovetail.link.modules;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.config.project.PackageJson;
import dev.dovetail.config.project.TypeScriptConfig;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What a JavaScript module specifier means, as Node.js, TypeScript and bundlers take it. */
public final class ModuleResolver {

    /** What a specifier leads to. */
    public sealed interface Target {
        /** A file of the workspace. */
        record Internal(String file) implements Target {}

        /** A library or built-in module, by its canonical name. */
        record External(String name) implements Target {}

        /** A file that should be in the workspace and is not, or one that is no code. */
        record Nothing() implements Target {}
    }

    private static final List<String> EXTENSIONS =
            List.of("ts", "tsx", "mts", "cts", "js", "jsx", "mjs", "cjs");

    private static final Set<String> BUILT_IN =
            Set.of(
                    "assert", "async_hooks", "buffer", "child_process", "cluster", "console",
                    "constants", "crypto", "dgram", "diagnostics_channel", "dns", "domain",
                    "events", "fs", "http", "http2", "https", "inspector", "module", "net", "os",
                    "path", "perf_hooks", "process", "punycode", "querystring", "readline", "repl",
                    "stream", "string_decoder", "timers", "tls", "trace_events", "tty", "url",
                    "util", "v8", "vm", "wasi", "worker_threads", "zlib");

    private final Workspace workspace;
    private final Manifests manifests;
    private final Map<String, Target> known = new ConcurrentHashMap<>();
    private final Map<String, PackageJson> packagesByName = new TreeMap<>();

    public ModuleResolver(Manifests manifests) {
        this.workspace = manifests.workspace();
        this.manifests = manifests;
        for (PackageJson each : manifests.allPackages()) {
            each.name().ifPresent(name -> packagesByName.putIfAbsent(name, each));
        }
    }

    public Target resolve(String importingFile, String specifier) {
        String folder = Paths.parent(importingFile);
        return known.computeIfAbsent(folder + "\n" + specifier, key -> find(folder, specifier));
    }

    private Target find(String folder, String specifier) {
        if (specifier.startsWith("./")
                || specifier.startsWith("../")
                || specifier.equals(".")
                || specifier.equals("..")) {
            return Paths.resolve(folder, specifier)
                    .flatMap(this::file)
                    .<Target>map(Target.Internal::new)
                    .orElse(new Target.Nothing());
        }
        if (specifier.startsWith("node:")) {
            return new Target.External(specifier);
        }
        if (BUILT_IN.contains(firstPart(specifier)) && !specifier.contains("@")) {
            return new Target.External("node:" + specifier);
        }
        Optional<String> mapped = byTypeScriptPaths(folder, specifier);
        if (mapped.isPresent()) {
            return new Target.Internal(mapped.get());
        }
        if (specifier.startsWith("#")) {
            return byPackageImports(folder, specifier)
                    .<Target>map(Target.Internal::new)
                    .orElse(new Target.Nothing());
        }
        return byWorkspacePackage(specifier)
                .<Target>map(Target.Internal::new)
                .orElse(new Target.External(specifier));
    }

    private static String firstPart(String specifier) {
        int slash = specifier.indexOf('/');
        return slash < 0 ? specifier : specifier.substring(0, slash);
    }

    /**
     * A file by a path without its extension, with another, by the {@code main} of a package in that
     * folder, or of the folder's index. The {@code main} of a package leads to no other package's:
     * https://nodejs.org/api/modules.html#all-together.
     */
    private Optional<String> file(String path) {
        return asFile(path)
                .or(
                        () ->
                                manifests
                                        .packageIn(path)
                                        .flatMap(PackageJson::main)
                                        .flatMap(name -> Paths.resolve(path, name))
                                        .flatMap(main -> asFile(main).or(() -> index(main))))
                .or(() -> index(path));
    }

    private Optional<String> asFile(String path) {
        if (isCode(path)) {
            return Optional.of(path);
        }
        String extension = Paths.extension(path);
        if (extension.equals("js") || extension.equals("mjs") || extension.equals("cjs")
                || extension.equals("jsx")) {
            String stem = Paths.withoutExtension(path);
            for (String candidate :
                    List.of(
                            stem + "." + extension.replace("js", "ts"),
                            stem + ".ts",
                            stem + ".tsx")) {
                if (isCode(candidate)) {
                    return Optional.of(candidate);
                }
            }
        }
        for (String candidate : EXTENSIONS) {
            if (isCode(path + "." + candidate)) {
                return Optional.of(path + "." + candidate);
            }
        }
        return Optional.empty();
    }

    private Optional<String> index(String folder) {
        for (String candidate : EXTENSIONS) {
            String index = (folder.isEmpty() ? "" : folder + "/") + "index." + candidate;
            if (isCode(index)) {
                return Optional.of(index);
            }
        }
        return Optional.empty();
    }

    private boolean isCode(String path) {
        return EXTENSIONS.contains(Paths.extension(path))
                && !path.endsWith(".d.ts")
                && workspace.has(path);
    }

    private Optional<String> byTypeScriptPaths(String folder, String specifier) {
        Optional<TypeScriptConfig> config = manifests.configFor(folder);
        if (config.isEmpty()) {
            return Optional.empty();
        }
        for (Map.Entry<String, List<String>> path : config.get().paths().entrySet()) {
            Optional<String> rest = rest(path.getKey(), specifier);
            if (rest.isEmpty()) {
                continue;
            }
            for (String target : path.getValue()) {
                Optional<String> found =
                        Paths.resolve(
                                        config.get().pathsFolder(),
                                        target.replace("*", rest.get()))
                                .flatMap(this::file);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return config.get()
                .baseUrl()
                .flatMap(base -> Paths.resolve(base, specifier))
                .flatMap(this::file);
    }

    /** What {@code *} of a pattern stands for; the empty text when it has none and is equal. */
    private static Optional<String> rest(String pattern, String specifier) {
        int star = pattern.indexOf('*');
        if (star < 0) {
            return pattern.equals(specifier) ? Optional.of("") : Optional.empty();
        }
        String before = pattern.substring(0, star);
        String after = pattern.substring(star + 1);
        boolean matches =
                specifier.length() >= before.length() + after.length()
                        && specifier.startsWith(before)
                        && specifier.endsWith(after);
        return matches
                ? Optional.of(specifier.substring(star, specifier.length() - after.length()))
                : Optional.empty();
    }

    private Optional<String> byPackageImports(String folder, String specifier) {
        Optional<PackageJson> owner = manifests.packageFor(folder);
        if (owner.isEmpty()
                || !(owner.get().imports().orElse(null) instanceof ConfigNode.Mapping imports)) {
            return Optional.empty();
        }
        for (ConfigNode.Entry entry : imports.entries()) {
            Optional<String> rest = rest(entry.key(), specifier);
            if (rest.isPresent()) {
                for (String target : targets(entry.value())) {
                    Optional<String> found =
                            Paths.resolve(
                                            owner.get().folder(),
                                            target.replace("*", rest.get()))
                                    .flatMap(this::fileOrSource);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> byWorkspacePackage(String specifier) {
        String name = firstPart(specifier);
        if (specifier.startsWith("@") && specifier.contains("/")) {
            int second = specifier.indexOf('/', specifier.indexOf('/') + 1);
            name = second < 0 ? specifier : specifier.substring(0, second);
        }
        PackageJson owner = packagesByName.get(name);
        if (owner == null) {
            return Optional.empty();
        }
        String inner = specifier.substring(name.length());
        List<String> candidates = new ArrayList<>();
        owner.exports().ifPresent(exports -> exported(exports, "." + inner, candidates));
        if (inner.isEmpty()) {
            owner.main().ifPresent(candidates::add);
            candidates.add("./src/index");
            candidates.add(".");
        } else {
            candidates.add("." + inner);
            candidates.add("./src" + inner);
        }
        for (String candidate : candidates) {
            Optional<String> found =
                    Paths.resolve(owner.folder(), candidate).flatMap(this::fileOrSource);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static void exported(ConfigNode exports, String subpath, List<String> candidates) {
        if (exports instanceof ConfigNode.Mapping mapping
                && mapping.entries().stream().anyMatch(entry -> entry.key().startsWith("."))) {
            for (ConfigNode.Entry entry : mapping.entries()) {
                rest(entry.key(), subpath)
                        .ifPresent(
                                rest ->
                                        targets(entry.value())
                                                .forEach(
                                                        target ->
                                                                candidates.add(
                                                                        target.replace(
                                                                                "*", rest))));
            }
        } else if (subpath.equals(".")) {
            candidates.addAll(targets(exports));
        }
    }

    /** All files that conditions lead to, types last: they name the source best. */
    private static List<String> targets(ConfigNode node) {
        List<String> found = new ArrayList<>();
        if (node instanceof ConfigNode.Scalar scalar) {
            found.add(scalar.text());
        } else if (node instanceof ConfigNode.Mapping mapping) {
            for (ConfigNode.Entry entry : mapping.entries()) {
                found.addAll(targets(entry.value()));
            }
        } else if (node instanceof ConfigNode.Sequence sequence) {
            sequence.elements().forEach(element -> found.addAll(targets(element)));
        }
        return found;
    }

    private Optional<String> fileOrSource(String path) {
        return file(path).or(() -> sourceOf(path));
    }

    /**
     * The source that a path means: the file itself, or what a build makes it of.
     *
     * @param path with or without extension
     */
    public Optional<String> sourceOf(String path) {
        Optional<String> there = file(path);
        if (there.isPresent()) {
            return there;
        }
        Optional<TypeScriptConfig> config = manifests.configFor(Paths.parent(path));
        if (config.isPresent() && config.get().outDir().isPresent()) {
            String out = config.get().outDir().get();
            if (Paths.isUnder(path, out) && !out.isEmpty()) {
                String inner = path.substring(Math.min(out.length() + 1, path.length()));
                String root =
                        config.get().rootDir().orElse(config.get().folder());
                for (String base : List.of(root, in(config.get().folder(), "src"))) {
                    Optional<String> found = file(in(base, inner));
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return byBuildFolder(path);
    }

    /** {@code dist/app} is made of {@code src/app}, or of {@code app} beside it. */
    private Optional<String> byBuildFolder(String path) {
        String[] parts = path.split("/");
        for (int i = 0; i < parts.length - 1; i++) {
            if (!Set.of("dist", "build", "out", "lib", ".build", ".webpack").contains(parts[i])) {
                continue;
            }
            String before = String.join("/", List.of(parts).subList(0, i));
            String after = String.join("/", List.of(parts).subList(i + 1, parts.length));
            for (String candidate : List.of(in(in(before, "src"), after), in(before, after))) {
                Optional<String> found = file(candidate);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static String in(String folder, String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }
}
