package dev.dovetail.config;

import dev.dovetail.workspace.Notification;
import java.util.List;
import java.util.Optional;

/**
 * The parsed config documents of a workspace, each read once: YAML, JSON (also with comments) and
 * TOML, within the limits on size, depth and aliases.
 */
public interface Documents {

    /**
     * The documents of a file in order: one for JSON and TOML, any number for YAML. Empty when there
     * is no such file, or it cannot be parsed: why is then among {@link #notifications()}.
     */
    List<ConfigNode> read(String path);

    /**
     * What a source file exports under a name, as far as it is written out: {@code export const
     * config = {…}}. Empty when it exports none.
     */
    default Optional<ConfigNode> exported(String path, String name) {
        return Optional.empty();
    }

    /** The calls and decorators of a source file whose path begins with a module that it imports, in order. */
    default List<SourceCall> calls(String path) {
        return List.of();
    }

    /** The files of the workspace that a source file imports. */
    default List<String> imports(String path) {
        return List.of();
    }

    /** What could not be parsed so far, in path order. */
    List<Notification> notifications();
}
