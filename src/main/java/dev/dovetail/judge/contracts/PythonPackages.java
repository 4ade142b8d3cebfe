package dev.dovetail.judge.contracts;

import dev.dovetail.config.SettingName;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.judge.ContractRule;
import dev.dovetail.judge.Finding;
import dev.dovetail.judge.Findings;
import dev.dovetail.knowledge.Contract;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.source.Import;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Region;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The distributions of a unit, as requirements and their kin have them.
 *
 * <p>What a module's distribution is called is data, and only modules that hardly any other
 * distribution brings along are in it: of all others a requirement may bring them.
 */
final class PythonPackages {

    private static final Pattern MANIFEST =
            Pattern.compile("(?:.*[-_.])?requirements.*\\.(?:txt|in|pip)|pyproject\\.toml|setup\\.(?:py|cfg)|Pipfile(?:\\.lock)?|(?:poetry|uv|pdm|pylock).*\\.(?:lock|toml)|environment.*\\.ya?ml|conda.*\\.ya?ml|constraints.*\\.txt");

    /** Lines by which a manifest takes what it does not name. */
    private static final Pattern OPEN =
            Pattern.compile("(?m)^\\s*(?:-e\\b|--editable|git\\+|https?://|file:|\\.{1,2}/)|@\\s*(?:git\\+|https?:|file:)|\\bpath\\s*=");

    private static final String REQS = "reqs/";

    /** Folders that hold nothing but requirements. */
    private static final Set<String> NEAR = Set.of("requirement/", "requirements/", REQS);

    private final Map<String, List<String>> manifests = new HashMap<>();
    private final LinkedUnit unit;
    private final Contract contract;
    private final Workspace workspace;
    private final Installers installers;

    PythonPackages(LinkedUnit unit, Contract contract, ContractRule.Surroundings surroundings) {
        this.unit = unit;
        this.contract = contract;
        this.workspace = surroundings.manifests().workspace();
        this.installers = new Installers(unit, contract, surroundings);
    }

    /** Whether a manifest or the build names a distribution, or takes something that it does not name. */
    boolean mayHave(String file, String distribution) {
        return installers.name(distribution)
                || inReach(file).stream()
                        .flatMap(each -> workspace.read(each).stream())
                        .anyMatch(text -> OPEN.matcher(text).find() || Installers.mentions(text, distribution));
    }

    Optional<Finding> judge(SourceSummary file, Import imported, String module) {
        String first = module.replaceFirst("\\..*", "");
        String distributions = contract.table("python-modules").get(first);
        if (distributions == null || installers.mayBringOthers()) {
            return Optional.empty();
        }
        List<String> manifests = inReach(file.file());
        List<String> texts = new ArrayList<>();
        manifests.forEach(each -> workspace.read(each).ifPresent(texts::add));
        boolean open = texts.stream().anyMatch(text -> OPEN.matcher(text).find());
        boolean named =
                List.of(distributions.split("\\s+")).stream()
                        .anyMatch(
                                name ->
                                        installers.name(name)
                                                || texts.stream().anyMatch(text -> Installers.mentions(text, name)));
        if (manifests.isEmpty() || texts.size() < manifests.size() || open || named || isVendored(first)) {
            return Optional.empty();
        }
        String manifest = manifests.get(0);
        return Optional.of(
                Findings.broken(
                                contract,
                                "not-required",
                                unit,
                                Map.of(
                                        "module", first,
                                        "package", distributions.split("\\s+")[0],
                                        "manifest", manifest))
                        .codeLabel("imports " + first)
                        .config(new Place(manifest, new Region(1, 1, 1, 1)), "does not name it")
                        .at(file.place(imported.region())));
    }

    /** Manifests that may hold for a file, the nearest first; of a function with its own, that alone. */
    private List<String> inReach(String file) {
        Set<String> folders = new LinkedHashSet<>(Manifests.upward(Paths.parent(file)));
        folders.addAll(Manifests.upward(unit.unit().folder()));
        Set<String> found = new LinkedHashSet<>();
        for (String folder : folders) {
            List<String> own = in(folder);
            found.addAll(own);
            boolean packagedAlone =
                    !own.isEmpty()
                            && folder.equals(unit.unit().folder())
                            && unit.unit().setting(SettingName.PACKAGE_TYPE).flatMap(set -> set.value().text()).filter("zip"::equals).isPresent();
            if (packagedAlone) {
                break;
            }
        }
        return List.copyOf(found);
    }

    private List<String> in(String folder) {
        return manifests.computeIfAbsent(folder, this::listed);
    }

    private List<String> listed(String folder) {
        return workspace.filesUnder(folder).stream()
                .filter(file -> isManifest(folder.isEmpty() ? file : file.substring(folder.length() + 1)))
                .toList();
    }

    private static boolean isManifest(String within) {
        if (!within.contains("/")) {
            return MANIFEST.matcher(within).matches();
        }
        boolean near = NEAR.stream().anyMatch(within::startsWith) && within.indexOf('/') == within.lastIndexOf('/');
        return near
                && (MANIFEST.matcher(Paths.name(within)).matches()
                        || !within.startsWith(REQS) && (within.endsWith(".txt") || within.endsWith(".in")));
    }

    /** Whether a folder of that name lies somewhere in the workspace. */
    private boolean isVendored(String module) {
        return workspace.files().stream()
                .anyMatch(
                        file ->
                                file.endsWith("/" + module + ".py")
                                        || file.endsWith("/" + module + "/__init__.py")
                                        || file.equals(module + ".py"));
    }
}
