package dev.dovetail.judge.contracts;

import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.judge.ContractRule;
import dev.dovetail.judge.Finding;
import dev.dovetail.judge.Findings;
import dev.dovetail.knowledge.Contract;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.link.Truth;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The path by which a platform asks whether a copy is well is one that the code serves. */
public final class ProbePathExists implements ContractRule {

    /** What asks, in words, by the setting that names its path. */
    private static final Map<String, String> PROBES =
            Map.of(
                    SettingName.HEALTH_CHECK_PATH, "health check",
                    SettingName.LIVENESS_PATH, "liveness probe",
                    SettingName.READINESS_PATH, "readiness probe",
                    SettingName.STARTUP_PATH, "startup probe");

    @Override
    public String id() {
        return "probe-path-exists";
    }

    @Override
    public List<Finding> judge(LinkedUnit unit, Contract contract, Surroundings surroundings) {
        Map<String, Setting> asked = asked(unit);
        if (asked.isEmpty() || !ServedPaths.areAllKnown(unit, contract, surroundings)) {
            return List.of();
        }
        ServedPaths served = new ServedPaths(unit);
        List<Finding> findings = new ArrayList<>();
        asked.forEach(
                (name, setting) ->
                        judge(unit, contract, served, name, setting).ifPresent(findings::add));
        return findings;
    }

    /** The probes of a unit, each path once. */
    private static Map<String, Setting> asked(LinkedUnit unit) {
        Map<String, Setting> asked = new LinkedHashMap<>();
        PROBES.keySet().stream()
                .sorted()
                .forEach(
                        name ->
                                Probes.of(unit, name)
                                        .filter(set -> set.place().isPresent())
                                        .ifPresent(set -> asked.put(name, set)));
        return asked;
    }

    private static Optional<Finding> judge(
            LinkedUnit unit, Contract contract, ServedPaths served, String name, Setting setting) {
        Optional<String> path = setting.value().text().filter(text -> text.startsWith("/"));
        if (path.isEmpty() || contract.table("served-unwritten").containsKey(path.get())) {
            return Optional.empty();
        }
        List<String> segments = ServedPaths.segments(path.get());
        Optional<List<String>> whole = served.wholePrefix().filter(prefix -> !prefix.isEmpty());
        boolean beside =
                whole.isPresent()
                        && !(segments.size() >= whole.get().size()
                                && segments.subList(0, whole.get().size()).equals(whole.get()));
        Truth answered =
                beside
                        ? served.isWritten(path.get()) ? Truth.UNKNOWN : Truth.NO
                        : served.serves(withoutPrefix(segments, whole));
        return answered == Truth.NO
                ? Optional.of(finding(unit, contract, served, name, setting, path.get(), whole, beside))
                : Optional.empty();
    }

    private static List<String> withoutPrefix(
            List<String> segments, Optional<List<String>> whole) {
        return whole.map(prefix -> segments.subList(prefix.size(), segments.size()))
                .orElse(segments);
    }

    private static Finding finding(
            LinkedUnit unit,
            Contract contract,
            ServedPaths served,
            String name,
            Setting setting,
            String path,
            Optional<List<String>> whole,
            boolean beside) {
        Place asks = setting.place().orElseThrow();
        String probe = PROBES.getOrDefault(name, "");
        String prefix = "/" + String.join("/", whole.orElse(List.of()));
        return Findings.broken(
                        contract,
                        beside ? "beside-prefix" : "no-route",
                        unit,
                        Map.of("path", path, "probe", probe, "prefix", prefix))
                .codeLabel("asks for " + path)
                .config(unit.unit().place(), "deploys " + unit.unit().name())
                .related(
                        served.some().stream()
                                .map(place -> new Finding.Step(place, "serves other paths"))
                                .toList())
                .at(asks);
    }
}
