package dev.dovetail.lsp.live;

import dev.dovetail.engine.Analysis;
import dev.dovetail.judge.Finding;
import dev.dovetail.knowledge.Knowledge;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.policy.Policy;
import dev.dovetail.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The analysis itself, with a memory of the files that it summarized. */
public final class EngineChecker implements Checker {

    private final Knowledge knowledge;
    private final Supplier<String> today;
    private final SummaryMemory memory = new SummaryMemory();

    /**
     * A checker without memories yet.
     *
     * @param today gives {@code YYYY-MM-DD}
     */
    public EngineChecker(Knowledge knowledge, Supplier<String> today) {
        this.knowledge = knowledge;
        this.today = today;
    }

    @Override
    public Checked check(Workspace workspace) {
        Analysis analysis =
                new Analysis(
                        workspace,
                        knowledge,
                        Policy.NONE,
                        Runtime.getRuntime().availableProcessors(),
                        memory::around);
        List<LinkedUnit> units = analysis.link(Optional.empty());
        List<Finding> findings =
                analysis.judge(today.get()).stream()
                        .filter(Finding::isOpen)
                        .toList();
        memory.keepOnly(workspace::has);
        return new Checked(
                findings,
                analysis.notifications(),
                units.stream().map(unit -> new BoundUnit(unit.unit(), unit.entry())).toList());
    }
}
