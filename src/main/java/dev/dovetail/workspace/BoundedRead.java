package dev.dovetail.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads whole files, up to the limit on their size. */
final class BoundedRead {

    /** A file is longer than {@link Limits#FILE_BYTES}. */
    static final class TooLarge extends IOException {
        TooLarge(Path file) {
            super(file + " is longer than " + Limits.FILE_BYTES + " bytes");
        }
    }

    private BoundedRead() {}

    /**
     * The bytes of a file, as many as there are now, whatever its size was said to be.
     *
     * @throws TooLarge when there are more than {@link Limits#FILE_BYTES}
     */
    static byte[] of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(Limits.FILE_BYTES + 1);
            if (bytes.length > Limits.FILE_BYTES) {
                throw new TooLarge(file);
            }
            return bytes;
        }
    }
}
