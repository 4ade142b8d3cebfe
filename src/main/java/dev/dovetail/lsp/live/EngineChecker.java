package dev.dovetail.lsp.live;

import dev.dovetail.engine.Check;
import dev.dovetail.judge.Finding;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The analysis itself, with a memory of the files that it summarized. */
public final class EngineChecker implements Checker {

    private final Decisions decisions;
    private final Supplier<String> today;
    private final SummaryMemory memory = new SummaryMemory();

    /**
     * A checker without memories yet.
     *
     * @param today gives {@code YYYY-MM-DD}
     */
    public EngineChecker(Decisions decisions, Supplier<String> today) {
        this.decisions = decisions;
        this.today = today;
    }

    @Override
    public Checked check(Workspace workspace) {
        Decisions.Decided decided = decisions.now(workspace);
        Check check =
                new Check(
                        workspace,
                        decided.knowledge(),
                        decided.policy(),
                        Runtime.getRuntime().availableProcessors(),
                        memory::around);
        List<LinkedUnit> units = check.link(Optional.empty());
        List<Finding> findings =
                check.judge(today.get()).stream().filter(Finding::isOpen).toList();
        List<Notification> notifications = new ArrayList<>(decided.errors());
        notifications.addAll(check.notifications(every -> true));
        memory.keepOnly(workspace::has);
        return new Checked(
                findings,
                notifications,
                units.stream().map(unit -> new BoundUnit(unit.unit(), unit.entry())).toList(),
                decided.knowledge());
    }
}
