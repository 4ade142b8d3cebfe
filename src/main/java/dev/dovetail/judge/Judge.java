package dev.dovetail.judge;

import dev.dovetail.knowledge.Contract;
import dev.dovetail.knowledge.Knowledge;
import dev.dovetail.link.ApiFacts;
import dev.dovetail.link.LinkedUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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

    /** Findings by code place, rule and unit; discharged ones are among them. */
    public List<Finding> judge(List<LinkedUnit> units) {
        Knowledge knowledge = surroundings.knowledge();
        List<Finding> findings = new ArrayList<>();
        for (LinkedUnit unit : units) {
            if (unit.host().isEmpty()) {
                continue;
            }
            findings.addAll(features.judge(unit));
            for (ContractRule rule : contracts) {
                Contract contract = knowledge.contracts().get(rule.id());
                if (contract != null) {
                    findings.addAll(rule.judge(unit, contract, surroundings));
                }
            }
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
