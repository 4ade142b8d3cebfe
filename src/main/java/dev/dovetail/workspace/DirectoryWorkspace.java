package dev.dovetail.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * A folder on disk as a workspace. Files are listed once, when it is opened, and read when they are
 * asked for; many threads may read at once.
 */
public final class DirectoryWorkspace implements Workspace {

    private final Path root;
    private final FileTree tree;
    private final Set<Notification> notifications = new ConcurrentSkipListSet<>();

    private final FileContent.Observer observer;

    private DirectoryWorkspace(Path root, FileContent.Observer observer) throws IOException {
        this.root = root;
        this.observer = observer;
        this.tree = new FileTree(Listing.of(root, notifications::add));
    }

    /**
     * Lists the files beneath {@code folder}.
     *
     * @throws IOException when there is no such folder or it cannot be listed
     */
    public static DirectoryWorkspace open(Path folder) throws IOException {
        return open(folder, (path, content) -> {});
    }

    /** As {@link #open(Path)}, with somebody who is told what each file holds. */
    public static DirectoryWorkspace open(Path folder, FileContent.Observer observer)
            throws IOException {
        return new DirectoryWorkspace(folder.toRealPath(), observer);
    }

    /** The folder on disk, without links. */
    public Path root() {
        return root;
    }

    /** The files as they were listed. */
    public FileTree tree() {
        return tree;
    }

    @Override
    public List<String> files() {
        return tree.files();
    }

    @Override
    public boolean has(String path) {
        return tree.has(path);
    }

    @Override
    public boolean hasFolder(String path) {
        return tree.hasFolder(path);
    }

    @Override
    public List<String> filesUnder(String path) {
        return tree.filesUnder(path);
    }

    @Override
    public OptionalLong size(String path) {
        if (!has(path)) {
            return OptionalLong.empty();
        }
        OptionalLong bytes = measured(path);
        observer.hasMeasured(path, bytes);
        return bytes;
    }

    private OptionalLong measured(String path) {
        try {
            Path file = root.resolve(path).toRealPath();
            boolean there = file.startsWith(root) && Files.isRegularFile(file);
            return there ? OptionalLong.of(Files.size(file)) : OptionalLong.empty();
        } catch (IOException e) {
            // Gone since it was listed.
            return OptionalLong.empty();
        }
    }

    @Override
    public Optional<String> read(String path) {
        if (!has(path)) {
            return Optional.empty();
        }
        FileContent content = content(path);
        observer.hasRead(path, content);
        if (content instanceof FileContent.Bytes found) {
            DecodedText decoded = DecodedText.of(found.bytes(), path);
            decoded.notification().ifPresent(notifications::add);
            return decoded.isBinary() ? Optional.empty() : Optional.of(decoded.text());
        }
        if (content instanceof FileContent.None none) {
            notifications.add(
                    new Notification(
                            Notification.Level.ERROR, none.why(), Place.startOf(path)));
        }
        return Optional.empty();
    }

    /**
     * What a file holds now.
     *
     * @param path one of {@link #files()}
     */
    public FileContent content(String path) {
        try {
            Path file = root.resolve(path).toRealPath();
            // What was a file when it was listed may since have become a link or a pipe.
            if (!file.startsWith(root) || !Files.isRegularFile(file)) {
                return new FileContent.None(
                        "This is no file of the workspace any more; it was not analysed.");
            }
            return new FileContent.Bytes(BoundedRead.of(file));
        } catch (BoundedRead.TooLarge e) {
            return new FileContent.None(
                    "This file is longer than %d MiB; it was not analysed."
                            .formatted(Limits.FILE_BYTES / (1024 * 1024)));
        } catch (IOException e) {
            return new FileContent.None("This file cannot be read; it was not analysed.");
        }
    }

    @Override
    public List<Notification> notifications() {
        return List.copyOf(notifications);
    }
}
