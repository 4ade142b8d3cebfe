package dev.dovetail.judge;

import dev.dovetail.knowledge.Contract;
import dev.dovetail.link.ApiFacts;
import dev.dovetail.link.LinkedUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;

/** All rules over all units. */
public final class Judge {

    /** By code place, rule and unit. */
    public static final Comparator<Finding> ORDER = Judge::compare;

    private final FeatureRules features;
    private final List<ContractRule> contracts;
    private final ContractRule.Surroundings surroundings;

    public Judge(
            ContractRule.Surroundings surroundings,
            ApiFacts facts,
            List<ShapeFinder> shapes,
            List<ContractRule> contracts) {
        this.surroundings = surroundings;
        this.features =
                new FeatureRules(
                        surroundings.knowledge(), facts, surroundings.conditions(), shapes);
        this.contracts = List.copyOf(contracts);
    }

    /** What stands against one unit on its host, by code place and rule. */
    public List<Obstacle> obstacles(LinkedUnit unit) {
        List<Obstacle> obstacles = new ArrayList<>();
        if (unit.host().isEmpty()) {
            return obstacles;
        }
        obstacles.addAll(features.obstacles(unit));
        broken(
                unit,
                (contract, finding) -> {
                    if (!finding.isDischarged()) {
                        obstacles.add(new Obstacle(finding, true, demand(contract)));
                    }
                });
        return obstacles.stream()
                .distinct()
                .sorted(Comparator.comparing(Obstacle::finding, ORDER))
                .toList();
    }

    /** Hands on what the contracts find in one unit. */
    private void broken(LinkedUnit unit, BiConsumer<Contract, Finding> found) {
        for (ContractRule rule : contracts) {
            Contract contract = surroundings.knowledge().contracts().get(rule.id());
            if (contract != null) {
                rule.judge(unit, contract, surroundings)
                        .forEach(finding -> found.accept(contract, finding));
            }
        }
    }

    /** What config would have to say for a contract to hold. */
    private static Demand demand(Contract contract) {
        return contract.fitsIf().isEmpty()
                ? Demand.IMPOSSIBLE
                : new Demand.Said(contract.fitsIf());
    }

    /** Findings by code place, rule and unit; discharged ones are among them. */
    public List<Finding> judge(List<LinkedUnit> units) {
        List<Finding> findings = new ArrayList<>();
        for (LinkedUnit unit : units) {
            if (unit.host().isEmpty()) {
                continue;
            }
            findings.addAll(features.judge(unit));
            broken(unit, (contract, finding) -> findings.add(finding));
        }
        return findings.stream().distinct().sorted(ORDER).toList();
    }

    private static int compare(Finding one, Finding other) {
        int order = one.code().compareTo(other.code());
        order = order != 0 ? order : one.rule().compareTo(other.rule());
        order = order != 0 ? order : one.unit().compareTo(other.unit());
        order = order != 0 ? order : one.host().compareTo(other.host());
        return order != 0 ? order : one.message().compareTo(other.message());
    }
}
