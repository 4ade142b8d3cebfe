package dev.dovetail.lsp.live;

import dev.dovetail.workspace.Workspace;
import java.util.Set;

/**
 * The analysis of one folder that changes. One is made for each folder and asked again after each
 * change, from one thread at a time, so it may remember what it found out.
 */
public interface Checker {

    /**
     * What there is to say of the folder as it is now.
     *
     * @param workspace throws {@link java.util.concurrent.CancellationException} once the answer is no
     *     longer wanted, which is passed on
     * @param edited the files whose text alone changed since the last answer; empty when anything may
     *     have. Of these, the answer may be a quick one
     */
    Checked check(Workspace workspace, Set<String> edited);
}
