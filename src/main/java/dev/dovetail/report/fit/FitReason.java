package dev.dovetail.report.fit;

import dev.dovetail.judge.Finding;
import dev.dovetail.judge.Fit;
import dev.dovetail.judge.Obstacle;
import dev.dovetail.judge.UnitFits;
import dev.dovetail.knowledge.Platform;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What stands against units on hosts by one rule: the places, and what each host makes of them.
 *
 * @param rule id
 * @param title the rule's
 * @param spots the places in code of which every host says the same
 * @param cases worst first
 */
public record FitReason(String rule, String title, List<Spot> spots, List<Case> cases) {

    public FitReason {
        spots = List.copyOf(spots);
        cases = List.copyOf(cases);
    }

    /**
     * A place.
     *
     * @param label what is there, in a few words; may be empty
     * @param message what a host says of it, the worst one
     * @param units by name
     */
    public record Spot(Place place, String label, String message, List<String> units) {}

    /**
     * What some hosts make of it.
     *
     * @param hosts by name
     * @param message the first place's
     * @param demand what config would have to say; empty when none helps
     */
    public record Case(
            Fit.Verdict verdict,
            List<Platform> hosts,
            String message,
            String demand,
            String fix,
            List<Finding.FactSource> facts) {
        public Case {
            hosts = List.copyOf(hosts);
            facts = List.copyOf(facts);
        }
    }

    /** The worst that a host makes of it. */
    public Fit.Verdict verdict() {
        return cases.get(0).verdict();
    }

    /** The units that it concerns, by name. */
    public Set<String> units() {
        Set<String> units = new LinkedHashSet<>();
        spots.forEach(spot -> units.addAll(spot.units()));
        return units;
    }

    /** The hosts that say something of it. */
    public Set<String> hosts() {
        Set<String> hosts = new LinkedHashSet<>();
        cases.forEach(each -> each.hosts().forEach(host -> hosts.add(host.id())));
        return hosts;
    }

    private record At(String rule, Place place, String unit) {}

    private record Said(
            Fit.Verdict verdict, String demand, String fix, List<Finding.FactSource> facts) {}

    private record Voice(Platform host, String message) {}

    /** All reasons of a report: the worst first, then those of most hosts. */
    public static List<FitReason> of(FitReport report) {
        Map<At, Map<Said, List<Voice>>> voices = new LinkedHashMap<>();
        Map<At, Finding> findings = new LinkedHashMap<>();
        for (UnitFits unit : report.units()) {
            for (Fit fit : unit.fits()) {
                for (Obstacle obstacle : distinct(fit.obstacles())) {
                    Finding finding = obstacle.finding();
                    At at = new At(finding.rule(), finding.code(), finding.unit());
                    findings.putIfAbsent(at, finding);
                    Said said =
                            new Said(
                                    Fit.verdict(obstacle),
                                    DemandText.of(obstacle.demand()),
                                    finding.fix(),
                                    finding.facts().stream()
                                            .map(FitReason::withoutPlatform)
                                            .toList());
                    voices.computeIfAbsent(at, key -> new LinkedHashMap<>())
                            .computeIfAbsent(said, key -> new ArrayList<>())
                            .add(new Voice(fit.host(), finding.message()));
                }
            }
        }
        // Places of one rule of which the same hosts say the same are told together.
        Map<List<Object>, List<At>> alike = new LinkedHashMap<>();
        voices.forEach(
                (at, said) -> {
                    Map<Said, List<String>> signature = new LinkedHashMap<>();
                    said.forEach(
                            (what, who) ->
                                    signature.put(
                                            what,
                                            who.stream().map(each -> each.host().id()).toList()));
                    alike.computeIfAbsent(
                                    List.of(at.rule(), signature), key -> new ArrayList<>())
                            .add(at);
                });
        List<FitReason> reasons = new ArrayList<>();
        for (List<At> group : alike.values()) {
            At first = group.get(0);
            reasons.add(
                    new FitReason(
                            first.rule(),
                            title(report, first.rule()),
                            spots(group, findings),
                            cases(voices.get(first))));
        }
        reasons.sort(
                Comparator.comparing(FitReason::verdict)
                        .thenComparing(reason -> reason.hosts().size())
                        .reversed()
                        .thenComparing(FitReason::rule)
                        .thenComparing(reason -> reason.spots().get(0).place()));
        return reasons;
    }

    private static String title(FitReport report, String rule) {
        return report.knowledge().rule(rule).map(known -> known.words().title()).orElse(rule);
    }

    /** Obstacles of one fit, but for those that ask in the same words what another asks. */
    private static Collection<Obstacle> distinct(List<Obstacle> obstacles) {
        Map<List<Object>, Obstacle> kept = new LinkedHashMap<>();
        for (Obstacle obstacle : obstacles) {
            Finding finding = obstacle.finding();
            List<Object> key =
                    List.of(finding.rule(), finding.code(), DemandText.of(obstacle.demand()));
            kept.merge(
                    key,
                    obstacle,
                    (one, other) ->
                            other.finding().level().compareTo(one.finding().level()) < 0
                                    ? other
                                    : one);
        }
        return kept.values();
    }

    private static Finding.FactSource withoutPlatform(Finding.FactSource fact) {
        return new Finding.FactSource("", fact.url(), fact.asOf());
    }

    private static List<Spot> spots(List<At> group, Map<At, Finding> findings) {
        Map<Place, List<At>> byPlace = new TreeMap<>();
        group.forEach(at -> byPlace.computeIfAbsent(at.place(), key -> new ArrayList<>()).add(at));
        List<Spot> spots = new ArrayList<>();
        byPlace.forEach(
                (place, ats) -> {
                    Finding finding = findings.get(ats.get(0));
                    spots.add(
                            new Spot(
                                    place,
                                    finding.codeLabel(),
                                    finding.message(),
                                    ats.stream().map(At::unit).distinct().toList()));
                });
        return spots;
    }

    private static List<Case> cases(Map<Said, List<Voice>> voices) {
        List<Case> cases = new ArrayList<>();
        voices.forEach(
                (said, who) ->
                        cases.add(
                                new Case(
                                        said.verdict(),
                                        who.stream().map(Voice::host).toList(),
                                        who.get(0).message(),
                                        said.demand(),
                                        said.fix(),
                                        said.facts())));
        cases.sort(
                Comparator.comparing(Case::verdict)
                        .reversed()
                        .thenComparing(each -> each.hosts().get(0).name()));
        return cases;
    }
}
