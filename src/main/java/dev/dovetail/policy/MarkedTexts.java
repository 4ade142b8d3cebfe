package dev.dovetail.policy;

import dev.dovetail.workspace.ObservedWorkspace;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The texts in which somebody suppresses findings, kept as they are read: so that comments count in
 * what was analysed and nowhere else, and nothing is read twice.
 */
public final class MarkedTexts implements ObservedWorkspace.Observer {

    private final Map<String, String> marked = new ConcurrentHashMap<>();

    @Override
    public void hasRead(String path, Optional<String> text) {
        if (text.isPresent() && text.get().contains(SuppressionComments.MARK)) {
            marked.put(path, text.get());
        }
    }

    /** Those read so far, in path order. */
    public Map<String, String> byPath() {
        return new TreeMap<>(marked);
    }
}
