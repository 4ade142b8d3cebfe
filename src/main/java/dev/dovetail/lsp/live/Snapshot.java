package dev.dovetail.lsp.live;

import dev.dovetail.workspace.Workspace;
import java.nio.file.Path;
import java.util.Map;

/**
 * What is known of a folder at one moment.
 *
 * @param root the folder, as the client names it
 * @param workspace the texts that {@code checked} speaks of
 * @param open the files among them that were open, by path
 */
public record Snapshot(
        Path root, Workspace workspace, Map<String, OpenFile> open, Checked checked) {

    public Snapshot {
        open = Map.copyOf(open);
    }

    /** The URI of a file, in the client's spelling where it has it open. */
    public String uri(String file) {
        OpenFile buffer = open.get(file);
        return buffer != null ? buffer.uri() : FileUri.of(root.resolve(file));
    }
}
