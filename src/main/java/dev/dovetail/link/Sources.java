package dev.dovetail.link;

import dev.dovetail.source.SourceReader;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;

/** The source files of a workspace, each summarized when first asked for, and once. */
public final class Sources {

    private final Workspace workspace;
    private final List<SourceReader> readers;
    private final int jobs;
    private final Map<String, Optional<SourceSummary>> summaries = new ConcurrentHashMap<>();

    /**
     * Sources that are read when they are asked for.
     *
     * @param jobs threads that may read at once, at least one
     */
    public Sources(Workspace workspace, List<SourceReader> readers, int jobs) {
        this.workspace = workspace;
        this.readers = List.copyOf(readers);
        this.jobs = jobs;
    }

    public Workspace workspace() {
        return workspace;
    }

    /** The summary of a file; empty when no reader knows its language or it cannot be read. */
    public Optional<SourceSummary> summary(String file) {
        Optional<SourceSummary> known = summaries.get(file);
        if (known != null) {
            return known;
        }
        Optional<SourceSummary> made = summarize(file);
        Optional<SourceSummary> earlier = summaries.putIfAbsent(file, made);
        return earlier != null ? earlier : made;
    }

    /** Whether some reader knows files of this name. */
    public boolean isSource(String file) {
        return readers.stream().anyMatch(reader -> reader.reads(file));
    }

    /** Summarizes files side by side, so that later calls find them ready. */
    public void prepare(Collection<String> files) {
        if (jobs == 1) {
            files.forEach(this::summary);
        } else if (jobs == Runtime.getRuntime().availableProcessors()) {
            files.parallelStream().forEach(this::summary);
        } else {
            // Streams run on the pool that starts them.
            ForkJoinPool pool = new ForkJoinPool(jobs);
            try {
                pool.submit(() -> files.parallelStream().forEach(this::summary)).join();
            } finally {
                pool.shutdown();
            }
        }
    }

    /** How many files were asked for so far. */
    int count() {
        return summaries.size();
    }

    /** All summaries made so far, in path order. */
    public List<SourceSummary> summarized() {
        List<SourceSummary> made = new ArrayList<>();
        new TreeMap<>(summaries).values().forEach(summary -> summary.ifPresent(made::add));
        return made;
    }

    /** What could not be read in the files summarized so far, in path order. */
    public List<Notification> notifications() {
        List<Notification> met = new ArrayList<>();
        summarized().forEach(summary -> met.addAll(summary.notifications()));
        return met;
    }

    private Optional<SourceSummary> summarize(String file) {
        for (SourceReader reader : readers) {
            if (reader.reads(file)) {
                return workspace.read(file).map(text -> reader.summarize(file, text));
            }
        }
        return Optional.empty();
    }
}
