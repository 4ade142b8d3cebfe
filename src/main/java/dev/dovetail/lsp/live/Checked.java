package dev.dovetail.lsp.live;

import dev.dovetail.judge.Finding;
import dev.dovetail.knowledge.Knowledge;
import dev.dovetail.workspace.Notification;
import java.util.List;

/**
 * What one analysis said.
 *
 * @param findings those that are to be shown, by code place
 * @param notifications what could not be read, in path order
 * @param units every unit, by place
 * @param knowledge the rules and platforms that it was judged by
 * @param whole false for a quick answer, which looked only at what the edited files concern
 */
public record Checked(
        List<Finding> findings,
        List<Notification> notifications,
        List<BoundUnit> units,
        Knowledge knowledge,
        boolean whole) {

    public Checked {
        findings = List.copyOf(findings);
        notifications = List.copyOf(notifications);
        units = List.copyOf(units);
    }
}
