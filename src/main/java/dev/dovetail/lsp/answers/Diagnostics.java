package dev.dovetail.lsp.answers;

import dev.dovetail.judge.Finding;
import dev.dovetail.knowledge.Level;
import dev.dovetail.lsp.live.Snapshot;
import dev.dovetail.report.FindingGroup;
import dev.dovetail.report.RulePage;
import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticCodeDescription;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;

/**
 * Findings and notifications as diagnostics. A finding has one at each of its ends, which leads to the
 * other: so it is seen in whichever file is being written.
 */
public final class Diagnostics {

    /** Who says so. */
    public static final String SOURCE = "dovetail";

    /** More places than anyone follows from one diagnostic. */
    private static final int MOST_RELATED = 30;

    private final Ranges ranges;
    private final Map<String, List<Diagnostic>> byFile = new TreeMap<>();

    private Diagnostics(Snapshot snapshot) {
        this.ranges = new Ranges(snapshot);
    }

    /** All diagnostics, by path of the file that each stands in. */
    public static Map<String, List<Diagnostic>> of(Snapshot snapshot) {
        Diagnostics diagnostics = new Diagnostics(snapshot);
        List<Finding> findings = snapshot.checked().findings();
        FindingGroup.of(findings).forEach(diagnostics::addCodeEnd);
        byConfigEnd(findings).forEach(diagnostics::addConfigEnd);
        snapshot.checked().notifications().forEach(diagnostics::add);
        return diagnostics.byFile;
    }

    private void addCodeEnd(FindingGroup group) {
        Finding finding = group.first();
        Set<Finding.Step> related = new LinkedHashSet<>();
        finding.config().ifPresent(place -> related.add(configEnd(finding, place)));
        related.addAll(finding.way());
        related.addAll(finding.related());
        String also = group.others().isEmpty() ? "" : " Also " + group.otherUnits() + ".";
        add(finding, finding.code(), also, related);
    }

    /**
     * Findings of several places in code that one line of a unit's config has in common: it is told
     * once, in the first's words. A finding whose ends are in one file is told at the first alone.
     */
    private static Collection<List<Finding>> byConfigEnd(List<Finding> findings) {
        Map<List<Object>, List<Finding>> groups = new LinkedHashMap<>();
        for (Finding finding : findings) {
            finding.config()
                    .filter(place -> !place.file().equals(finding.code().file()))
                    .ifPresent(
                            place ->
                                    groups.computeIfAbsent(
                                                    List.of(
                                                            place,
                                                            finding.rule(),
                                                            finding.level(),
                                                            finding.unit(),
                                                            finding.host()),
                                                    key -> new ArrayList<>())
                                            .add(finding));
        }
        return groups.values();
    }

    private void addConfigEnd(List<Finding> findings) {
        Finding finding = findings.get(0);
        Set<Finding.Step> related = new LinkedHashSet<>();
        findings.forEach(
                each -> related.add(new Finding.Step(each.code(), each.codeLabel())));
        if (findings.size() == 1) {
            related.addAll(finding.way());
            related.addAll(finding.related());
        }
        int others = findings.size() - 1;
        String also =
                others == 0 ? "" : " And %d more place%s.".formatted(others, others == 1 ? "" : "s");
        finding.config().ifPresent(place -> add(finding, place, also, related));
    }

    private static Finding.Step configEnd(Finding finding, Place place) {
        return new Finding.Step(place, finding.configLabel());
    }

    private void add(Finding finding, Place place, String also, Set<Finding.Step> related) {
        String fix = finding.fix().isBlank() ? "" : "\n" + finding.fix().strip();
        Diagnostic diagnostic =
                new Diagnostic(
                        ranges.of(place),
                        finding.message().strip() + also + fix,
                        severity(finding.level()),
                        SOURCE,
                        finding.rule());
        diagnostic.setCodeDescription(
                new DiagnosticCodeDescription(RulePage.url(finding.rule())));
        diagnostic.setRelatedInformation(
                related.stream()
                        .filter(step -> !step.place().equals(place))
                        .limit(MOST_RELATED)
                        .map(
                                step ->
                                        new DiagnosticRelatedInformation(
                                                ranges.location(step.place()),
                                                label(step, finding)))
                        .toList());
        byFile.computeIfAbsent(place.file(), file -> new ArrayList<>()).add(diagnostic);
    }

    private static String label(Finding.Step step, Finding finding) {
        if (!step.label().isBlank()) {
            return step.label();
        }
        return step.place().equals(finding.code())
                ? finding.message().strip()
                : "on the way from config to code";
    }

    private void add(Notification notification) {
        byFile.computeIfAbsent(notification.place().file(), file -> new ArrayList<>())
                .add(
                        new Diagnostic(
                                ranges.of(notification.place()),
                                notification.message(),
                                severity(notification.level()),
                                SOURCE));
    }

    private static DiagnosticSeverity severity(Level level) {
        return switch (level) {
            case ERROR -> DiagnosticSeverity.Error;
            case WARNING -> DiagnosticSeverity.Warning;
            case NOTE -> DiagnosticSeverity.Information;
        };
    }

    /** One step milder than a finding: what is not read need not be wrong. */
    private static DiagnosticSeverity severity(Notification.Level level) {
        return switch (level) {
            case ERROR -> DiagnosticSeverity.Warning;
            case WARNING -> DiagnosticSeverity.Information;
            case REMARK -> DiagnosticSeverity.Hint;
        };
    }
}
