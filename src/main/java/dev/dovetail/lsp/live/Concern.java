package dev.dovetail.lsp.live;

import dev.dovetail.judge.Finding;
import dev.dovetail.link.LinkedUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which units some edited files concern, and which of these are looked at first.
 *
 * <p>Code that many units share is judged for a few of them at once, so that an answer takes no longer
 * than people wait: first those whose handler is edited, then the smallest of each platform. What the
 * others say of the edited files is left out until they are looked at too.
 *
 * @param edited paths
 * @param standing units that are left as they were
 * @param late those among them that run an edited file, as findings name units
 */
record Concern(Set<String> edited, List<LinkedUnit> standing, Set<String> late) {

    /** How many files, each counted for each unit that runs it, are walked for a quick answer. */
    private static final int MOST_FILES = 400;

    /** Whether all that edited files may concern can be told from what units run and are said by. */
    static boolean isKnown(List<LinkedUnit> units, Set<String> edited) {
        Set<String> unknown = new HashSet<>(edited);
        for (LinkedUnit unit : units) {
            unknown.remove(unit.unit().place().file());
            unit.files().forEach(file -> unknown.remove(file.file()));
        }
        return unknown.isEmpty();
    }

    static Concern of(List<LinkedUnit> units, Set<String> edited) {
        Map<String, List<LinkedUnit>> byName = new LinkedHashMap<>();
        units.forEach(
                unit -> byName.computeIfAbsent(name(unit), name -> new ArrayList<>()).add(unit));
        List<List<LinkedUnit>> concerned =
                byName.values().stream()
                        .filter(same -> same.stream().anyMatch(unit -> runs(unit, edited)))
                        .sorted(
                                Comparator.comparing(
                                                (List<LinkedUnit> same) ->
                                                        !isHandledIn(same, edited))
                                        .thenComparing(Concern::size))
                        .toList();
        Set<String> hosts = new HashSet<>();
        Set<String> first = new LinkedHashSet<>();
        int files = 0;
        for (List<LinkedUnit> same : concerned) {
            files += size(same);
            boolean another = hosts.add(same.get(0).unit().host());
            if (another || isHandledIn(same, edited) || files <= MOST_FILES) {
                first.add(name(same.get(0)));
            }
        }
        return new Concern(
                edited,
                units.stream().filter(unit -> !first.contains(name(unit))).toList(),
                names(concerned.stream().flatMap(List::stream)).stream()
                        .filter(name -> !first.contains(name))
                        .collect(Collectors.toSet()));
    }

    private static boolean runs(LinkedUnit unit, Set<String> edited) {
        return unit.files().stream().anyMatch(file -> edited.contains(file.file()));
    }

    private static boolean isHandledIn(List<LinkedUnit> units, Set<String> edited) {
        return units.stream()
                .flatMap(unit -> BoundUnit.handlers(unit.entry()).stream())
                .anyMatch(root -> edited.contains(root.function().file().file()));
    }

    private static int size(Collection<LinkedUnit> units) {
        return units.stream().mapToInt(unit -> unit.files().size()).sum();
    }

    /**
     * Whether findings tell the units that stand from those that were linked anew, by name and host.
     *
     * @param now all units
     */
    boolean isTold(List<LinkedUnit> now) {
        return Collections.disjoint(
                names(now.stream().filter(isStanding())),
                names(now.stream().filter(isStanding().negate())));
    }

    /**
     * The earlier findings that hold still.
     *
     * @param now all units
     */
    Stream<Finding> holding(List<Finding> earlier, List<LinkedUnit> now) {
        Set<String> stillThere = names(now.stream().filter(isStanding()));
        return earlier.stream()
                .filter(finding -> stillThere.contains(name(finding)))
                .filter(finding -> !late.contains(name(finding)) || !touchesEdited(finding));
    }

    private boolean touchesEdited(Finding finding) {
        return Stream.of(finding.way(), finding.related())
                        .flatMap(List::stream)
                        .anyMatch(step -> edited.contains(step.place().file()))
                || edited.contains(finding.code().file());
    }

    private static String name(Finding finding) {
        return finding.unit() + " on " + finding.host();
    }

    private static String name(LinkedUnit unit) {
        return unit.unit().name() + " on " + unit.unit().host();
    }

    private static Set<String> names(Stream<LinkedUnit> units) {
        return units.map(Concern::name).collect(Collectors.toSet());
    }

    private Predicate<LinkedUnit> isStanding() {
        Set<LinkedUnit> same = Collections.newSetFromMap(new IdentityHashMap<>());
        same.addAll(standing);
        return same::contains;
    }
}
