package dev.dovetail.cli;

import dev.dovetail.engine.KeptSummaries;
import dev.dovetail.knowledge.Knowledge;
import dev.dovetail.policy.Policy;
import dev.dovetail.report.Baseline;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What the user asked for.
 *
 * @param platform id of the host that code without config is taken to run on
 * @param focus paths of the workspace; when there are any, only findings with an end or a step in
 *     one of them are wanted
 * @param select ids of the rules that are wanted; empty for all
 * @param ignore ids of the rules that are not wanted
 * @param showDischarged whether discharged findings are wanted too
 * @param knowledge the built-in rules, and the user's own where there are any
 * @param policy what {@code dovetail.yaml} says
 * @param baseline findings that are known and not wanted
 * @param jobs threads that may work at once, at least one
 * @param summaries of files that were read before
 */
public record Request(
        Optional<String> platform,
        List<String> focus,
        Set<String> select,
        Set<String> ignore,
        boolean showDischarged,
        Supplier<Knowledge> knowledge,
        Policy policy,
        Optional<Baseline> baseline,
        int jobs,
        KeptSummaries summaries) {

    public Request {
        focus = List.copyOf(focus);
        select = Set.copyOf(select);
        ignore = Set.copyOf(ignore);
    }

    /** A request for everything, of a workspace whose users say nothing. */
    public static Request all(Supplier<Knowledge> knowledge, Policy policy) {
        return new Request(
                Optional.empty(),
                List.of(),
                Set.of(),
                Set.of(),
                false,
                knowledge,
                policy,
                Optional.empty(),
                Runtime.getRuntime().availableProcessors(),
                KeptSummaries.none());
    }

    /** The same request with everything that is known left in. */
    public Request withoutBaseline() {
        return new Request(
                platform,
                List.of(),
                select,
                ignore,
                showDischarged,
                knowledge,
                policy,
                Optional.empty(),
                jobs,
                summaries);
    }

    /** The same request without what is known. */
    public Request against(Baseline known) {
        return new Request(
                platform,
                focus,
                select,
                ignore,
                showDischarged,
                knowledge,
                policy,
                Optional.of(known),
                jobs,
                summaries);
    }

    /** The same request, with what is remembered of the workspace. */
    public Request remembering(KeptSummaries kept) {
        return new Request(
                platform,
                focus,
                select,
                ignore,
                showDischarged,
                knowledge,
                policy,
                baseline,
                jobs,
                kept);
    }

    /** Whether findings of a rule are wanted. */
    public boolean wants(String rule) {
        return (select.isEmpty() || select.contains(rule)) && !ignore.contains(rule);
    }
}
