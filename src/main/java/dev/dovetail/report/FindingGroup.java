package dev.dovetail.report;

import dev.dovetail.judge.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Findings that say the same of one place in code, of several units.
 *
 * @param first the one that is shown in full
 * @param others those of further units
 */
public record FindingGroup(Finding first, List<Finding> others) {

    private static final int MOST_NAMED = 5;

    public FindingGroup {
        others = List.copyOf(others);
    }

    /** Groups in the order of their first findings. */
    public static List<FindingGroup> of(List<Finding> findings) {
        Map<List<Object>, List<Finding>> groups = new LinkedHashMap<>();
        for (Finding finding : findings) {
            List<Object> key =
                    List.of(
                            finding.rule(),
                            finding.level(),
                            finding.code(),
                            finding.host(),
                            finding.fix(),
                            finding.evidence(),
                            finding.discharge(),
                            finding.suppression());
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(finding);
        }
        return groups.values().stream()
                .map(group -> new FindingGroup(group.get(0), group.subList(1, group.size())))
                .toList();
    }

    /** Groups by level, the most severe first, and then in the order of their first findings. */
    static List<FindingGroup> worstFirst(List<Finding> findings) {
        return of(findings).stream()
                .sorted((one, other) -> one.first().level().compareTo(other.first().level()))
                .toList();
    }

    /** The further units, the first few by name: {@code a, b and 3 more}. */
    public String otherUnits() {
        String named =
                others.stream()
                        .limit(MOST_NAMED)
                        .map(Finding::unit)
                        .distinct()
                        .collect(Collectors.joining(", "));
        int more = others.size() - MOST_NAMED;
        return more > 0 ? named + " and " + more + " more" : named;
    }
}
