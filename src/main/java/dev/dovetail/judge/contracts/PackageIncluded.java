package dev.dovetail.judge.contracts;

import dev.dovetail.config.PackagedFiles;
import dev.dovetail.config.PackagedFiles.Kind;
import dev.dovetail.config.SettingName;
import dev.dovetail.judge.ContractRule;
import dev.dovetail.judge.Finding;
import dev.dovetail.judge.Findings;
import dev.dovetail.knowledge.Contract;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.source.Import;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the files of a package import is in the package too. */
public final class PackageIncluded implements ContractRule {

    /** An import, with the file of the workspace that it brings and what is known of that one. */
    private record Needed(
            SourceSummary importing, Import imported, String file, PackagedFiles.Answer answer) {}

    @Override
    public String id() {
        return "package-included";
    }

    @Override
    public List<Finding> judge(LinkedUnit unit, Contract contract, Surroundings surroundings) {
        if (!unit.codeIsKnown() || unit.assumed() || PackagedCode.isMountedOver(unit)) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        Set<Place> reported = new HashSet<>();
        for (SourceSummary importing : unit.files()) {
            Kind own = unit.unit().packaged().of(importing.file()).kind();
            if (own != Kind.HELD && own != Kind.BUILT_FROM) {
                continue;
            }
            for (Import imported : importing.imports()) {
                missing(unit, contract, surroundings, importing, own, imported)
                        // A folder that is left out is told of once.
                        .filter(needed -> reported.add(needed.answer().because().orElseThrow()))
                        .map(needed -> finding(unit, contract, needed))
                        .ifPresent(findings::add);
            }
        }
        return findings;
    }

    private static Optional<Needed> missing(
            LinkedUnit unit,
            Contract contract,
            Surroundings surroundings,
            SourceSummary importing,
            Kind own,
            Import imported) {
        boolean runs =
                (imported.kind() == Import.Kind.STATIC || imported.kind() == Import.Kind.REQUIRE)
                        && imported.definition() == SourceSummary.MODULE
                        && imported.guard() < 0
                        && !imported.caught();
        if (!runs) {
            return Optional.empty();
        }
        // A layer may bring what has a name and no path.
        boolean layered =
                unit.unit().setting(SettingName.LAYERS).isPresent() && !imported.specifier().startsWith(".");
        for (String file : files(unit, surroundings, importing, imported)) {
            PackagedFiles.Answer answer = unit.unit().packaged().of(file);
            boolean unbuilt =
                    answer.kind() == Kind.BUILT_FROM
                            && own == Kind.HELD
                            && PackagedCode.runsAsWritten(unit, importing);
            boolean mayBeMade = PackagedCode.mayBeGenerated(contract, file);
            boolean typesAlone =
                    unit.files().stream()
                            .anyMatch(each -> each.file().equals(file) && PackagedCode.holdsTypesAlone(each));
            boolean fromElsewhere =
                    layered || !PackagedCode.isOfOneBuild(importing, file, surroundings);
            boolean gone = (answer.isLeftOut() || unbuilt) && !mayBeMade && !typesAlone && !fromElsewhere;
            if (gone && PackagedCode.isOwnName(unit, contract, imported, importing, surroundings)) {
                return Optional.of(new Needed(importing, imported, file, answer));
            }
        }
        return Optional.empty();
    }

    /** The source files that an import brings, or the data file that it names with its extension. */
    private static List<String> files(
            LinkedUnit unit, Surroundings surroundings, SourceSummary importing, Import imported) {
        List<String> found = new ArrayList<>(unit.resolver().filesOf(importing, imported));
        if (found.isEmpty() && imported.specifier().matches("\\.{1,2}/.*\\.json")) {
            Paths.resolve(Paths.parent(importing.file()), imported.specifier())
                    .filter(surroundings.manifests().workspace()::has)
                    .ifPresent(found::add);
        }
        return found;
    }

    private static Finding finding(LinkedUnit unit, Contract contract, Needed needed) {
        Place because = needed.answer().because().orElseThrow();
        String message =
                switch (needed.answer().kind()) {
                    case IGNORED -> "ignored";
                    case BUILT_FROM -> "left-behind";
                    default -> "not-taken";
                };
        return Findings.broken(
                        contract,
                        message,
                        unit,
                        Map.of("file", needed.file(), "ignore", Paths.name(because.file())))
                .codeLabel("imports " + needed.file())
                .config(because, message.equals("ignored") ? "leaves it out" : "holds what it takes along")
                .at(needed.importing().place(needed.imported().region()));
    }
}
