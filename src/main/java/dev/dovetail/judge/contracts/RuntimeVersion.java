package dev.dovetail.judge.contracts;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.project.JavaBuild;
import dev.dovetail.config.project.PackageJson;
import dev.dovetail.judge.ContractRule;
import dev.dovetail.judge.Finding;
import dev.dovetail.judge.Findings;
import dev.dovetail.judge.Fix;
import dev.dovetail.knowledge.Contract;
import dev.dovetail.knowledge.Level;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.source.Language;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.workspace.Paths;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.semver4j.Semver;
import org.semver4j.range.RangeList;
import org.semver4j.range.RangeListFactory;

/** The runtime that config names is the version that the manifest nearest to the code asks for. */
public final class RuntimeVersion implements ContractRule {

    private static final Pattern VERSION = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})\\.(\\d{1,4})");

    @Override
    public String id() {
        return "runtime-version";
    }

    @Override
    public List<Finding> judge(LinkedUnit unit, Contract contract, Surroundings surroundings) {
        Optional<Runtimes.Named> runtime = Runtimes.of(unit);
        Optional<Integer> major = runtime.flatMap(Runtimes.Named::major);
        if (major.isEmpty() || unit.files().isEmpty()) {
            return List.of();
        }
        SourceSummary entry = unit.files().get(0);
        String folder = Paths.parent(entry.file());
        if (runtime.get().isLanguage("javascript") && entry.language() == Language.JAVASCRIPT) {
            Optional<PackageJson> manifest = surroundings.manifests().packageFor(folder);
            boolean ranged =
                    manifest.flatMap(PackageJson::engines)
                            .filter(ConfigNode.Scalar.class::isInstance)
                            .isPresent();
            // The range is what the code says of itself; the file is what its developers run.
            return (ranged
                            ? manifest.flatMap(
                                    each ->
                                            node(unit, contract, runtime.get(), major.get(), each))
                            : NodeVersionFile.above(folder, surroundings.manifests().workspace())
                                    .flatMap(
                                            file ->
                                                    versionFile(
                                                            unit,
                                                            contract,
                                                            runtime.get(),
                                                            major.get(),
                                                            file)))
                    .stream()
                    .toList();
        }
        if (runtime.get().isLanguage("java") && entry.language() == Language.JAVA) {
            return surroundings
                    .manifests()
                    .javaBuildFor(folder)
                    .flatMap(build -> java(unit, contract, runtime.get(), major.get(), build))
                    .stream()
                    .toList();
        }
        return List.of();
    }

    private static Optional<Finding> versionFile(
            LinkedUnit unit,
            Contract contract,
            Runtimes.Named runtime,
            int major,
            NodeVersionFile file) {
        if (file.major() == major) {
            return Optional.empty();
        }
        return Optional.of(
                Findings.broken(
                                contract,
                                "version-file-differs",
                                unit,
                                Map.of(
                                        "runtime", runtime.name(),
                                        "file", file.place().file(),
                                        "wanted", String.valueOf(file.major())))
                        .level(file.major() > major ? Level.WARNING : Level.NOTE)
                        .codeLabel("names Node.js " + file.major())
                        .config(runtime.place(), "runs on " + runtime.name())
                        .at(file.place()));
    }

    private static Optional<Finding> node(
            LinkedUnit unit,
            Contract contract,
            Runtimes.Named runtime,
            int major,
            PackageJson manifest) {
        if (!(manifest.engines().orElse(null) instanceof ConfigNode.Scalar engines)
                || engines.place().equals(runtime.place())
                || !excludes(engines.text(), major)) {
            return Optional.empty();
        }
        // A newer runtime than asked for usually works; an older one lacks what the code uses.
        boolean older = !excludes(">" + major, major + 1) && isOlder(engines.text(), major);
        return Optional.of(
                Findings.broken(
                                contract,
                                "engines-excludes",
                                unit,
                                Map.of(
                                        "runtime", runtime.name(),
                                        "file", manifest.file(),
                                        "wanted", engines.text()))
                        .level(older ? contract.words().level() : Level.NOTE)
                        .codeLabel("asks for Node.js " + engines.text())
                        .config(runtime.place(), "runs on " + runtime.name())
                        .at(engines.place()));
    }

    /** Whether every version that the range takes is of a later major. */
    private static boolean isOlder(String range, int major) {
        for (int earlier = 0; earlier <= major; earlier++) {
            if (!excludes(range, earlier)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a range, as npm reads it, takes no version of a major; false when it is no range. */
    private static boolean excludes(String range, int major) {
        if (range.length() > 200) {
            return false;
        }
        RangeList ranges = RangeListFactory.create(range);
        if (ranges.get().isEmpty()) {
            return false;
        }
        if (takes(ranges, major + ".0.0") || takes(ranges, major + ".999.999")) {
            return false;
        }
        Matcher named = VERSION.matcher(range);
        while (named.find()) {
            if (Integer.parseInt(named.group(1)) == major && takes(ranges, named.group())) {
                return false;
            }
        }
        return true;
    }

    private static boolean takes(RangeList ranges, String version) {
        return ranges.isSatisfiedBy(new Semver(version));
    }

    private static Optional<Finding> java(
            LinkedUnit unit,
            Contract contract,
            Runtimes.Named runtime,
            int major,
            JavaBuild build) {
        if (build.release().filter(release -> release.version() > major).isEmpty()) {
            return Optional.empty();
        }
        JavaBuild.Release release = build.release().get();
        Findings.Draft draft =
                Findings.broken(
                                contract,
                                "bytecode-too-new",
                                unit,
                                Map.of(
                                        "runtime", runtime.name(),
                                        "file", release.place().file(),
                                        "wanted", String.valueOf(release.version())))
                        .codeLabel("compiles for Java " + release.version())
                        .config(runtime.place(), "runs on " + runtime.name());
        mend(unit, runtime, release.version()).ifPresent(draft::mend);
        return Optional.of(draft.at(release.place()));
    }

    /** The platform's runtime of the very version that the classes are compiled for. */
    private static Optional<Fix> mend(LinkedUnit unit, Runtimes.Named runtime, int version) {
        String name = runtime.name();
        return Runtimes.named(unit.host().orElseThrow(), "java", version)
                .flatMap(
                        right ->
                                Fix.within(runtime.place(), name, 0, name.length())
                                        .map(place -> Fix.of("Run on " + right, place, right)));
    }
}
