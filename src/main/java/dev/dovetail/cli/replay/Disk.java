package dev.dovetail.cli.replay;

import dev.dovetail.cache.Digest;
import dev.dovetail.workspace.DirectoryWorkspace;
import dev.dovetail.workspace.FileContent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The disk as a run sees it: every question that a command asks of it beside those of the readers,
 * and what was answered. Many threads may ask at once.
 */
public final class Disk {

    private final boolean remembers;
    private final Map<Question, String> answers = new ConcurrentHashMap<>();
    private final List<Answer.Written> written = new ArrayList<>();
    private volatile boolean repeatable = true;

    private Disk(boolean remembers) {
        this.remembers = remembers;
    }

    /** A disk that remembers what it answered. */
    static Disk remembering() {
        return new Disk(true);
    }

    /** A disk that remembers nothing. */
    public static Disk forgetful() {
        return new Disk(false);
    }

    /** Says that the run does or sees something that cannot be told by asking again. */
    public void cannotBeRepeated() {
        repeatable = false;
    }

    /** What was asked and answered; empty when that does not say all that the run depends on. */
    Optional<Map<Question, String>> answers() {
        return repeatable ? Optional.of(new TreeMap<>(answers)) : Optional.empty();
    }

    /** Says that a file was written, by the one thread that reports. */
    public void hasWritten(Path file, byte[] bytes) {
        if (remembers) {
            written.add(new Answer.Written(file.toAbsolutePath().toString(), bytes));
        }
    }

    /** The files that were written. */
    List<Answer.Written> written() {
        return List.copyOf(written);
    }

    /** The workspace in a folder. */
    public DirectoryWorkspace workspace(Path folder) throws IOException {
        if (!remembers) {
            return DirectoryWorkspace.open(folder);
        }
        DirectoryWorkspace workspace =
                DirectoryWorkspace.open(
                        folder,
                        new FileContent.Observer() {
                            @Override
                            public void hasRead(String path, FileContent content) {
                                note(Question.Kind.CONTENT, path, () -> Looks.content(content));
                            }

                            @Override
                            public void hasMeasured(String path, OptionalLong bytes) {
                                note(Question.Kind.SIZE, path, bytes::toString);
                            }
                        });
        note(Question.Kind.LISTING, folder, () -> Looks.listing(workspace));
        return workspace;
    }

    /** Whether there is a file, also where a link leads to it. */
    public boolean isFile(Path path) {
        note(Question.Kind.TYPE, path, () -> Looks.type(path));
        return Files.isRegularFile(path);
    }

    /** Whether there is a folder, also where a link leads to it. */
    public boolean isFolder(Path path) {
        note(Question.Kind.TYPE, path, () -> Looks.type(path));
        return Files.isDirectory(path);
    }

    /** Whether there is anything. */
    public boolean exists(Path path) {
        note(Question.Kind.TYPE, path, () -> Looks.type(path));
        return Files.exists(path);
    }

    /** The path without links. */
    public Path real(Path path) throws IOException {
        note(Question.Kind.REAL, path, () -> Looks.real(path));
        return path.toRealPath();
    }

    /**
     * The text of a file.
     *
     * @throws CharacterCodingException when it is not UTF-8
     */
    public String text(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        note(Question.Kind.BYTES, file, () -> Digest.of(bytes));
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    /** Says that somebody reads the rules in a folder, before and after they are read. */
    public void hasRules(Path folder) {
        note(Question.Kind.RULES, folder, () -> Looks.rules(folder));
    }

    private void note(Question.Kind kind, Path subject, Supplier<String> answer) {
        if (remembers) {
            note(kind, subject.toAbsolutePath().toString(), answer);
        }
    }

    private void note(Question.Kind kind, String subject, Supplier<String> answer) {
        String now = answer.get();
        String before = answers.putIfAbsent(new Question(kind, subject), now);
        // It changed while the run looked at it: which of the two the run believed is not known.
        if (before != null && !before.equals(now)) {
            repeatable = false;
        }
    }
}
