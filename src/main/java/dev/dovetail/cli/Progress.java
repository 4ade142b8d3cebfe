package dev.dovetail.cli;

import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.Workspace;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A workspace that says on a terminal how many of its files have been read, once that takes longer
 * than people like to look at nothing.
 */
final class Progress implements Workspace, AutoCloseable {

    private static final long PATIENCE_MS = 700;
    private static final long STEP_MS = 150;

    private final Workspace workspace;
    private final PrintStream err;
    private final AtomicInteger read = new AtomicInteger();
    private final Thread ticker;

    /** Begins to wait. */
    Progress(Workspace workspace, PrintStream err) {
        this.workspace = workspace;
        this.err = err;
        this.ticker = new Thread(this::tick, "progress");
        ticker.setDaemon(true);
        ticker.start();
    }

    private void tick() {
        boolean shown = false;
        try {
            Thread.sleep(PATIENCE_MS);
            while (true) {
                err.print(
                        "\rdovetail: %,d of %,d files read "
                                .formatted(read.get(), workspace.files().size()));
                err.flush();
                shown = true;
                Thread.sleep(STEP_MS);
            }
        } catch (InterruptedException done) {
            if (shown) {
                // Takes the line away again.
                err.print("\r\u001B[K");
                err.flush();
            }
        }
    }

    /** Takes the line away, so that nothing is left of it in front of a report. */
    @Override
    public void close() {
        ticker.interrupt();
        try {
            ticker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Optional<String> read(String path) {
        read.incrementAndGet();
        return workspace.read(path);
    }

    @Override
    public List<String> files() {
        return workspace.files();
    }

    @Override
    public boolean has(String path) {
        return workspace.has(path);
    }

    @Override
    public boolean hasFolder(String path) {
        return workspace.hasFolder(path);
    }

    @Override
    public List<String> filesUnder(String path) {
        return workspace.filesUnder(path);
    }

    @Override
    public List<Notification> notifications() {
        return workspace.notifications();
    }
}
