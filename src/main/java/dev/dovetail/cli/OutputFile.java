package dev.dovetail.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** A file that is written aside and then moved, so that no reader meets half of it. */
final class OutputFile {

    /** What writes the content. */
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    private OutputFile() {}

    /**
     * Writes {@code file}, or leaves what was there before.
     *
     * @throws UsageException when its folder does not exist
     */
    static void write(Path file, Content content) throws IOException {
        Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file.toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new UsageException("There is no folder '%s' to write to.".formatted(folder));
        }
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            // A pipe or /dev/stdout is written to as it stands.
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
                content.write(out);
            }
            return;
        }
        Path aside = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID());
        writeAside(aside, target, content);
    }

    /**
     * Writes {@code aside} and moves it to {@code target}; nothing is left of it when writing fails
     * or the process is told to end half-way.
     */
    static void writeAside(Path aside, Path target, Content content) throws IOException {
        Leftover leftover = new Leftover(aside);
        Thread whenEnded = new Thread(leftover::remove, "removes " + aside.getFileName());
        try {
            Runtime.getRuntime().addShutdownHook(whenEnded);
        } catch (IllegalStateException e) {
            throw new IOException("The process is being ended.", e);
        }
        try {
            try (OutputStream out = new BufferedOutputStream(leftover.open())) {
                content.write(out);
            }
            move(aside, target);
        } finally {
            leftover.remove();
            forget(whenEnded);
        }
    }

    private static void forget(Thread whenEnded) {
        try {
            Runtime.getRuntime().removeShutdownHook(whenEnded);
        } catch (IllegalStateException e) {
            // It is running already, and has nothing left to remove.
        }
    }

    private static void move(Path aside, Path target) throws IOException {
        try {
            Files.move(
                    aside,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(aside, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The file beside the target, which two threads may want to be rid of. */
    private static final class Leftover {

        private final Path file;
        private boolean made;
        private boolean removed;

        Leftover(Path file) {
            this.file = file;
        }

        /**
         * Makes the file. Whoever may write to the folder could have laid a link under its name, to
         * have another file overwritten: what is there already is neither followed nor touched.
         */
        synchronized OutputStream open() throws IOException {
            if (removed) {
                throw new IOException("The process is being ended.");
            }
            OutputStream out =
                    Files.newOutputStream(
                            file,
                            StandardOpenOption.CREATE_NEW,
                            StandardOpenOption.WRITE,
                            LinkOption.NOFOLLOW_LINKS);
            made = true;
            return out;
        }

        /** Removes it if it was made here and is still there; it is not made after that. */
        synchronized void remove() {
            removed = true;
            if (made) {
                made = false;
                try {
                    Files.deleteIfExists(file);
                } catch (IOException e) {
                    // Why writing failed says more than why its rest cannot be removed.
                }
            }
        }
    }
}
