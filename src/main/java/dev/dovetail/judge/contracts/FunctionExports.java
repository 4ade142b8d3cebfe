package dev.dovetail.judge.contracts;

import dev.dovetail.config.EntryPoint;
import dev.dovetail.judge.Finding;
import dev.dovetail.judge.Findings;
import dev.dovetail.knowledge.Contract;
import dev.dovetail.knowledge.Framework;
import dev.dovetail.link.EntryBinding;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.source.Export;
import dev.dovetail.source.Expr;
import dev.dovetail.source.Language;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.source.Use;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a file that a platform makes a function of, by where it lies, exports what the platform
 * calls.
 */
final class FunctionExports {

    private FunctionExports() {}

    static Optional<Finding> judge(
            LinkedUnit unit, Contract contract, EntryPoint.File entry, List<LinkedUnit> units) {
        if (!(unit.entry() instanceof EntryBinding.Found found)) {
            return Optional.empty();
        }
        SourceSummary file = found.roots().get(0).function().file();
        Optional<Framework.Convention> convention =
                unit.resolver().facts().convention(file.language(), entry.convention());
        if (convention.isEmpty()
                || file.language() != Language.JAVASCRIPT
                || !file.notifications().isEmpty()
                || convention.get().listenCaptured() && listens(unit)
                || mayExport(file, convention.get().exports())
                || isPartOfAnother(file, unit, units)) {
            return Optional.empty();
        }
        Optional<Export> offered =
                file.exports().stream().filter(export -> isFunction(file, export)).findFirst();
        return offered.map(
                export ->
                        Findings.broken(
                                        contract,
                                        "no-default-export",
                                        unit,
                                        Map.of("file", file.file(), "found", export.name()))
                                .codeLabel("is not what the platform calls")
                                .config(
                                        entry.place(),
                                        unit.unit().name() + " is a function by where it lies")
                                .at(file.place(export.region())));
    }

    /** A server that is started while the file loads is served instead of an export. */
    private static boolean listens(LinkedUnit unit) {
        return unit.uses().stream()
                .map(use -> use.use().target())
                .anyMatch(
                        target ->
                                target instanceof Expr.Member member
                                        && member.name().equals("listen"));
    }

    private static boolean mayExport(SourceSummary file, List<String> wanted) {
        boolean named =
                file.exports().stream()
                        .map(Export::name)
                        .anyMatch(
                                name ->
                                        isWanted(name, wanted)
                                                || name.equals(Export.WHOLE)
                                                || name.equals(Export.ALL));
        boolean computed =
                file.writes().stream()
                        .anyMatch(write -> write.target() instanceof Expr.Index);
        boolean patched =
                file.uses().stream()
                        .filter(use -> use.kind() == Use.Kind.CALL)
                        .flatMap(use -> use.arguments().stream())
                        .anyMatch(
                                argument ->
                                        argument.value().equals(new Expr.Global("exports"))
                                                || argument.value()
                                                        .equals(new Expr.Global("module")));
        return named || computed || patched;
    }

    /** Whether an export is called, or holds what is: default.fetch. */
    private static boolean isWanted(String name, List<String> wanted) {
        return wanted.stream().anyMatch(each -> each.equals("*") || each.equals(name) || each.startsWith(name + "."));
    }

    /** A helper that lies among the functions is deployed as one too, and nobody calls it. */
    private static boolean isPartOfAnother(
            SourceSummary file, LinkedUnit unit, List<LinkedUnit> units) {
        return units.stream()
                .filter(other -> other != unit)
                .flatMap(other -> other.files().stream())
                .anyMatch(other -> other.file().equals(file.file()));
    }

    private static boolean isFunction(SourceSummary file, Export export) {
        Expr value = export.value();
        if (value instanceof Expr.Ref ref) {
            return file.bindings().get(ref.binding()).values().stream()
                    .anyMatch(Expr.Function.class::isInstance);
        }
        return value instanceof Expr.Function;
    }
}
