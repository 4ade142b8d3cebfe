package dev.dovetail.lsp.live;

import dev.dovetail.engine.Check;
import dev.dovetail.judge.Finding;
import dev.dovetail.judge.Judge;
import dev.dovetail.judge.contracts.OpenPorts;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The analysis itself, with a memory of the files that it summarized and of the units that it linked.
 *
 * <p>After an edit only units that run the file, or that its config changes, are linked and judged anew;
 * the others' findings stand. That is quick and nearly always the whole truth: what it may miss is what
 * one unit's calls tell of the parameters of code that others share, and what {@link Concern} leaves for
 * later.
 */
public final class EngineChecker implements Checker {

    /**
     * The last answer.
     *
     * @param units every unit as it was linked then
     * @param decided the same while nobody decides otherwise
     */
    private record Known(Checked checked, List<LinkedUnit> units, Decisions.Decided decided) {}

    private final Decisions decisions;
    private final Supplier<String> today;
    private final SummaryMemory memory = new SummaryMemory();
    private @Nullable Known known;

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
    public Checked check(Workspace workspace, Set<String> edited) {
        Decisions.Decided decided = decisions.now(workspace);
        Known before = known;
        Known now =
                before == null
                                || edited.isEmpty()
                                || decided != before.decided()
                                || !Concern.isKnown(before.units(), edited)
                        ? whole(workspace, decided)
                        : quick(workspace, edited, before);
        known = now;
        return now.checked();
    }

    private Known whole(Workspace workspace, Decisions.Decided decided) {
        Check check = check(workspace, decided);
        List<LinkedUnit> units = check.link(Optional.empty());
        List<Finding> findings = open(check);
        List<Notification> notifications = new ArrayList<>(decided.errors());
        notifications.addAll(check.notifications(every -> true));
        memory.keepOnly(workspace::has);
        return new Known(
                new Checked(findings, notifications, bound(units, check), decided.knowledge(), true),
                units,
                decided);
    }

    private Known quick(Workspace workspace, Set<String> edited, Known before) {
        Concern concern = Concern.of(before.units(), edited);
        Check check = check(workspace, before.decided());
        List<LinkedUnit> units = check.link(concern.standing());
        if (!concern.isTold(units)) {
            return whole(workspace, before.decided());
        }
        List<Finding> findings = new ArrayList<>(open(check));
        concern.holding(before.checked().findings(), units).forEach(findings::add);
        findings.sort(Judge.ORDER);
        List<Notification> notifications = new ArrayList<>();
        before.checked().notifications().stream()
                .filter(met -> !edited.contains(met.place().file()))
                .forEach(notifications::add);
        check.notifications(none -> false).stream()
                .filter(met -> edited.contains(met.place().file()))
                .forEach(notifications::add);
        return new Known(
                new Checked(
                        findings,
                        notifications,
                        bound(units, check),
                        before.decided().knowledge(),
                        false),
                units,
                before.decided());
    }

    private Check check(Workspace workspace, Decisions.Decided decided) {
        return new Check(
                workspace,
                decided::knowledge,
                decided.policy(),
                Runtime.getRuntime().availableProcessors(),
                memory::around);
    }

    private List<Finding> open(Check check) {
        return check.judge(today.get()).stream().filter(Finding::isOpen).toList();
    }

    private static List<BoundUnit> bound(List<LinkedUnit> units, Check check) {
        return units.stream()
                .map(unit -> new BoundUnit(unit.unit(), unit.entry(), ports(unit, check)))
                .toList();
    }

    private static List<OpenPorts.OpenPort> ports(LinkedUnit unit, Check check) {
        return BoundUnit.PORTS.stream().anyMatch(name -> unit.unit().setting(name).isPresent())
                ? check.openPorts(unit)
                : List.of();
    }
}
