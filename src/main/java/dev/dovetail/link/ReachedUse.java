package dev.dovetail.link;

import dev.dovetail.source.SourceSummary;
import dev.dovetail.source.Use;
import dev.dovetail.workspace.Place;
import java.util.List;

/**
 * A use that a unit reaches.
 *
 * @param step the function it stands in, in one context
 * @param paths API paths of its target, without the final {@code ()}
 * @param certain false when a variable that may be set outside the workspace decides whether it runs
 */
public record ReachedUse(Step step, Use use, List<String> paths, boolean certain) {

    public SourceSummary file() {
        return step.code().file();
    }

    public Place place() {
        return file().place(use.region());
    }
}
