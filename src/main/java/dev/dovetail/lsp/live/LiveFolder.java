package dev.dovetail.lsp.live;

import dev.dovetail.workspace.DirectoryWorkspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One folder of the editor, which is analysed again after each change, once it has been quiet for a
 * moment. A change calls off the analysis that runs, unless people have waited too long already.
 */
public final class LiveFolder {

    /** Who wants to know. All are called from the thread that analyses. */
    public interface Listener {
        /** An analysis begins; {@code first} of all of this folder. */
        void begins(LiveFolder folder, boolean first);

        /** It ended, and this is what it said. */
        void ends(LiveFolder folder, Snapshot snapshot);

        /** It broke; what was said before still holds as far as it goes. */
        void breaks(LiveFolder folder, Throwable why);
    }

    /** How long an edit may wait for an answer before the analysis is no longer called off. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** How long after a quick answer everything is looked at again. */
    private static final Duration CONFIRM = Duration.ofSeconds(1);

    private final Path root;
    private final OpenFiles openFiles;
    private final Checker checker;
    private final ScheduledExecutorService thread;
    private final Duration quiet;
    private final Listener listener;

    // Guarded by this.
    private boolean listAgain = true;
    private long changes;
    private long waitingSince;
    private @Nullable Future<?> scheduled;
    private @Nullable AtomicBoolean running;
    private CompletableFuture<Snapshot> settled = new CompletableFuture<>();
    private boolean closed;

    /** The folder without links, which some clients resolve in files' names and not in the folder's. */
    private volatile Path realRoot;

    // Of the thread that analyses.
    private @Nullable DiskTexts disk;
    private @Nullable OverlaidWorkspace lastWorkspace;
    private @Nullable Checked last;
    private boolean first = true;

    /**
     * A folder that waits for its first {@link #changed}.
     *
     * @param root absolute, as the client names it
     * @param thread runs one thing at a time, after a delay
     * @param quiet how long after a change the analysis begins
     */
    public LiveFolder(
            Path root,
            OpenFiles openFiles,
            Checker checker,
            ScheduledExecutorService thread,
            Duration quiet,
            Listener listener) {
        this.root = root;
        this.realRoot = root;
        this.openFiles = openFiles;
        this.checker = checker;
        this.thread = thread;
        this.quiet = quiet;
        this.listener = listener;
    }

    public Path root() {
        return root;
    }

    /** The path within this folder of a file that a URI names; empty when it lies elsewhere. */
    public Optional<String> path(String uri) {
        return FileUri.path(uri)
                .flatMap(path -> within(root, path).or(() -> within(realRoot, path)));
    }

    private static Optional<String> within(Path folder, Path path) {
        return path.startsWith(folder) && !path.equals(folder)
                ? Optional.of(folder.relativize(path).toString().replace('\\', '/'))
                : Optional.empty();
    }

    /** Files came, went, or changed on disk: they are listed anew. */
    public synchronized void changed(Duration delay) {
        listAgain = true;
        schedule(delay);
    }

    /** What an open file holds changed. */
    public synchronized void edited() {
        schedule(quiet);
    }

    /** Nothing is analysed any more; what was asked for and not answered is called off. */
    public synchronized void close() {
        closed = true;
        if (scheduled != null) {
            scheduled.cancel(false);
        }
        if (running != null) {
            running.set(true);
        }
        settled.cancel(false);
    }

    /** What is known once all changes so far were looked at. */
    public synchronized CompletableFuture<Snapshot> settled() {
        return settled.copy();
    }

    private void schedule(Duration delay) {
        if (closed) {
            return;
        }
        changes++;
        long now = System.nanoTime();
        if (settled.isDone() || changes == 1) {
            waitingSince = now;
        }
        if (settled.isDone()) {
            settled = new CompletableFuture<>();
        }
        boolean overdue = now - waitingSince > PATIENCE.toNanos();
        if (running != null && !overdue) {
            running.set(true);
        }
        if (scheduled != null) {
            if (overdue && !scheduled.isDone()) {
                return;
            }
            scheduled.cancel(false);
        }
        try {
            scheduled = thread.schedule(() -> run(false), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException shuttingDown) {
            close();
        }
    }

    /**
     * One analysis.
     *
     * @param confirms whether it looks at everything after a quick answer, although nothing changed
     */
    private record Run(
            AtomicBoolean cancelled,
            long changes,
            boolean listAgain,
            boolean confirms) {}

    private synchronized Run begin(boolean confirms) {
        running = new AtomicBoolean(closed);
        Run run = new Run(running, changes, listAgain, confirms);
        listAgain = false;
        return run;
    }

    private synchronized void end(Run run, @Nullable Snapshot snapshot) {
        running = null;
        if (snapshot == null) {
            // It is looked at again by the run that called this one off, or after the next change.
            listAgain |= run.listAgain();
        } else if (run.changes() == changes) {
            settled.complete(snapshot);
            if (!snapshot.checked().whole() && !closed) {
                scheduled =
                        thread.schedule(
                                () -> run(true), CONFIRM.toMillis(), TimeUnit.MILLISECONDS);
            }
        } else {
            waitingSince = System.nanoTime();
        }
    }

    private void run(boolean confirms) {
        Run run = begin(confirms);
        Map<String, OpenFile> open = open();
        Snapshot snapshot = null;
        try {
            listener.begins(this, first);
            snapshot = check(run, open);
            first = false;
            listener.ends(this, snapshot);
        } catch (CancellationException newerChanges) {
            snapshot = null;
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            listener.breaks(this, e);
            snapshot = null;
            settleBroken(e);
        } finally {
            end(run, snapshot);
        }
    }

    private synchronized void settleBroken(Throwable why) {
        settled.completeExceptionally(why);
    }

    private Snapshot check(Run run, Map<String, OpenFile> open) throws IOException {
        if (disk == null || run.listAgain()) {
            DirectoryWorkspace listed = DirectoryWorkspace.open(root);
            realRoot = listed.root();
            disk = disk == null ? new DiskTexts(listed) : disk.listedAgain(listed);
        }
        Map<String, String> texts = new HashMap<>();
        open.forEach((path, file) -> texts.put(path, file.text()));
        OverlaidWorkspace workspace = new OverlaidWorkspace(disk, texts, run.cancelled()::get);
        OverlaidWorkspace shown = lastWorkspace;
        Checked said = last;
        if (shown == null || said == null || run.confirms() || !workspace.hasFilesOf(shown)) {
            said = checker.check(workspace, Set.of());
        } else {
            Set<String> changed = workspace.changedSince(shown);
            if (changed.isEmpty()) {
                // What no reader asked for cannot have changed what they said.
                return new Snapshot(root, shown, open, said);
            }
            said = checker.check(workspace, changed);
            if (!said.whole()) {
                workspace.restsOn(shown);
            }
        }
        workspace.finish();
        shown = workspace;
        last = said;
        lastWorkspace = shown;
        return new Snapshot(root, shown, open, said);
    }

    private Map<String, OpenFile> open() {
        Map<String, OpenFile> open = new HashMap<>();
        for (OpenFile file : openFiles.all()) {
            path(file.uri()).ifPresent(path -> open.put(path, file));
        }
        return open;
    }
}
