package dev.dovetail.report;

import dev.dovetail.judge.Finding;
import dev.dovetail.knowledge.Knowledge;
import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Workspace;
import java.util.List;
import java.util.Optional;

/**
 * What one check found.
 *
 * @param findings in the order of {@code (code place, rule, unit)}, discharged ones included only when
 *     they were asked for
 * @param notifications what could not be read, in path order
 * @param unitCount how many deployment units were judged
 * @param fileCount how many source files were read
 * @param workspace for the lines of code shown
 * @param comparison how it stands to what was known before, when that was asked for
 */
public record Report(
        List<Finding> findings,
        List<Notification> notifications,
        int unitCount,
        int fileCount,
        Knowledge knowledge,
        Workspace workspace,
        Optional<Comparison> comparison) {

    public Report {
        findings = List.copyOf(findings);
        notifications = List.copyOf(notifications);
    }

    /** A report that is compared with nothing. */
    public Report(
            List<Finding> findings,
            List<Notification> notifications,
            int unitCount,
            int fileCount,
            Knowledge knowledge,
            Workspace workspace) {
        this(
                findings,
                notifications,
                unitCount,
                fileCount,
                knowledge,
                workspace,
                Optional.empty());
    }

    /**
     * The part of it that concerns some files: findings with an end or a step in one of them, or in
     * a folder of that name.
     *
     * @param files paths of the workspace; all of it when there are none
     */
    public Report about(List<String> files) {
        return files.isEmpty()
                ? this
                : new Report(
                        findings.stream()
                                .filter(finding -> concerns(finding, files))
                                .toList(),
                        notifications.stream()
                                .filter(each -> isIn(each.place(), files))
                                .toList(),
                        unitCount,
                        fileCount,
                        knowledge,
                        workspace,
                        comparison);
    }

    private static boolean concerns(Finding finding, List<String> files) {
        return isIn(finding.code(), files)
                || finding.config().filter(place -> isIn(place, files)).isPresent()
                || finding.way().stream().anyMatch(step -> isIn(step.place(), files));
    }

    private static boolean isIn(Place place, List<String> files) {
        return files.stream()
                .anyMatch(
                        file ->
                                file.isEmpty()
                                        || place.file().equals(file)
                                        || place.file().startsWith(file + "/"));
    }

    /** The findings to act on. */
    public List<Finding> open() {
        return findings.stream().filter(Finding::isOpen).toList();
    }
}
