package dev.dovetail.cli;

import dev.dovetail.engine.Check;
import dev.dovetail.judge.Finding;
import dev.dovetail.knowledge.InvalidRules;
import dev.dovetail.knowledge.Knowledge;
import dev.dovetail.knowledge.KnowledgeResource;
import dev.dovetail.knowledge.Platform;
import dev.dovetail.knowledge.UserRules;
import dev.dovetail.link.EntryBinding;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.report.Report;
import dev.dovetail.report.UnitDescription;
import dev.dovetail.report.fit.FitReport;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** The analysis, with the knowledge that is built in. */
final class BuiltInEngine implements Engine {

    private final Supplier<String> today;
    private final FutureTask<Knowledge> knowledge = new FutureTask<>(KnowledgeResource::load);

    /**
     * An engine that begins to load its knowledge at once, while arguments are parsed and files are
     * listed.
     *
     * @param today gives {@code YYYY-MM-DD}
     */
    BuiltInEngine(Supplier<String> today) {
        this.today = today;
        Thread loading = new Thread(knowledge, "knowledge");
        loading.setDaemon(true);
        loading.start();
    }

    @Override
    public Knowledge knowledge() {
        try {
            return knowledge.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Knowledge knowledge(Path folder, String shown) throws IOException, InvalidRules {
        return UserRules.load(folder, shown);
    }

    @Override
    public Report check(Workspace workspace, Request request) {
        Check check =
                new Check(
                        workspace,
                        request.knowledge(),
                        request.policy(),
                        request.jobs(),
                        request.summaries());
        List<LinkedUnit> units = check.link(request.platform());
        List<Finding> findings =
                check.judge(today.get()).stream()
                        .filter(finding -> request.wants(finding.rule()))
                        .filter(finding -> request.showDischarged() || !finding.isDischarged())
                        .toList();
        Report report =
                new Report(
                        findings,
                        check.notifications(request::wants),
                        units.size(),
                        check.fileCount(),
                        request.knowledge().get(),
                        workspace);
        return request.baseline()
                .map(known -> known.without(report))
                .orElse(report)
                .about(request.focus());
    }

    @Override
    public List<UnitDescription> units(Workspace workspace, Request request) {
        Check check =
                new Check(
                        workspace,
                        request.knowledge(),
                        request.policy(),
                        request.jobs(),
                        request.summaries());
        List<UnitDescription> described = new ArrayList<>();
        for (LinkedUnit unit : check.link(request.platform())) {
            described.add(
                    new UnitDescription(
                            unit.unit(),
                            unit.files().stream().map(SourceSummary::file).sorted().toList(),
                            unknowns(unit)));
        }
        return described;
    }

    @Override
    public FitReport fit(Workspace workspace, Request request, Set<String> hosts) {
        Check check =
                new Check(workspace, request.knowledge(), request.policy(), request.jobs());
        List<Platform> asked =
                request.knowledge().get().platforms().values().stream()
                        .filter(platform -> platform.kind() == Platform.Kind.HOST)
                        .filter(platform -> hosts.isEmpty() || hosts.contains(platform.id()))
                        .sorted(Comparator.comparing(Platform::name))
                        .toList();
        // What no config aims is linked on some host, and moved to each from there.
        check.link(Optional.of(asked.get(0).id()));
        return new FitReport(
                asked,
                check.fits(asked, today.get()),
                check.notifications(rule -> true),
                check.fileCount(),
                request.knowledge().get(),
                workspace);
    }

    private static List<String> unknowns(LinkedUnit unit) {
        List<String> found = new ArrayList<>();
        if (unit.entry() instanceof EntryBinding.Unknown unknown) {
            found.add("entry point: " + unknown.why());
        } else if (unit.entry() instanceof EntryBinding.Missing missing) {
            found.add("entry point: " + missing.wanted() + " is not there");
        }
        if (!unit.unit().triggersKnown()) {
            found.add("triggers: there may be others than these");
        }
        return found;
    }
}
