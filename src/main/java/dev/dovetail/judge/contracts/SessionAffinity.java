package dev.dovetail.judge.contracts;

import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Trigger;
import dev.dovetail.judge.ContractRule;
import dev.dovetail.judge.Finding;
import dev.dovetail.judge.Findings;
import dev.dovetail.knowledge.Contract;
import dev.dovetail.knowledge.Feature;
import dev.dovetail.knowledge.Platform;
import dev.dovetail.link.LinkedUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Affinity that config asks for is asked of what requests pass. */
public final class SessionAffinity implements ContractRule {

    /** The trait of hops that choose among copies themselves. */
    private static final String PASSES_BY = "passes-by-services";

    @Override
    public String id() {
        return "session-affinity";
    }

    @Override
    public List<Finding> judge(LinkedUnit unit, Contract contract, Surroundings surroundings) {
        Optional<Setting> asked = unit.unit().setting(SettingName.SERVICE_AFFINITY);
        boolean sticks =
                unit.unit()
                        .setting(SettingName.SESSION_AFFINITY)
                        .filter(set -> set.value().text().filter("false"::equals).isEmpty())
                        .isPresent();
        List<Trigger> ways =
                unit.unit().triggers().stream()
                        .filter(trigger -> trigger.kind() == Trigger.Kind.HTTP)
                        .toList();
        if (asked.isEmpty() || sticks || ways.isEmpty() || !unit.unit().triggersKnown() || !hasSeveral(unit)) {
            return List.of();
        }
        for (Trigger way : ways) {
            if (passingBy(way, surroundings).isEmpty()) {
                return List.of();
            }
        }
        // What needs the affinity says so itself.
        boolean said =
                contract.table("features").keySet().stream()
                        .map(surroundings.knowledge().features()::get)
                        .anyMatch(feature -> isUsed(unit, feature));
        return said
                ? List.of()
                : List.of(finding(unit, contract, asked.get(), ways.get(0), surroundings));
    }

    private static boolean isUsed(LinkedUnit unit, Feature feature) {
        return feature != null && Calls.showIn(unit, feature);
    }

    private static boolean hasSeveral(LinkedUnit unit) {
        return List.of(SettingName.REPLICAS, SettingName.MAX_REPLICAS).stream()
                .flatMap(name -> unit.unit().setting(name).stream())
                .anyMatch(set -> set.value().number().filter(number -> number > 1).isPresent());
    }

    private static Optional<Trigger.Hop> passingBy(Trigger way, Surroundings surroundings) {
        return way.hops().stream()
                .filter(hop -> trait(hop, surroundings).isPresent())
                .findFirst();
    }

    private static Optional<Platform.Fact> trait(Trigger.Hop hop, Surroundings surroundings) {
        return Optional.ofNullable(surroundings.knowledge().platforms().get(hop.platform()))
                .map(platform -> platform.traits().get(PASSES_BY));
    }

    private static Finding finding(
            LinkedUnit unit,
            Contract contract,
            Setting asked,
            Trigger way,
            Surroundings surroundings) {
        Trigger.Hop hop = passingBy(way, surroundings).orElseThrow();
        String name =
                Optional.ofNullable(surroundings.knowledge().platforms().get(hop.platform()))
                        .map(Platform::name)
                        .orElse(hop.platform());
        return Findings.broken(contract, "passed-by", unit, Map.of("hop", name))
                .codeLabel("asks for affinity")
                .config(hop.place(), "sends requests to the pods")
                .fact(name, trait(hop, surroundings).orElseThrow().source())
                .at(asked.place().orElse(unit.unit().place()));
    }
}
