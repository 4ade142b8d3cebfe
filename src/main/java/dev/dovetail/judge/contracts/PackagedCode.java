package dev.dovetail.judge.contracts;

import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.project.JavaBuild;
import dev.dovetail.judge.ContractRule;
import dev.dovetail.knowledge.Contract;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.source.Definition;
import dev.dovetail.source.Import;
import dev.dovetail.source.Language;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.workspace.Paths;
import java.util.Optional;
import java.util.Set;

/** Questions that both rules ask which compare what code needs with what is deployed. */
final class PackagedCode {

    private PackagedCode() {}

    /** Whether folders of a machine are mounted over what was packaged, as for development. */
    static boolean isMountedOver(LinkedUnit unit) {
        Optional<String> start =
                unit.unit().setting(SettingName.WORKING_FOLDER).flatMap(set -> set.value().text());
        return unit.unit().mounts().stream()
                .filter(mount -> mount.kind().equals("bind"))
                .map(DeploymentUnit.Mount::path)
                .anyMatch(
                        path ->
                                path.text().isEmpty()
                                        || start.isEmpty()
                                        || Paths.isUnder(path.text().get(), start.get())
                                        || Paths.isUnder(start.get(), path.text().get()));
    }

    /** Whether an import surely means the file beside, and no library that has its name. */
    static boolean isOwnName(
            LinkedUnit unit,
            Contract contract,
            Import imported,
            SourceSummary importing,
            ContractRule.Surroundings surroundings) {
        if (imported.specifier().startsWith(".")) {
            return true;
        }
        if (importing.language() == Language.JAVASCRIPT) {
            return false;
        }
        if (importing.language() == Language.JAVA) {
            return true;
        }
        String first = imported.specifier().replaceFirst("\\..*", "");
        boolean near =
                unit.resolver().filesOf(importing, imported).stream()
                        .allMatch(file -> Paths.isUnder(file, unit.unit().folder()));
        return near
                && !new PythonPackages(unit, contract, surroundings).mayHave(importing.file(), first);
    }

    /** Whether two files of Java are compiled together; another module may come as a library. */
    static boolean isOfOneBuild(
            SourceSummary one, String other, ContractRule.Surroundings surroundings) {
        return one.language() != Language.JAVA
                || surroundings
                        .manifests()
                        .javaBuildFor(Paths.parent(one.file()))
                        .map(JavaBuild::folder)
                        .equals(
                                surroundings
                                        .manifests()
                                        .javaBuildFor(Paths.parent(other))
                                        .map(JavaBuild::folder));
    }

    /** Whether a build may make the file, so that it need not be taken along. */
    static boolean mayBeGenerated(Contract contract, String file) {
        Set<String> made = contract.table("made-by-builds").keySet();
        for (String part : file.split("/")) {
            if (made.contains(part.replaceFirst("\\..*", ""))) {
                return true;
            }
        }
        return false;
    }

    /** Whether what runs is the very file of the workspace and not what a compiler made of it. */
    static boolean runsAsWritten(LinkedUnit unit, SourceSummary file) {
        boolean plain =
                file.language() == Language.PYTHON
                        || file.language() == Language.JAVASCRIPT
                                && Paths.extension(file.file()).matches("[cm]?js");
        return plain
                && unit.unit().setting(SettingName.BUILT).isEmpty()
                && (!(unit.unit().entryPoint() instanceof EntryPoint.Program program)
                        || unit.files().stream().anyMatch(each -> isFile(each.file(), program.file())));
    }

    private static boolean isFile(String file, String path) {
        return file.equals(path) || file.equals(path + "." + Paths.extension(file));
    }

    /** Whether nothing of a file is there when it runs, as where TypeScript declares types alone. */
    static boolean holdsTypesAlone(SourceSummary file) {
        return file.language() == Language.JAVASCRIPT
                && file.uses().isEmpty()
                && file.definitions().stream()
                        .noneMatch(each -> each.kind() == Definition.Kind.FUNCTION || each.kind() == Definition.Kind.METHOD)
                && file.bindings().stream().allMatch(each -> each.values().isEmpty())
                && !Paths.extension(file.file()).equals("js");
    }
}
