package dev.dovetail.judge.contracts;

import dev.dovetail.judge.ContractRule;
import dev.dovetail.judge.Finding;
import dev.dovetail.knowledge.Contract;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.source.Import;
import dev.dovetail.source.Language;
import dev.dovetail.source.SourceSummary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every library that the code imports is one that some manifest has installed where it runs. */
public final class DependencyDeclared implements ContractRule {

    @Override
    public String id() {
        return "dependency-declared";
    }

    @Override
    public List<Finding> judge(LinkedUnit unit, Contract contract, Surroundings surroundings) {
        if (!unit.codeIsKnown() || unit.assumed()) {
            return List.of();
        }
        NodePackages node = new NodePackages(unit, contract, surroundings);
        PythonPackages python = new PythonPackages(unit, contract, surroundings);
        List<Finding> findings = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (SourceSummary file : unit.files()) {
            for (Import imported : file.imports()) {
                Optional<String> library =
                        mustSucceed(imported)
                                ? unit.resolver().library(file, imported)
                                : Optional.empty();
                Optional<Finding> finding =
                        library.flatMap(
                                name ->
                                        file.language() == Language.PYTHON
                                                ? python.judge(file, imported, name)
                                                : file.language() == Language.JAVASCRIPT
                                                        ? node.judge(file, imported, name)
                                                        : Optional.empty());
                finding.filter(found -> seen.add(found.message())).ifPresent(findings::add);
            }
        }
        return findings;
    }

    /** Whether nothing runs when the import fails. */
    private static boolean mustSucceed(Import imported) {
        return (imported.kind() == Import.Kind.STATIC || imported.kind() == Import.Kind.REQUIRE)
                && imported.definition() == SourceSummary.MODULE
                && imported.guard() < 0
                && !imported.caught();
    }
}
