package dev.dovetail.config;

import dev.dovetail.workspace.Notification;
import java.util.List;

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

    /** What could not be parsed so far, in path order. */
    List<Notification> notifications();
}
