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
import dev.dovetail.workspace.Place;
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
        if (!(unit.unit().entryPoint() instanceof EntryPoint.File entry)) {
            return List.of();
        }
        if (unit.entry() instanceof EntryBinding.Missing missing
                && missing.kind().equals("no-route")) {
            return List.of(noRoute(unit, contract, entry));
        }
        if (!(unit.entry() instanceof EntryBinding.Found found)) {
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
            MethodGuard.refusalOfGet(found)
                    .ifPresent(
                            refusal -> findings.add(guarded(unit, contract, trigger, refusal)));
        }
        return findings;
    }

    private static Finding noRoute(LinkedUnit unit, Contract contract, EntryPoint.File entry) {
        String path = "/" + unit.unit().name();
        return Findings.broken(contract, "no-route", unit, Map.of("path", path))
                .codeLabel("calls " + path)
                .config(entry.place(), "is called on a schedule")
                .at(entry.place());
    }

    private static Finding guarded(
            LinkedUnit unit, Contract contract, Trigger trigger, Place refusal) {
        Map<String, String> values = Map.of("path", trigger.path().orElse(""));
        return Findings.broken(contract, "method-guarded", unit, values)
                .codeLabel("refuses GET")
                .config(trigger.place(), "is called with GET on a schedule")
                .at(refusal);
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
