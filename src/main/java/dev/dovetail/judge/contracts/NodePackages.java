package dev.dovetail.judge.contracts;

import dev.dovetail.config.PackagedFiles;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.config.project.PackageJson;
import dev.dovetail.judge.ContractRule;
import dev.dovetail.judge.Finding;
import dev.dovetail.judge.Findings;
import dev.dovetail.knowledge.Contract;
import dev.dovetail.knowledge.Level;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.source.Expr;
import dev.dovetail.source.Import;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The npm packages of a unit, as package.json files and lock files have them. */
final class NodePackages {

    private static final Pattern NAME = Pattern.compile("(?:@[a-z0-9][\\w.-]*/)?[a-z0-9][\\w.-]*");

    private static final List<String> LOCKS =
            List.of("package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "bun.lock");

    private final LinkedUnit unit;
    private final Contract contract;
    private final Manifests manifests;
    private final Workspace workspace;
    private final Installers installers;

    /** Manifests by the folder of the files that they hold for. */
    private final Map<String, List<PackageJson>> reaches = new HashMap<>();

    NodePackages(LinkedUnit unit, Contract contract, ContractRule.Surroundings surroundings) {
        this.unit = unit;
        this.contract = contract;
        this.manifests = surroundings.manifests();
        this.workspace = manifests.workspace();
        this.installers = new Installers(unit, contract, surroundings);
    }

    Optional<Finding> judge(SourceSummary file, Import imported, String library) {
        Optional<String> named = packageOf(library);
        if (named.isEmpty()) {
            return Optional.empty();
        }
        String name = named.get();
        List<PackageJson> reach =
                reaches.computeIfAbsent(Paths.parent(file.file()), folder -> inReach(file.file()));
        boolean atRunTime =
                reach.stream()
                        .anyMatch(
                                each ->
                                        each.dependencies().containsKey(name)
                                                || each.otherDependencies().containsKey(name));
        boolean silent =
                atRunTime
                        || reach.isEmpty()
                        || isBundled(reach)
                        || !isNeeded(file, imported, library)
                        || isInSight(file, name)
                        || installers.name(name);
        if (silent) {
            return Optional.empty();
        }
        boolean toBuild = reach.stream().anyMatch(each -> each.devDependencies().containsKey(name));
        return toBuild
                ? onlyToBuild(file, imported, name, reach)
                : undeclared(file, imported, name, reach);
    }

    /** The package of a specifier; empty for modules of Node.js and names that no registry takes. */
    private static Optional<String> packageOf(String library) {
        if (library.contains(":")) {
            return Optional.empty();
        }
        String[] parts = library.split("/");
        String name = library.startsWith("@") && parts.length > 1 ? parts[0] + "/" + parts[1] : parts[0];
        return Optional.of(name).filter(each -> NAME.matcher(each).matches());
    }

    /** Whether the import is still there at run time: TypeScript drops those that only types use. */
    private boolean isNeeded(SourceSummary file, Import imported, String library) {
        boolean typed = Paths.extension(file.file()).matches("[cm]?tsx?");
        boolean bound =
                file.bindings().stream()
                        .flatMap(binding -> binding.values().stream())
                        .anyMatch(value -> isOf(value, imported.id()));
        return !typed
                || !bound
                || unit.uses().stream()
                        .filter(use -> use.file() == file && use.certain())
                        .flatMap(use -> use.paths().stream())
                        .anyMatch(path -> path.startsWith(library));
    }

    private static boolean isOf(Expr value, int id) {
        return value instanceof Expr.Module module && module.importId() == id
                || value instanceof Expr.Member member && isOf(member.object(), id);
    }

    /** Manifests that may have a file's libraries installed; those of a whole workspace of packages. */
    private List<PackageJson> inReach(String file) {
        List<PackageJson> found = new ArrayList<>();
        Manifests.upward(Paths.parent(file))
                .forEach(folder -> manifests.packageIn(folder).ifPresent(found::add));
        if (!found.isEmpty() && isShared(file)) {
            manifests.allPackages().stream().filter(each -> !found.contains(each)).forEach(found::add);
        }
        return found;
    }

    /** Whether a file lies in a workspace of packages, which install together. */
    private boolean isShared(String file) {
        return Manifests.upward(Paths.parent(file)).stream()
                .anyMatch(
                        folder ->
                                has(folder, "pnpm-workspace.yaml")
                                        || has(folder, "lerna.json")
                                        || has(folder, "nx.json")
                                        || has(folder, "rush.json")
                                        || workspace.read(in(folder, "package.json"))
                                                .filter(text -> text.contains("\"workspaces\""))
                                                .isPresent());
    }

    /** Whether a file or folder of that name lies where a bundler or an alias may find it. */
    private boolean isInSight(SourceSummary file, String name) {
        for (String folder : Manifests.upward(Paths.parent(file.file()))) {
            for (String at : List.of(in(folder, name), in(folder, "src/" + name))) {
                boolean there =
                        workspace.hasFolder(at) || workspace.has(at + ".ts") || workspace.has(at + ".js");
                if (there) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a bundler may put a package into what runs, or stand in for one that is nowhere. */
    private boolean isBundled(List<PackageJson> reach) {
        return reach.stream()
                .flatMap(each -> each.allDependencies().stream())
                .anyMatch(contract.table("bundlers")::containsKey);
    }

    private Optional<Finding> onlyToBuild(
            SourceSummary file, Import imported, String name, List<PackageJson> reach) {
        Optional<Setting> installed =
                unit.unit()
                        .setting(SettingName.INSTALLED)
                        .filter(set -> set.value().text().filter("production"::equals).isPresent());
        PackageJson manifest = reach.get(0);
        PackagedFiles.Kind kind = unit.unit().packaged().of(manifest.file()).kind();
        boolean there = kind == PackagedFiles.Kind.HELD || kind == PackagedFiles.Kind.BUILT_FROM;
        boolean own = manifest.devDependencies().containsKey(name);
        if (installed.isEmpty() || !there || !own || isKeptInLock(manifest, name)) {
            return Optional.empty();
        }
        return Optional.of(
                Findings.broken(contract, "only-to-build", unit, Map.of("package", name))
                        .level(lock(manifest).filter(lock -> lock.endsWith(".json")).isPresent() ? Level.ERROR : Level.WARNING)
                        .codeLabel("imports " + name)
                        .config(installed.get().place().orElse(unit.unit().place()), "installs production dependencies alone")
                        .at(file.place(imported.region())));
    }

    /** Whether npm's lock file says that another package, which is installed, needs it too. */
    private boolean isKeptInLock(PackageJson manifest, String name) {
        Optional<String> text =
                lock(manifest).filter(lock -> lock.endsWith(".json")).flatMap(workspace::read);
        if (text.isEmpty()) {
            return false;
        }
        Pattern entry =
                Pattern.compile("\"(?:node_modules/)?" + Pattern.quote(name) + "\":\\s*\\{[^{}]*?\"(?:version|resolved)\"[^}]*?\"dev\":\\s*true");
        return !entry.matcher(text.get()).find();
    }

    private Optional<Finding> undeclared(
            SourceSummary file, Import imported, String name, List<PackageJson> reach) {
        String given = given(name);
        boolean lockedOut =
                lock(reach.get(0))
                        .flatMap(workspace::read)
                        .filter(text -> !isLocked(text, name))
                        .isPresent();
        boolean removed = given.equals("no-longer") && unit.unit().setting(SettingName.BUILT).isEmpty();
        if (installers.mayBringOthers() || given.equals("yes") || !lockedOut && !removed) {
            return Optional.empty();
        }
        return Optional.of(
                Findings.broken(
                                contract,
                                removed ? "no-longer-given" : "undeclared",
                                unit,
                                Map.of("package", name, "manifest", reach.get(0).file()))
                        .codeLabel("imports " + name)
                        .config(reach.get(0).place(), "declares no " + name)
                        .at(file.place(imported.region())));
    }

    private static boolean isLocked(String text, String name) {
        return Pattern.compile("(?:^|[\"'\\s/])" + Pattern.quote(name) + "(?:[\"'@/:]|$)", Pattern.MULTILINE)
                .matcher(text)
                .find();
    }

    /** Whether the platform's runtime brings a package: {@code yes}, {@code no} or {@code no-longer}. */
    private String given(String name) {
        for (Map.Entry<String, String> each : contract.table("given-by-platforms").entrySet()) {
            boolean same = each.getKey().endsWith("/") ? name.startsWith(each.getKey()) : name.equals(each.getKey());
            if (!same || !unit.unit().host().equals(each.getValue().split(" ")[0])) {
                continue;
            }
            String[] words = each.getValue().split(" ");
            Optional<Double> runtime = unit.unit().setting(SettingName.RUNTIME).flatMap(set -> set.value().text()).flatMap(NodePackages::major);
            if (words.length < 3) {
                return "yes";
            }
            if (runtime.isEmpty()) {
                return "yes";
            }
            return runtime.get() < Double.parseDouble(words[2]) ? "yes" : "no-longer";
        }
        return "no";
    }

    private static Optional<Double> major(String runtime) {
        return runtime.matches("nodejs\\d{1,2}(\\.x)?")
                ? Optional.of(Double.valueOf(runtime.replaceAll("nodejs|\\.x", "")))
                : Optional.empty();
    }

    /** The lock file that holds for a manifest: beside it, or above for a workspace of packages. */
    private Optional<String> lock(PackageJson manifest) {
        List<String> folders =
                isShared(manifest.file())
                        ? Manifests.upward(manifest.folder())
                        : List.of(manifest.folder());
        for (String folder : folders) {
            for (String name : LOCKS) {
                if (has(folder, name)) {
                    return Optional.of(in(folder, name));
                }
            }
        }
        return Optional.empty();
    }

    private boolean has(String folder, String name) {
        return workspace.has(in(folder, name));
    }

    private static String in(String folder, String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }
}
