package dev.dovetail.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

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
        Path aside =
                folder.resolve("." + target.getFileName() + "." + ProcessHandle.current().pid());
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(aside))) {
                content.write(out);
            }
            move(aside, target);
        } finally {
            Files.deleteIfExists(aside);
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
}
