package dev.dovetail.cli.replay;

import dev.dovetail.cache.Cache;
import dev.dovetail.cache.CacheFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** One run of a command, which may have been made before. */
public final class Run {

    /** 64 MiB at most; a run of a usual project takes some ten thousand bytes. */
    private static final Cache.Bounds BOUNDS = new Cache.Bounds(12 << 20, 256, 64L << 20);

    private static final String KIND = "runs";

    private final Path folder;
    private final Cache cache;
    private final byte[] key;
    private final Disk disk = Disk.remembering();
    private final Ear ear;

    /**
     * A run.
     *
     * @param folder of the cache
     * @param key everything that the answer depends on and that the disk does not say
     * @param out where the run writes
     * @param err where it writes what is wrong
     */
    public Run(Path folder, byte[] key, PrintStream out, PrintStream err) {
        this.folder = folder;
        this.cache = new Cache(folder, KIND, BOUNDS);
        this.key = key;
        this.ear = new Ear(out, err);
    }

    /** What the same run said before, when it would say the same now. */
    public Optional<Answer> before() {
        Optional<byte[]> kept = cache.read(key);
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        Optional<KeptRun> run = KeptRun.read(kept.get());
        if (run.isEmpty() || !new SameAnswers(run.get().answers()).hold()) {
            return Optional.empty();
        }
        cache.touch(key);
        return Optional.of(run.get().answer());
    }

    /** The disk for the run to look at. */
    public Disk disk() {
        return disk;
    }

    /** The stream for the run to write to. */
    public PrintStream out() {
        return ear.out();
    }

    /** The stream for the run to say on what is wrong. */
    public PrintStream err() {
        return ear.err();
    }

    /**
     * Keeps what the run said.
     *
     * @throws IOException when it cannot be written
     */
    public void keep(int status) throws IOException {
        Optional<Map<Question, String>> answers = disk.answers();
        Optional<Answer> answer = ear.answer(disk.written(), status);
        if (answers.isPresent() && answer.isPresent() && !isInWorkspace(answers.get())) {
            cache.write(key, new KeptRun(answers.get(), answer.get()).bytes());
        }
    }

    /** Whether the cache lies in the workspace, where nothing is ever written. */
    private boolean isInWorkspace(Map<Question, String> answers) throws IOException {
        for (Question question : answers.keySet()) {
            if (question.kind() == Question.Kind.LISTING
                    && CacheFolder.isWithin(folder, Path.of(question.subject()).toRealPath())) {
                return true;
            }
        }
        return false;
    }
}
