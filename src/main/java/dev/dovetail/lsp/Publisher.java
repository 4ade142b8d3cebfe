package dev.dovetail.lsp;

import dev.dovetail.lsp.answers.Diagnostics;
import dev.dovetail.lsp.live.LiveFolder;
import dev.dovetail.lsp.live.OpenFile;
import dev.dovetail.lsp.live.Snapshot;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.PublishDiagnosticsParams;

/**
 * What the client was told of each file. It is told again when that changes, and of open files after
 * each analysis, so that it knows of which version it holds.
 *
 * <p>A file may lie in several folders of the editor, one within another; it is told what all say.
 */
final class Publisher {

    private final Consumer<PublishDiagnosticsParams> client;
    private final Map<LiveFolder, Map<String, List<Diagnostic>>> said = new LinkedHashMap<>();
    private final Map<String, List<Diagnostic>> told = new HashMap<>();

    Publisher(Consumer<PublishDiagnosticsParams> client) {
        this.client = client;
    }

    /** A folder was analysed. */
    synchronized void publish(LiveFolder folder, Snapshot snapshot) {
        Map<String, List<Diagnostic>> now = new TreeMap<>();
        Diagnostics.of(snapshot).forEach((file, all) -> now.put(snapshot.uri(file), all));
        Map<String, List<Diagnostic>> before = said.put(folder, now);
        Map<String, Integer> versions = new HashMap<>();
        snapshot.open().values().forEach(file -> versions.put(file.uri(), file.version()));
        Set<String> concerned = new TreeSet<>(now.keySet());
        concerned.addAll(versions.keySet());
        if (before != null) {
            concerned.addAll(before.keySet());
        }
        concerned.forEach(uri -> tell(uri, Optional.ofNullable(versions.get(uri))));
    }

    /** A folder is no longer one of the editor's. */
    synchronized void forget(LiveFolder folder) {
        Map<String, List<Diagnostic>> before = said.remove(folder);
        if (before != null) {
            before.keySet().forEach(uri -> tell(uri, Optional.empty()));
        }
    }

    /** Clients may drop what they were told of a file that is closed. */
    synchronized void closed(OpenFile file) {
        told.remove(file.uri());
    }

    private void tell(String uri, Optional<Integer> version) {
        List<Diagnostic> all =
                said.values().stream()
                        .flatMap(files -> files.getOrDefault(uri, List.of()).stream())
                        .distinct()
                        .toList();
        List<Diagnostic> before = told.put(uri, all);
        if (version.isPresent()) {
            client.accept(new PublishDiagnosticsParams(uri, all, version.get()));
        } else if (!all.equals(before == null ? List.of() : before)) {
            client.accept(new PublishDiagnosticsParams(uri, all));
        }
        if (all.isEmpty()) {
            told.remove(uri);
        }
    }
}
