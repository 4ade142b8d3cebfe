package dev.dovetail.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the user asked for.
 *
 * @param platform id of the host that code without config is taken to run on
 * @param focus paths of the workspace; when there are any, only findings with an end or a step in
 *     one of them are wanted
 * @param select ids of the rules that are wanted; empty for all
 * @param ignore ids of the rules that are not wanted
 * @param showDischarged whether discharged findings are wanted too
 * @param jobs threads that may work at once, at least one
 */
public record Request(
        Optional<String> platform,
        List<String> focus,
        Set<String> select,
        Set<String> ignore,
        boolean showDischarged,
        int jobs) {

    public Request {
        focus = List.copyOf(focus);
        select = Set.copyOf(select);
        ignore = Set.copyOf(ignore);
    }

    /** Whether findings of a rule are wanted. */
    public boolean wants(String rule) {
        return (select.isEmpty() || select.contains(rule)) && !ignore.contains(rule);
    }
}
