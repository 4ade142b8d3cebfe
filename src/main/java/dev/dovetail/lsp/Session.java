package dev.dovetail.lsp;

import dev.dovetail.lsp.live.Checker;
import dev.dovetail.lsp.live.FileUri;
import dev.dovetail.lsp.live.LiveFolder;
import dev.dovetail.lsp.live.OpenFile;
import dev.dovetail.lsp.live.OpenFiles;
import dev.dovetail.lsp.live.Snapshot;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import org.eclipse.lsp4j.WorkspaceFolder;

/** One client's folders and open files, from {@code initialize} to {@code shutdown}. */
final class Session implements LiveFolder.Listener {

    /** Long enough for the next key to be hit, short enough not to be noticed. */
    private static final Duration QUIET = Duration.ofMillis(100);

    /** Room for the deepest code that the parsers take. */
    private static final long STACK = 64L << 20;

    private final Client client;
    private final Function<Path, Checker> checkers;
    private final OpenFiles openFiles = new OpenFiles();
    private final Publisher publisher;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    work -> {
                        Thread analysis = new Thread(null, work, "analysis", STACK);
                        analysis.setDaemon(true);
                        return analysis;
                    });
    private final Map<Path, LiveFolder> folders = new LinkedHashMap<>();
    private final Map<LiveFolder, Progress> progress = new ConcurrentHashMap<>();

    Session(Client client, Function<Path, Checker> checkers) {
        this.client = client;
        this.checkers = checkers;
        this.publisher = new Publisher(client::publish);
    }

    Client client() {
        return client;
    }

    OpenFiles openFiles() {
        return openFiles;
    }

    /** Analyses a folder from now on. Those that are not on this machine's disks are left alone. */
    synchronized void add(WorkspaceFolder added) {
        FileUri.path(added.getUri())
                .filter(root -> !folders.containsKey(root))
                .ifPresent(
                        root -> {
                            LiveFolder folder =
                                    new LiveFolder(
                                            root,
                                            openFiles,
                                            checkers.apply(root),
                                            thread,
                                            QUIET,
                                            this);
                            folders.put(root, folder);
                            folder.changed(Duration.ZERO);
                        });
    }

    /** Says no more of a folder, and takes back what was said. */
    synchronized void remove(WorkspaceFolder removed) {
        FileUri.path(removed.getUri())
                .map(folders::remove)
                .ifPresent(
                        folder -> {
                            folder.close();
                            thread.execute(() -> publisher.forget(folder));
                        });
    }

    /** The folders that a file lies in. */
    synchronized List<LiveFolder> foldersOf(String uri) {
        return folders.values().stream().filter(each -> each.path(uri).isPresent()).toList();
    }

    /** Files came, went or changed on disk. */
    void changedOnDisk(List<String> uris) {
        uris.stream()
                .flatMap(uri -> foldersOf(uri).stream())
                .distinct()
                .forEach(folder -> folder.changed(QUIET));
    }

    /** What an open file holds changed. */
    void edited(OpenFile file) {
        openFiles.put(file);
        foldersOf(file.uri()).forEach(LiveFolder::edited);
    }

    void closed(String uri) {
        openFiles
                .get(uri)
                .ifPresent(
                        file -> {
                            openFiles.close(uri);
                            publisher.closed(file);
                            changedOnDisk(List.of(uri));
                        });
    }

    /** A question about one file. */
    interface Question<T> {
        List<? extends T> ask(Snapshot snapshot, String path);
    }

    /** What all folders of a file answer, once all changes so far were looked at. */
    <T> CompletableFuture<List<T>> ask(String uri, Question<T> question) {
        CompletableFuture<List<T>> all = CompletableFuture.completedFuture(List.of());
        for (LiveFolder folder : foldersOf(uri)) {
            String path = folder.path(uri).orElseThrow();
            CompletableFuture<List<T>> answers =
                    folder.settled()
                            .thenApply(snapshot -> List.<T>copyOf(question.ask(snapshot, path)))
                            .exceptionally(nothingKnown -> List.of());
            all = all.thenCombine(answers, Session::joined);
        }
        return all;
    }

    private static <T> List<T> joined(List<T> some, List<T> others) {
        List<T> both = new ArrayList<>(some);
        others.stream().filter(other -> !both.contains(other)).forEach(both::add);
        return both;
    }

    synchronized void close() {
        folders.values().forEach(LiveFolder::close);
        folders.clear();
        thread.shutdownNow();
    }

    @Override
    public void begins(LiveFolder folder, boolean first) {
        if (first && !progress.containsKey(folder)) {
            String token = "dovetail-" + System.identityHashCode(folder);
            Progress.begin(client, token, "Dovetail reads " + folder.root().getFileName())
                    .ifPresent(begun -> progress.put(folder, begun));
        }
    }

    @Override
    public void ends(LiveFolder folder, Snapshot snapshot) {
        publisher.publish(folder, snapshot);
        int units = snapshot.checked().units().size();
        endProgress(folder, units == 1 ? "1 unit" : units + " units");
        client.refreshLenses();
    }

    @Override
    public void breaks(LiveFolder folder, Throwable why) {
        endProgress(folder, "failed");
        client.logMistake("Dovetail could not analyse " + folder.root() + ".", why);
    }

    private void endProgress(LiveFolder folder, String message) {
        Progress begun = progress.remove(folder);
        if (begun != null) {
            begun.end(message);
        }
    }
}
