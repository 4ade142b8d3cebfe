package dev.dovetail.report;

import dev.dovetail.judge.Finding;
import dev.dovetail.knowledge.Knowledge;
import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.Workspace;
import java.util.List;

/**
 * What one check found.
 *
 * @param findings in the order of {@code (code place, rule, unit)}, discharged ones included only when
 *     they were asked for
 * @param notifications what could not be read, in path order
 * @param unitCount how many deployment units were judged
 * @param fileCount how many source files were read
 * @param workspace for the lines of code shown
 */
public record Report(
        List<Finding> findings,
        List<Notification> notifications,
        int unitCount,
        int fileCount,
        Knowledge knowledge,
        Workspace workspace) {

    public Report {
        findings = List.copyOf(findings);
        notifications = List.copyOf(notifications);
    }
}
