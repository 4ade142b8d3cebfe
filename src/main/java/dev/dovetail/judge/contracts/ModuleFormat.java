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
import dev.dovetail.source.Expr;
import dev.dovetail.source.Export;
import dev.dovetail.source.Import;
import dev.dovetail.source.Language;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Region;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
                required(file)
                        .map(imported -> inModule(unit, contract, file, imported, manifest))
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

    /** What is required at load, by a word that only CommonJS has. */
    private static Optional<Import> required(SourceSummary file) {
        return file.imports().stream()
                .filter(imported -> imported.kind() == Import.Kind.REQUIRE)
                .filter(imported -> imported.definition() == SourceSummary.MODULE)
                .filter(imported -> imported.guard() < 0)
                .filter(imported -> isBoundAtLoad(file, imported))
                .findFirst();
    }

    /** {@code const x = require('x')}, or a member of it; not one that a try may stand around. */
    private static boolean isBoundAtLoad(SourceSummary file, Import imported) {
        Expr module = new Expr.Module(imported.id());
        return file.bindings().stream()
                .filter(binding -> binding.definition() == SourceSummary.MODULE)
                .filter(binding -> !binding.reassigned())
                .flatMap(binding -> binding.values().stream())
                .anyMatch(
                        value ->
                                value.equals(module)
                                        || value instanceof Expr.Member member
                                                && member.object().equals(module));
    }

    private static Finding inModule(
            LinkedUnit unit,
            Contract contract,
            SourceSummary file,
            Import imported,
            Optional<PackageJson> manifest) {
        Findings.Draft draft =
                Findings.broken(
                                contract,
                                "require-in-module",
                                unit,
                                Map.of("file", file.file(), "name", "require"))
                        .codeLabel("uses require in an ES module");
        return draft.config(
                        manifest.filter(each -> !file.file().endsWith(".mjs"))
                                .map(PackageJson::place)
                                .orElse(unit.unit().entryPoint().place()),
                        "makes it an ES module")
                .at(file.place(imported.region()));
    }

    private static Optional<Finding> importInCommonJs(
            LinkedUnit unit,
            Contract contract,
            SourceSummary file,
            Optional<PackageJson> manifest) {
        if (manifest.isEmpty() || !file.file().endsWith(".js")) {
            return Optional.empty();
        }
        return moduleSyntax(file)
                .map(
                        region ->
                                Findings.broken(
                                                contract,
                                                "import-in-commonjs",
                                                unit,
                                                Map.of(
                                                        "file", file.file(),
                                                        "manifest", manifest.get().file()))
                                        .codeLabel("is written as an ES module")
                                        .config(
                                                unit.unit().entryPoint().place(),
                                                "loads it as CommonJS")
                                        .at(file.place(region)));
    }

    /** The first import or export declaration. */
    private static Optional<Region> moduleSyntax(SourceSummary file) {
        return Stream.concat(
                        file.imports().stream()
                                .filter(imported -> imported.kind() == Import.Kind.STATIC)
                                .map(Import::region),
                        file.exports().stream().filter(Export::declared).map(Export::region))
                .min(Comparator.naturalOrder());
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
