package dev.dovetail.report.fit;

import dev.dovetail.judge.Finding;
import dev.dovetail.judge.Fit;
import dev.dovetail.judge.Obstacle;
import dev.dovetail.judge.UnitFits;
import dev.dovetail.knowledge.Platform;
import dev.dovetail.knowledge.Rule;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What stands against units on hosts by one rule: the places, and what each host makes of them.
 *
 * @param rule id
 * @param title the rule's
 * @param fix what to do, whatever the host
 * @param spots the places in code of which every host says the same
 * @param cases worst first
 */
public record FitReason(
        String rule, String title, String fix, List<Spot> spots, List<Case> cases) {

    public FitReason {
        spots = List.copyOf(spots);
        cases = List.copyOf(cases);
    }

    /**
     * A place.
     *
     * @param label what is there, in a few words; may be empty
     * @param units by name
     */
    public record Spot(Place place, String label, List<String> units) {
        public Spot {
            units = List.copyOf(units);
        }
    }

    /**
     * Hosts that say the same.
     *
     * @param says of the first place
     */
    public record Case(List<Platform> hosts, HostSays says) {
        public Case {
            hosts = List.copyOf(hosts);
        }
    }

    /** The worst that a host makes of it. */
    public Fit.Verdict verdict() {
        return cases.get(0).says().verdict();
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

    private record Voice(Platform host, HostSays says) {}

    /** All reasons of a report: the worst first, then those of most hosts. */
    public static List<FitReason> of(FitReport report) {
        Map<At, List<Voice>> voices = new LinkedHashMap<>();
        for (UnitFits unit : report.units()) {
            for (Fit fit : unit.fits()) {
                Map<At, List<Obstacle>> obstacles = new LinkedHashMap<>();
                for (Obstacle obstacle : fit.obstacles()) {
                    Finding finding = obstacle.finding();
                    At at = new At(finding.rule(), finding.code(), finding.unit());
                    obstacles.computeIfAbsent(at, key -> new ArrayList<>()).add(obstacle);
                }
                obstacles.forEach(
                        (at, all) ->
                                voices.computeIfAbsent(at, key -> new ArrayList<>())
                                        .add(new Voice(fit.host(), HostSays.of(all))));
            }
        }
        // Places of one rule of which the same hosts say the same are told together.
        Map<List<Object>, List<At>> alike = new LinkedHashMap<>();
        voices.forEach(
                (at, who) -> {
                    List<Object> said = new ArrayList<>();
                    said.add(at.rule());
                    for (Voice voice : who) {
                        said.add(voice.host().id());
                        said.add(voice.says().verdict());
                        said.add(voice.says().demand());
                    }
                    alike.computeIfAbsent(said, key -> new ArrayList<>()).add(at);
                });
        List<FitReason> reasons = new ArrayList<>();
        for (List<At> group : alike.values()) {
            At first = group.get(0);
            Optional<Rule> rule = report.knowledge().rule(first.rule());
            reasons.add(
                    new FitReason(
                            first.rule(),
                            rule.map(known -> known.words().title()).orElse(first.rule()),
                            rule.map(known -> known.words().fix().strip()).orElse(""),
                            spots(group, voices),
                            cases(voices.getOrDefault(first, List.of()))));
        }
        reasons.sort(
                Comparator.comparing(FitReason::verdict)
                        .thenComparing(reason -> reason.hosts().size())
                        .reversed()
                        .thenComparing(FitReason::rule)
                        .thenComparing(reason -> reason.spots().get(0).place()));
        return reasons;
    }

    private static List<Spot> spots(List<At> group, Map<At, List<Voice>> voices) {
        Map<Place, List<At>> byPlace = new TreeMap<>();
        group.forEach(at -> byPlace.computeIfAbsent(at.place(), key -> new ArrayList<>()).add(at));
        List<Spot> spots = new ArrayList<>();
        byPlace.forEach(
                (place, ats) -> {
                    List<Voice> who = voices.getOrDefault(ats.get(0), List.of());
                    spots.add(
                            new Spot(
                                    place,
                                    who.get(0).says().label(),
                                    ats.stream().map(At::unit).distinct().toList()));
                });
        return spots;
    }

    private static List<Case> cases(List<Voice> voices) {
        Map<HostSays, List<Platform>> alike = new LinkedHashMap<>();
        voices.forEach(
                voice ->
                        alike.computeIfAbsent(voice.says(), key -> new ArrayList<>())
                                .add(voice.host()));
        List<Case> cases = new ArrayList<>();
        alike.forEach((says, hosts) -> cases.add(new Case(hosts, says)));
        cases.sort(
                Comparator.comparing((Case each) -> each.says().verdict())
                        .reversed()
                        .thenComparing(each -> each.hosts().get(0).name()));
        return cases;
    }
}
