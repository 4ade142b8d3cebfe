package dev.dovetail.report;

import dev.dovetail.judge.Finding;
import dev.dovetail.knowledge.Knowledge;
import dev.dovetail.workspace.Notification;
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

    /** The findings to act on. */
    public List<Finding> open() {
        return findings.stream().filter(Finding::isOpen).toList();
    }
}
