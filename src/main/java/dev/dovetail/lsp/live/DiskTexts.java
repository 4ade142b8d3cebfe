package dev.dovetail.lsp.live;

import dev.dovetail.workspace.DirectoryWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The files of a folder as they were listed once, each read when it is asked for and again when its
 * size or time of change differs.
 */
final class DiskTexts {

    private record Read(long size, FileTime changed, Optional<String> text) {
        boolean isOf(BasicFileAttributes now) {
            return size == now.size() && changed.equals(now.lastModifiedTime());
        }
    }

    private final DirectoryWorkspace folder;
    private final Map<String, Read> read = new ConcurrentHashMap<>();

    DiskTexts(DirectoryWorkspace folder) {
        this.folder = folder;
    }

    /** The same folder, listed again. What was read well before is not read again unless it changed. */
    DiskTexts listedAgain(DirectoryWorkspace now) {
        DiskTexts again = new DiskTexts(now);
        again.read.putAll(read);
        folder.notifications().forEach(met -> again.read.remove(met.place().file()));
        return again;
    }

    DirectoryWorkspace folder() {
        return folder;
    }

    /** The text of a file, as {@link DirectoryWorkspace#read} gives it. */
    Optional<String> text(String path) {
        if (!folder.has(path)) {
            return Optional.empty();
        }
        BasicFileAttributes now = attributes(folder.root().resolve(path));
        Read known = read.get(path);
        if (known != null && now != null && known.isOf(now)) {
            return known.text();
        }
        Optional<String> text = folder.read(path);
        if (now != null) {
            read.put(path, new Read(now.size(), now.lastModifiedTime(), text));
        }
        return text;
    }

    private static @Nullable BasicFileAttributes attributes(Path file) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class);
        } catch (IOException gone) {
            return null;
        }
    }
}
