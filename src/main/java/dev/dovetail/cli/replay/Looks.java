package dev.dovetail.cli.replay;

import dev.dovetail.cache.Digest;
import dev.dovetail.workspace.DirectoryWorkspace;
import dev.dovetail.workspace.FileContent;
import dev.dovetail.workspace.Notification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the disk answers, as short texts that differ where a run could tell the difference. */
final class Looks {

    private static final String NONE = "none";

    /** Folders of rules are a folder for each kind of rule, with files in it. */
    private static final int DEPTH_OF_RULES = 2;

    private Looks() {}

    static String type(Path path) {
        if (Files.isRegularFile(path)) {
            return "file";
        }
        if (Files.isDirectory(path)) {
            return "folder";
        }
        return Files.exists(path) ? "other" : NONE;
    }

    static String real(Path path) {
        try {
            return path.toRealPath().toString();
        } catch (IOException e) {
            return NONE;
        }
    }

    static String bytes(Path path) {
        try {
            return Digest.of(Files.readAllBytes(path));
        } catch (IOException e) {
            return NONE;
        }
    }

    static String rules(Path folder) {
        Digest digest = new Digest();
        // Links are followed, as they are where the rules are read.
        try (Stream<Path> all =
                Files.walk(folder, DEPTH_OF_RULES, FileVisitOption.FOLLOW_LINKS)) {
            for (Path file : all.sorted().toList()) {
                digest.add(folder.relativize(file).toString());
                if (Files.isRegularFile(file)) {
                    digest.add(Files.readAllBytes(file));
                }
            }
            return digest.hex();
        } catch (NoSuchFileException e) {
            return NONE;
        } catch (IOException | UncheckedIOException e) {
            // What cannot be seen may have changed.
            return "unseen " + System.nanoTime();
        }
    }

    /** The listing alone, of a workspace of which nothing has been read yet. */
    static String listing(DirectoryWorkspace workspace) {
        List<String> parts =
                Stream.of(
                                Stream.of(workspace.root().toString()),
                                workspace.files().stream(),
                                workspace.notifications().stream().map(Notification::toString))
                        .flatMap(each -> each)
                        .toList();
        // No name of a file holds it.
        return Digest.of(String.join("\0", parts).getBytes(StandardCharsets.UTF_8));
    }

    static String content(FileContent content) {
        if (content instanceof FileContent.Bytes found) {
            return Digest.of(found.bytes());
        }
        return content instanceof FileContent.None none ? none.why() : NONE;
    }
}
