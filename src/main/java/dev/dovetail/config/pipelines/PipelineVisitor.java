package dev.dovetail.config.pipelines;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.commands.SimpleCommand;

/** Is shown what a pipeline does, in the order of its file. */
public interface PipelineVisitor {

    /** A program that a script of the pipeline calls. */
    void call(SimpleCommand call, Scope scope);

    /** Any mapping of the file, which may be a step. */
    default void step(ConfigNode.Mapping step, Scope scope) {}

    /** Whether a script's text is worth reading. */
    default boolean wants(String script) {
        return true;
    }
}
