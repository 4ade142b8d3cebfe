package dev.dovetail.lsp.live;

import dev.dovetail.judge.Finding;
import dev.dovetail.link.LinkedUnit;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which units some edited files concern, and which stand as they were. */
final class Concern {

    private Concern() {}

    /** Whether all that edited files may concern can be told from what units run and are said by. */
    static boolean isKnown(List<LinkedUnit> units, Set<String> edited) {
        Set<String> unknown = new HashSet<>(edited);
        for (LinkedUnit unit : units) {
            unknown.remove(unit.unit().place().file());
            unit.files().forEach(file -> unknown.remove(file.file()));
        }
        return unknown.isEmpty();
    }

    /** The units that run none of some files, nor bear the name of one that does. */
    static List<LinkedUnit> standing(List<LinkedUnit> units, Set<String> edited) {
        Set<String> concerned =
                names(
                        units.stream()
                                .filter(
                                        unit ->
                                                unit.files().stream()
                                                        .anyMatch(
                                                                file ->
                                                                        edited.contains(
                                                                                file.file()))));
        return units.stream().filter(unit -> !concerned.contains(name(unit))).toList();
    }

    /** Whether findings tell units that stand from those that were linked anew: by name and host. */
    static boolean areTold(List<LinkedUnit> standing, List<LinkedUnit> now) {
        return Collections.disjoint(
                names(now.stream().filter(isAmong(standing))),
                names(now.stream().filter(isAmong(standing).negate())));
    }

    /** The names, with hosts, of units that stand and are there still. */
    static Set<String> stillThere(List<LinkedUnit> standing, List<LinkedUnit> now) {
        return names(now.stream().filter(isAmong(standing)));
    }

    /** How a finding names its unit. */
    static String name(Finding finding) {
        return finding.unit() + " on " + finding.host();
    }

    private static String name(LinkedUnit unit) {
        return unit.unit().name() + " on " + unit.unit().host();
    }

    private static Set<String> names(Stream<LinkedUnit> units) {
        return units.map(Concern::name).collect(Collectors.toSet());
    }

    private static Predicate<LinkedUnit> isAmong(List<LinkedUnit> units) {
        Set<LinkedUnit> same = Collections.newSetFromMap(new IdentityHashMap<>());
        same.addAll(units);
        return same::contains;
    }
}
