package dev.dovetail.workspace;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One walk through the folders of a workspace, which collects the paths of the files that count.
 *
 * <p>Links to folders are not followed, so there are no cycles; a link to a file counts when what
 * it leads to is a file of the workspace.
 */
final class Listing extends SimpleFileVisitor<Path> {

    private final Path root;
    private final Consumer<Notification> report;
    private final List<String> files = new ArrayList<>();
    private final Deque<Folder> folders = new ArrayDeque<>();

    /** A folder on the way from the root to where the walk is. */
    private record Folder(String path, @Nullable IgnoreRules rules) {
        String child(String name) {
            return path.isEmpty() ? name : path + "/" + name;
        }
    }

    private Listing(Path root, Consumer<Notification> report) {
        this.root = root;
        this.report = report;
    }

    /**
     * The files beneath {@code root}, in path order.
     *
     * @param root a real path
     * @throws IOException when the root itself cannot be listed
     */
    static List<String> of(Path root, Consumer<Notification> report) throws IOException {
        Listing listing = new Listing(root, report);
        Files.walkFileTree(
                root,
                EnumSet.noneOf(FileVisitOption.class),
                Limits.PATH_DEPTH,
                listing);
        listing.files.sort(null);
        return List.copyOf(listing.files);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        Folder outer = folders.peek();
        if (outer == null) {
            folders.push(new Folder("", rulesOfRoot()));
            return FileVisitResult.CONTINUE;
        }
        String name = folder.getFileName().toString();
        String path = outer.child(name);
        IgnoreRules rules = outer.rules();
        if (SkippedFolders.skips(folder, name)
                || rules != null && rules.ignores(path, true)
                || SkippedFolders.isVirtualEnvironment(folder)) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        folders.push(new Folder(path, rulesIn(folder.resolve(".gitignore"), path, rules)));
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException broken) {
        Folder left = folders.pop();
        if (broken != null) {
            warn(left.path(), "This folder could not be listed to its end.");
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        Folder folder = folders.getFirst();
        String name = file.getFileName().toString();
        String path = folder.child(name);
        IgnoreRules rules = folder.rules();
        if (attributes.isDirectory()) {
            warn(
                    path,
                    "Folders are deeper than %d here; those below are not read."
                            .formatted(Limits.PATH_DEPTH));
            return FileVisitResult.CONTINUE;
        }
        boolean counts =
                attributes.isRegularFile() || attributes.isSymbolicLink() && leadsToOurFile(file);
        if (!counts
                || SkippedFolders.isMinified(name)
                || rules != null && rules.ignores(path, false)) {
            return FileVisitResult.CONTINUE;
        }
        if (files.size() == Limits.FILES) {
            warn(
                    path,
                    "The workspace has more than %d files; this and those after it are not read."
                            .formatted(Limits.FILES));
            return FileVisitResult.TERMINATE;
        }
        files.add(path);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException broken) throws IOException {
        Folder folder = folders.peek();
        if (folder == null) {
            throw broken;
        }
        warn(folder.child(file.getFileName().toString()), "This file or folder cannot be read.");
        return FileVisitResult.CONTINUE;
    }

    private boolean leadsToOurFile(Path link) {
        try {
            Path target = link.toRealPath();
            if (!target.startsWith(root) || !Files.isRegularFile(target)) {
                return false;
            }
            for (Path part : root.relativize(target)) {
                if (part.toString().equals(".git")) {
                    return false;
                }
            }
            return true;
        } catch (IOException dangling) {
            return false;
        }
    }

    private @Nullable IgnoreRules rulesOfRoot() {
        IgnoreRules own = rulesIn(root.resolve(".git/info/exclude"), "", null);
        return rulesIn(root.resolve(".gitignore"), "", own);
    }

    private @Nullable IgnoreRules rulesIn(Path file, String folder, @Nullable IgnoreRules outer) {
        // Git does not follow a linked ignore file either.
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return outer;
        }
        String path = root.relativize(file).toString().replace('\\', '/');
        try {
            String text = DecodedText.of(BoundedRead.of(file), path).text();
            return IgnoreRules.parse(path, folder, text, outer, report);
        } catch (IOException e) {
            warn(path, "This ignore file cannot be read; what it ignores is checked too.");
            return outer;
        }
    }

    private void warn(String path, String message) {
        report.accept(new Notification(Notification.Level.WARNING, message, Place.startOf(path)));
    }
}
