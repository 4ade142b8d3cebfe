package dev.dovetail.lsp.live;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The files that are open in the editor, by the client's URI. */
public final class OpenFiles {

    private final Map<String, OpenFile> byUri = new ConcurrentHashMap<>();

    /** The file of this URI. */
    public Optional<OpenFile> get(String uri) {
        return Optional.ofNullable(byUri.get(uri));
    }

    /** Opens a file, or sets what it holds. */
    public void put(OpenFile file) {
        byUri.put(file.uri(), file);
    }

    /** What is on disk counts again. */
    public void close(String uri) {
        byUri.remove(uri);
    }

    /** All of them as they are now. */
    public Collection<OpenFile> all() {
        return List.copyOf(byUri.values());
    }
}
