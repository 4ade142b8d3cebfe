package dev.dovetail.engine;

import dev.dovetail.judge.Finding;
import dev.dovetail.judge.contracts.OpenPorts;
import dev.dovetail.judge.Fit;
import dev.dovetail.judge.Obstacle;
import dev.dovetail.judge.UnitFits;
import dev.dovetail.knowledge.Knowledge;
import dev.dovetail.knowledge.Platform;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.policy.MarkedTexts;
import dev.dovetail.policy.Policy;
import dev.dovetail.policy.SuppressionComments;
import dev.dovetail.source.SourceReader;
import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.ObservedWorkspace;
import dev.dovetail.workspace.PartOfWorkspace;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** An analysis as the users of its workspace decided: what they exclude, and what they suppress. */
public final class Check {

    private final MarkedTexts marked = new MarkedTexts();
    private final Supplier<Knowledge> knowledge;
    private final Policy policy;
    private final Analysis analysis;
    private Optional<SuppressionComments> comments = Optional.empty();

    /** A check that remembers nothing of another. */
    public Check(Workspace workspace, Supplier<Knowledge> knowledge, Policy policy, int jobs) {
        this(workspace, knowledge, policy, jobs, reader -> reader);
    }

    /**
     * A check; nothing is read yet.
     *
     * @param kept summaries of earlier checks
     */
    public Check(
            Workspace workspace,
            Supplier<Knowledge> knowledge,
            Policy policy,
            int jobs,
            KeptSummaries kept) {
        this(workspace, knowledge, policy, jobs, kept::around);
    }

    /**
     * A check; nothing is read yet.
     *
     * @param jobs files that may be read at once
     * @param remembering gives a reader that may remember what it summarized before
     */
    public Check(
            Workspace workspace,
            Supplier<Knowledge> knowledge,
            Policy policy,
            int jobs,
            UnaryOperator<SourceReader> remembering) {
        this.knowledge = knowledge;
        this.policy = policy;
        this.analysis =
                new Analysis(
                        new ObservedWorkspace(part(workspace, policy), marked),
                        knowledge,
                        policy,
                        jobs,
                        remembering);
    }

    private static Workspace part(Workspace workspace, Policy policy) {
        return policy.excludes()
                ? new PartOfWorkspace(workspace, policy::includes)
                : workspace;
    }

    /** As {@link Analysis#link}. */
    public List<LinkedUnit> link(Optional<String> platform) {
        return analysis.link(platform);
    }

    /** As {@link Analysis#link(Optional, List)}, of a workspace whose config aims its code. */
    public List<LinkedUnit> link(List<LinkedUnit> standing) {
        return analysis.link(Optional.empty(), standing);
    }

    /** As {@link Analysis#judge}, each finding at the level that it has here, suppressed ones too. */
    public List<Finding> judge(String today) {
        List<Finding> judged = analysis.judge(today);
        SuppressionComments met = comments();
        return judged.stream().map(policy::judge).map(met::judge).toList();
    }

    private SuppressionComments comments() {
        SuppressionComments met =
                SuppressionComments.of(marked.byPath(), knowledge.get().ruleIds());
        comments = Optional.of(met);
        return met;
    }

    /**
     * As {@link Analysis#fits}, without what the users do not want to see. A comment that suppresses
     * speaks of the host that config aims the code at, and of no other.
     */
    public List<UnitFits> fits(List<Platform> hosts, String today) {
        List<UnitFits> judged = analysis.fits(hosts, today);
        SuppressionComments met = comments();
        return judged.stream()
                .map(
                        unit ->
                                new UnitFits(
                                        unit.unit(),
                                        unit.fits().stream().map(fit -> wanted(fit, met)).toList()))
                .toList();
    }

    private Fit wanted(Fit fit, SuppressionComments met) {
        List<Obstacle> wanted = new ArrayList<>();
        for (Obstacle obstacle : fit.obstacles()) {
            Finding stands = policy.judge(obstacle.finding());
            Finding finding = fit.isOwn() ? met.judge(stands) : stands;
            if (finding.isOpen()) {
                wanted.add(obstacle.with(finding));
            }
        }
        return new Fit(fit.host(), fit.isOwn(), fit.unknown(), wanted);
    }

    /**
     * As {@link Analysis#notifications}, and what is wrong with comments that suppress.
     *
     * @param wanted rules whose findings were asked for
     */
    public List<Notification> notifications(Predicate<String> wanted) {
        List<Notification> all = new ArrayList<>(analysis.notifications());
        comments.ifPresent(
                met ->
                        all.addAll(
                                met.notifications(
                                        knowledge.get().ruleIds().stream()
                                                .filter(wanted)
                                                .toList())));
        all.sort(null);
        return all;
    }

    /** As {@link Analysis#openPorts}. */
    public List<OpenPorts.OpenPort> openPorts(LinkedUnit unit) {
        return analysis.openPorts(unit);
    }

    /** As {@link Analysis#fileCount}. */
    public int fileCount() {
        return analysis.fileCount();
    }
}
