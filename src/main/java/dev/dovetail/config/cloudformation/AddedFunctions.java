package dev.dovetail.config.cloudformation;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Documents;
import dev.dovetail.config.Trigger;
import dev.dovetail.workspace.Place;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the resources of a template do for functions that another tool adds to it: the Serverless
 * Framework's {@code resources} name its functions by the logical ids that it gives them.
 */
public final class AddedFunctions {

    private final Ways ways;
    private final Queues queues;

    /**
     * @param roots documents with a {@code Resources} mapping, at least one
     * @param ids logical ids of the functions
     */
    public AddedFunctions(
            String file,
            List<ConfigNode> roots,
            OuterVariables outer,
            Documents documents,
            Set<String> ids) {
        Parameters parameters = new Parameters(roots.get(0).get("Parameters"), Map.of());
        Template template = new Template(file, roots, parameters, outer);
        this.ways = new Callers(template, documents, ids::contains).ways();
        this.queues = new Queues(template);
    }

    /** The ways in to a function, in the order of their places. */
    public List<Trigger> triggers(String id) {
        return ways.to(id);
    }

    /** Whether nothing calls the function in a way that is not followed. */
    public boolean allKnown(String id) {
        return ways.allKnown(id);
    }

    /** The trigger that a queue is, one of the template when the reference leads to it. */
    public Trigger queue(ConfigNode arn, Place place) {
        return queues.queue(arn, place);
    }
}
