package dev.dovetail.cache;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Entries of one kind, a file each, in a folder that many processes may use at once.
 *
 * <p>An entry is written aside and then moved, so that nobody meets half of it; one that is torn,
 * damaged, or of another key or version is none. When there are too many, those that were used least
 * lately are dropped.
 */
public final class Cache {

    private static final long MAGIC = 0x646F76657461696CL;
    private static final int HEAD = Long.BYTES + Integer.BYTES;

    private final Path folder;
    private final Bounds bounds;

    /**
     * How much is kept.
     *
     * @param entry bytes of the longest entry
     * @param entries the most there may be
     * @param bytes the most all may have together
     */
    public record Bounds(int entry, int entries, long bytes) {}

    /**
     * A cache in a folder, which is made when there is something to keep.
     *
     * @param kind of the entries, and the name of their folder
     */
    public Cache(Path folder, String kind, Bounds bounds) {
        this.folder = folder.resolve(kind);
        this.bounds = bounds;
    }

    /** What was kept under a key. */
    public Optional<byte[]> read(byte[] key) {
        Path file = folder.resolve(name(key));
        try {
            // A longer one is none of ours.
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    || Files.size(file) > HEAD + Integer.BYTES + key.length + (long) bounds.entry()) {
                return Optional.empty();
            }
            return body(Files.readAllBytes(file), key);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> body(byte[] bytes, byte[] key) {
        int start = HEAD + Integer.BYTES + key.length;
        if (bytes.length < start) {
            return Optional.empty();
        }
        ByteBuffer head = ByteBuffer.wrap(bytes);
        boolean ours =
                head.getLong() == MAGIC
                        && head.getInt() == checksum(bytes, HEAD)
                        && head.getInt() == key.length
                        && Arrays.equals(bytes, HEAD + Integer.BYTES, start, key, 0, key.length);
        return ours
                ? Optional.of(Arrays.copyOfRange(bytes, start, bytes.length))
                : Optional.empty();
    }

    /** Says that an entry was of use, so that it is not among the first that are dropped. */
    public void touch(byte[] key) {
        try {
            Files.setLastModifiedTime(
                    folder.resolve(name(key)), FileTime.fromMillis(System.currentTimeMillis()));
        } catch (IOException e) {
            // It was dropped meanwhile, or the folder cannot be written: nobody misses anything.
            return;
        }
    }

    /**
     * Keeps bytes under a key, in place of what was there.
     *
     * @throws IOException when they cannot be written
     */
    public void write(byte[] key, byte[] body) throws IOException {
        if (body.length > bounds.entry()) {
            return;
        }
        makeFolder();
        ByteArrayOutputStream checked = new ByteArrayOutputStream(body.length + key.length + 64);
        try (DataOutputStream out = new DataOutputStream(checked)) {
            out.writeLong(MAGIC);
            out.writeInt(0);
            out.writeInt(key.length);
            out.write(key);
            out.write(body);
        }
        byte[] bytes = checked.toByteArray();
        ByteBuffer.wrap(bytes).putInt(Long.BYTES, checksum(bytes, HEAD));
        String name = name(key);
        Path aside =
                folder.resolve(
                        name + "." + ProcessHandle.current().pid() + "." + System.nanoTime());
        try {
            Files.write(aside, bytes);
            move(aside, folder.resolve(name));
        } finally {
            Files.deleteIfExists(aside);
        }
        dropOldest();
    }

    private void makeFolder() throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        // What is kept says what was printed: for its owner alone.
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
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

    private record Kept(Path file, long used, long size) {}

    private void dropOldest() throws IOException {
        String[] names = folder.toFile().list();
        // As few as this cannot be too large.
        if (names == null || (long) names.length * bounds.entry() <= bounds.bytes()) {
            return;
        }
        List<Kept> kept = new ArrayList<>();
        long bytes = 0;
        for (String name : names) {
            Path file = folder.resolve(name);
            long size = file.toFile().length();
            kept.add(new Kept(file, file.toFile().lastModified(), size));
            bytes += size;
        }
        kept.sort((one, other) -> Long.compare(one.used(), other.used()));
        int left = kept.size();
        for (Kept each : kept) {
            if (left <= bounds.entries() && bytes <= bounds.bytes()) {
                break;
            }
            try {
                Files.deleteIfExists(each.file());
            } catch (FileSystemException e) {
                // Another process reads it, where that keeps it from being deleted; the next run will.
                continue;
            }
            left--;
            bytes -= each.size();
        }
    }

    /** Short; the key itself is in the file. */
    private static String name(byte[] key) {
        return Integer.toHexString(checksum(key, 0)) + "-" + Integer.toHexString(Arrays.hashCode(key));
    }

    private static int checksum(byte[] bytes, int from) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes, from, bytes.length - from);
        return (int) checksum.getValue();
    }
}
