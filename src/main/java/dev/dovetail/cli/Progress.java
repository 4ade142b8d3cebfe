package dev.dovetail.cli;

import dev.dovetail.workspace.ObservedWorkspace;
import dev.dovetail.workspace.Workspace;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Says on a terminal how many files of a workspace have been read, once that takes longer than
 * people like to look at nothing.
 */
final class Progress implements ObservedWorkspace.Observer, AutoCloseable {

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

    /** The workspace whose readings are counted. */
    Workspace observed() {
        return new ObservedWorkspace(workspace, this);
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
    public void hasRead(String path, Optional<String> text) {
        read.incrementAndGet();
    }
}
