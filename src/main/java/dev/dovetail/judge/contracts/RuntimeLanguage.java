package dev.dovetail.judge.contracts;

import dev.dovetail.config.SettingName;
import dev.dovetail.judge.ContractRule;
import dev.dovetail.judge.Finding;
import dev.dovetail.judge.Findings;
import dev.dovetail.knowledge.Contract;
import dev.dovetail.knowledge.Platform;
import dev.dovetail.link.LinkedUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The host runs the language that a unit is written in. */
public final class RuntimeLanguage implements ContractRule {

    /** A platform's fact: the ids of all languages that it runs. */
    private static final String LANGUAGES = "languages";

    @Override
    public String id() {
        return "runtime-language";
    }

    @Override
    public List<Finding> judge(LinkedUnit unit, Contract contract, Surroundings surroundings) {
        Platform host = unit.host().orElseThrow();
        Platform.Fact fact = host.traits().get(LANGUAGES);
        // A runtime that config names may be one of the community's.
        boolean named = unit.unit().setting(SettingName.RUNTIME).isPresent();
        if (fact == null || named || unit.files().isEmpty()) {
            return List.of();
        }
        Set<String> runs = Set.of(fact.says().strip().split("\\s+"));
        boolean any = unit.files().stream().anyMatch(file -> runs.contains(file.language().id()));
        if (any) {
            return List.of();
        }
        String language = unit.files().get(0).language().id();
        return List.of(
                Findings.broken(contract, "", unit, Map.of("found", contract.table("names").getOrDefault(language, language)))
                        .codeLabel("written in " + contract.table("names").getOrDefault(language, language))
                        .fact(host.name(), fact.source())
                        .at(unit.unit().entryPoint().place()));
    }
}
