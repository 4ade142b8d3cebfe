package dev.dovetail.judge.contracts;

import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.config.project.PackageJson;
import dev.dovetail.judge.ContractRule;
import dev.dovetail.judge.Finding;
import dev.dovetail.judge.Findings;
import dev.dovetail.knowledge.Contract;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.link.ReachedUse;
import dev.dovetail.source.Expr;
import dev.dovetail.source.Import;
import dev.dovetail.source.Language;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.source.Use;
import dev.dovetail.workspace.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files that Node.js loads as they are stand in the module format that their package declares. */
public final class ModuleFormat implements ContractRule {

    /** The last major that neither detects module syntax nor can require() an ES module. */
    private static final int LAST_STRICT = 18;


    @Override
    public String id() {
        return "module-format";
    }

    @Override
    public List<Finding> judge(LinkedUnit unit, Contract contract, Surroundings surroundings) {
        List<Finding> findings = new ArrayList<>();
        if (!runsSourceItself(unit)) {
            return findings;
        }
        Optional<Integer> major = Runtimes.of(unit).flatMap(Runtimes.Named::major);
        for (SourceSummary file : unit.files()) {
            if (file.language() != Language.JAVASCRIPT || !file.notifications().isEmpty()) {
                continue;
            }
            Optional<PackageJson> manifest =
                    surroundings.manifests().packageFor(Paths.parent(file.file()));
            if (isModule(file, manifest)) {
                commonJsWord(unit, file)
                        .map(use -> inModule(unit, contract, file, use, manifest))
                        .ifPresent(findings::add);
                extensionMissing(unit, contract, file, surroundings.manifests(), findings);
            } else if (major.filter(number -> number <= LAST_STRICT).isPresent()) {
                importInCommonJs(unit, contract, file, manifest).ifPresent(findings::add);
            }
        }
        return findings;
    }

    /** Whether no bundler, compiler or plugin stands between the source and what runs. */
    private static boolean runsSourceItself(LinkedUnit unit) {
        return unit.unit().entryPoint() instanceof EntryPoint.Handler
                && unit.unit().setting(SettingName.HANDLER_MAY_DIFFER).isEmpty()
                && unit.unit().setting(SettingName.BUILT).isEmpty()
                && !unit.files().isEmpty()
                && unit.files().stream().allMatch(file -> isPlain(file.file()));
    }

    private static boolean isPlain(String file) {
        return file.endsWith(".js") || file.endsWith(".mjs") || file.endsWith(".cjs");
    }

    private static boolean isModule(SourceSummary file, Optional<PackageJson> manifest) {
        return file.file().endsWith(".mjs")
                || file.file().endsWith(".js") && manifest.filter(PackageJson::module).isPresent();
    }

    /** A use, at load, of what only CommonJS has. */
    private static Optional<ReachedUse> commonJsWord(LinkedUnit unit, SourceSummary file) {
        return unit.uses().stream()
                .filter(use -> use.file() == file && use.certain())
                .filter(use -> use.use().definition() == SourceSummary.MODULE)
                .filter(use -> !use.use().caught() && use.use().guard() < 0)
                .filter(use -> use.use().kind() == Use.Kind.CALL)
                .filter(use -> use.use().target().equals(new Expr.Global("require")))
                .findFirst();
    }

    private static Finding inModule(
            LinkedUnit unit,
            Contract contract,
            SourceSummary file,
            ReachedUse use,
            Optional<PackageJson> manifest) {
        Findings.Draft draft =
                Findings.broken(
                                contract,
                                "require-in-module",
                                unit,
                                Map.of("file", file.file(), "name", "require"))
                        .codeLabel("uses require in an ES module")
                        .wayTo(use.step());
        return draft.config(
                        manifest.filter(each -> !file.file().endsWith(".mjs"))
                                .map(PackageJson::place)
                                .orElse(unit.unit().entryPoint().place()),
                        "makes it an ES module")
                .at(use.place());
    }

    private static Optional<Finding> importInCommonJs(
            LinkedUnit unit,
            Contract contract,
            SourceSummary file,
            Optional<PackageJson> manifest) {
        if (manifest.isEmpty() || !file.file().endsWith(".js")) {
            return Optional.empty();
        }
        return file.imports().stream()
                .filter(imported -> imported.kind() == Import.Kind.STATIC)
                .findFirst()
                .map(
                        imported ->
                                Findings.broken(
                                                contract,
                                                "import-in-commonjs",
                                                unit,
                                                Map.of(
                                                        "file", file.file(),
                                                        "manifest", manifest.get().file()))
                                        .codeLabel("uses import")
                                        .config(
                                                unit.unit().entryPoint().place(),
                                                "loads it as CommonJS")
                                        .at(file.place(imported.region())));
    }

    /** Node.js does not try extensions for the imports of an ES module. */
    private static void extensionMissing(
            LinkedUnit unit,
            Contract contract,
            SourceSummary file,
            Manifests manifests,
            List<Finding> findings) {
        for (Import imported : file.imports()) {
            String specifier = imported.specifier();
            boolean relative = specifier.startsWith("./") || specifier.startsWith("../");
            Optional<String> target = Paths.resolve(Paths.parent(file.file()), specifier);
            if (imported.kind() == Import.Kind.STATIC
                    && relative
                    && target.isPresent()
                    && !manifests.workspace().has(target.get())
                    && manifests.workspace().has(target.get() + ".js")) {
                findings.add(
                        Findings.broken(
                                        contract,
                                        "extension-missing",
                                        unit,
                                        Map.of("file", file.file(), "imported", specifier))
                                .codeLabel("imports without an extension")
                                .config(unit.unit().entryPoint().place(), "runs it")
                                .at(file.place(imported.region())));
            }
        }
    }
}
