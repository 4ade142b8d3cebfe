package dev.dovetail.judge.contracts;

import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Trigger;
import dev.dovetail.judge.ContractRule;
import dev.dovetail.judge.Finding;
import dev.dovetail.judge.Findings;
import dev.dovetail.knowledge.Contract;
import dev.dovetail.link.EntryBinding;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.source.Export;
import dev.dovetail.source.SourceSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A route that the platform calls on a schedule answers the method that it is called with. */
public final class CronMethod implements ContractRule {

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    @Override
    public String id() {
        return "cron-method";
    }

    @Override
    public List<Finding> judge(LinkedUnit unit, Contract contract, Surroundings surroundings) {
        if (!(unit.unit().entryPoint() instanceof EntryPoint.File entry)
                || !(unit.entry() instanceof EntryBinding.Found)) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        for (Trigger trigger : unit.unit().triggers()) {
            boolean byRequest =
                    trigger.kind() == Trigger.Kind.SCHEDULE
                            && trigger.path().isPresent()
                            && trigger.settings().containsKey(SettingName.SCHEDULE);
            if (!byRequest) {
                continue;
            }
            for (SourceSummary file : unit.files()) {
                if (file.file().equals(entry.file()) && answersOthersOnly(file)) {
                    findings.add(finding(unit, contract, trigger, file));
                }
            }
        }
        return findings;
    }

    private static Finding finding(
            LinkedUnit unit, Contract contract, Trigger trigger, SourceSummary file) {
        Export first =
                file.exports().stream()
                        .filter(export -> METHODS.contains(export.name()))
                        .findFirst()
                        .orElseThrow();
        Map<String, String> values =
                Map.of(
                        "path", trigger.path().orElse(""),
                        "file", file.file(),
                        "found", String.join(", ", methods(file)));
        return Findings.broken(contract, "no-get-export", unit, values)
                .codeLabel("answers " + String.join(", ", methods(file)))
                .config(trigger.place(), "is called with GET on a schedule")
                .at(file.place(first.region()));
    }

    /** Whether it answers some methods by name, and neither GET nor whatever comes. */
    private static boolean answersOthersOnly(SourceSummary file) {
        Set<String> methods = methods(file);
        boolean open =
                file.exports().stream()
                        .anyMatch(
                                export ->
                                        export.name().equals("default")
                                                || export.name().equals("fetch")
                                                || export.name().equals(Export.ALL)
                                                || export.name().equals(Export.WHOLE));
        return !methods.isEmpty() && !methods.contains("GET") && !open;
    }

    private static Set<String> methods(SourceSummary file) {
        Set<String> found = new TreeSet<>();
        for (Export export : file.exports()) {
            if (METHODS.contains(export.name())) {
                found.add(export.name());
            }
        }
        return found;
    }
}
