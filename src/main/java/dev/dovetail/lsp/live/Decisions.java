package dev.dovetail.lsp.live;

import dev.dovetail.knowledge.Knowledge;
import dev.dovetail.policy.Policy;
import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.Workspace;
import java.util.List;

/** What the users of a folder decided about findings; asked before each analysis, and may have changed. */
public interface Decisions {

    /** The decisions as the files say them now, or as they last made sense. */
    Decided now(Workspace workspace);

    /**
     * Decisions.
     *
     * @param knowledge the built-in rules, and the users' own
     * @param errors what is wrong with the files that say so
     */
    record Decided(Policy policy, Knowledge knowledge, List<Notification> errors) {
        public Decided {
            errors = List.copyOf(errors);
        }
    }
}
