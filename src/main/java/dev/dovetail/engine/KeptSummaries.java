package dev.dovetail.engine;

import dev.dovetail.cache.Build;
import dev.dovetail.cache.Cache;
import dev.dovetail.cache.CacheFolder;
import dev.dovetail.cache.Digest;
import dev.dovetail.source.Language;
import dev.dovetail.source.SourceReader;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.source.binary.SummaryReader;
import dev.dovetail.source.binary.SummaryWriter;
import dev.dovetail.workspace.Notification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The summaries of a workspace's files that earlier runs made, and those that this one makes.
 *
 * <p>A summary depends on the file's path and text alone, and is kept under a digest of both. Those of
 * a workspace lie together, so that a run opens one file. Many threads may ask at once.
 */
public final class KeptSummaries {

    private static final String KIND = "summaries";
    private static final Cache.Bounds BOUNDS = new Cache.Bounds(64 << 20, 64, 256L << 20);

    /**
     * Characters of source that are worth writing the whole anew; less is summarized again in the time
     * that a process takes to start.
     */
    private static final long WORTH_KEEPING = 128 << 10;

    private final Optional<Cache> cache;
    private final byte[] key;
    private final Path folder;
    private final Path root;
    private final Map<String, byte[]> used = new ConcurrentHashMap<>();
    private final Map<String, SourceSummary> made = new ConcurrentHashMap<>();
    private final AtomicLong madeFrom = new AtomicLong();
    private @Nullable Map<String, byte[]> before;
    private volatile boolean dependOnTime;

    private KeptSummaries(Path folder, Path root, Optional<String> build) {
        this.folder = folder;
        this.root = root;
        this.cache = build.map(id -> new Cache(folder, KIND, BOUNDS));
        this.key = (build.orElse("") + "\0" + root).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * What is kept of a workspace.
     *
     * @param folder of the cache
     * @param root of the workspace, without links
     */
    public static KeptSummaries in(Path folder, Path root) {
        return new KeptSummaries(folder, root, Build.id());
    }

    /** Nothing, and nothing is kept. */
    public static KeptSummaries none() {
        return new KeptSummaries(Path.of(""), Path.of(""), Optional.empty());
    }

    /** A reader that summarizes only what was not summarized before. */
    SourceReader around(SourceReader reader) {
        return cache.isPresent() ? new Remembering(reader) : reader;
    }

    /**
     * Keeps what was made, when it is much, for the next run.
     *
     * @throws IOException when it cannot be written
     */
    public void keep() throws IOException {
        if (cache.isEmpty()
                || madeFrom.get() < WORTH_KEEPING
                || CacheFolder.isWithin(folder, root)) {
            return;
        }
        Map<String, byte[]> all = new HashMap<>(used);
        all.putAll(
                made.entrySet().parallelStream()
                        .collect(
                                Collectors.toConcurrentMap(
                                        Map.Entry::getKey,
                                        each -> SummaryWriter.bytes(each.getValue()))));
        cache.get().write(key, SummaryPack.bytes(all, before()));
    }

    /** Whether a file was given up for the time that it took, so that another run may say more of it. */
    public boolean dependOnTime() {
        return dependOnTime;
    }

    private Map<String, byte[]> before() {
        synchronized (key) {
            Map<String, byte[]> known = before;
            if (known == null) {
                known =
                        cache.flatMap(each -> each.read(key))
                                .map(SummaryPack::entries)
                                .orElse(Map.of());
                before = known;
            }
            return known;
        }
    }

    private final class Remembering implements SourceReader {

        private final SourceReader reader;

        Remembering(SourceReader reader) {
            this.reader = reader;
        }

        @Override
        public Language language() {
            return reader.language();
        }

        @Override
        public boolean reads(String path) {
            return reader.reads(path);
        }

        @Override
        public SourceSummary summarize(String path, String text) {
            String id =
                    new String(
                            new Digest().add(path).add(text).bytes(), StandardCharsets.ISO_8859_1);
            byte[] kept = before().get(id);
            Optional<SourceSummary> known =
                    kept == null ? Optional.empty() : SummaryReader.summary(kept);
            if (kept != null && known.isPresent()) {
                used.put(id, kept);
                return known.get();
            }
            SourceSummary summary = reader.summarize(path, text);
            if (summary.notifications().stream().anyMatch(Notification::dependsOnTime)) {
                dependOnTime = true;
                return summary;
            }
            made.put(id, summary);
            madeFrom.addAndGet(text.length());
            return summary;
        }
    }
}
