package dev.dovetail.judge.contracts;

import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.Value;
import dev.dovetail.judge.ContractRule;
import dev.dovetail.judge.Finding;
import dev.dovetail.judge.Findings;
import dev.dovetail.knowledge.Contract;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.link.Truth;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The paths that config sends to a unit are such as its code serves. */
public final class RouteExists implements ContractRule {

    @Override
    public String id() {
        return "route-exists";
    }

    @Override
    public List<Finding> judge(LinkedUnit unit, Contract contract, Surroundings surroundings) {
        List<Trigger> sent =
                unit.unit().triggers().stream().filter(RouteExists::keepsItsPath).toList();
        if (sent.isEmpty() || !ServedPaths.areAllKnown(unit, contract, surroundings)) {
            return List.of();
        }
        ServedPaths served = new ServedPaths(unit);
        List<Finding> findings = new ArrayList<>();
        for (Trigger trigger : sent) {
            List<String> path = ServedPaths.segments(trigger.path().orElse("").replaceFirst("/?\\*$", ""));
            boolean plain = path.stream().allMatch(segment -> segment.matches("[\\w.~-]+"));
            boolean answered =
                    !plain
                            || served.servesUnder(path) != Truth.NO
                            || served.wholePrefix().filter(whole -> !whole.isEmpty()).isPresent()
                            || isMovedByConfig(unit, surroundings, path);
            if (!answered) {
                findings.add(finding(unit, contract, served, trigger, path));
            }
        }
        return findings;
    }

    private static boolean keepsItsPath(Trigger trigger) {
        return trigger.kind() == Trigger.Kind.HTTP
                && trigger.path().isPresent()
                && trigger.settings().containsKey(SettingName.PATH_KEPT);
    }

    /** Whether a variable or a command may make the code serve a prefix that it does not write. */
    private static boolean isMovedByConfig(
            LinkedUnit unit, Surroundings surroundings, List<String> path) {
        String prefix = "/" + path.get(0);
        boolean byVariable =
                unit.unit().environment().values().stream()
                        .map(Setting::value)
                        .anyMatch(
                                value ->
                                        value instanceof Value.Unknown
                                                || value.text().filter(text -> text.contains(path.get(0))).isPresent());
        return byVariable
                || unit.unit().way().stream()
                        .map(Place::file)
                        .filter(file -> !file.equals(unit.unit().place().file()))
                        .distinct()
                        .flatMap(file -> surroundings.manifests().workspace().read(file).stream())
                        .anyMatch(text -> text.contains("root-path") || text.contains(prefix + " ") || text.contains(prefix + "\""));
    }

    private static Finding finding(
            LinkedUnit unit,
            Contract contract,
            ServedPaths served,
            Trigger trigger,
            List<String> path) {
        Optional<Place> some = served.some();
        return Findings.broken(
                        contract, "no-route-under", unit, Map.of("path", "/" + String.join("/", path)))
                .codeLabel("sends what begins so")
                .config(unit.unit().place(), "deploys " + unit.unit().name())
                .related(some.stream().map(place -> new Finding.Step(place, "serves other paths")).toList())
                .at(trigger.place());
    }
}
