package dev.dovetail.config;

import dev.dovetail.workspace.PathPatterns;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Region;
import dev.dovetail.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A folder that is uploaded as it lies but for what an ignore file names, in the way of {@code
 * .gitignore}: {@code .vercelignore}, {@code .gcloudignore}, {@code .slugignore}.
 */
public final class IgnoreFile implements PackagedFiles {

    private static final int MOST = 1_000;

    private final String folder;
    private final String file;
    private final List<String> lines;
    private final PathPatterns patterns;

    private IgnoreFile(String folder, String file, String text) {
        this.folder = folder;
        this.file = file;
        // A line that would take too long counts as a comment, so that the others keep their numbers.
        this.lines =
                text.lines()
                        .limit(MOST)
                        .map(line -> PathPatterns.isTooWild(line) ? "#" : line)
                        .toList();
        this.patterns = PathPatterns.of(lines);
    }

    /** The files of a folder that has an ignore file of this name; else they are not known. */
    public static PackagedFiles in(Workspace workspace, String folder, String name) {
        String file = folder.isEmpty() ? name : folder + "/" + name;
        Optional<String> text = workspace.has(file) ? workspace.read(file) : Optional.empty();
        return text.isPresent() ? new IgnoreFile(folder, file, text.get()) : PackagedFiles.UNKNOWN;
    }

    @Override
    public Answer of(String path) {
        if (!Paths.isUnder(path, folder)) {
            return Answer.unknown();
        }
        String within = folder.isEmpty() ? path : path.substring(folder.length() + 1);
        if (!patterns.matches(within)) {
            return new Answer(Kind.HELD, List.of(), Optional.empty());
        }
        for (int i = lines.size() - 1; i >= 0; i--) {
            String line = lines.get(i);
            if (!line.startsWith("!") && PathPatterns.of(List.of(line)).matches(within)) {
                Region region = new Region(i + 1, 1, i + 1, line.length() + 1);
                return Answer.leftOut(Kind.IGNORED, new Place(file, region));
            }
        }
        return Answer.unknown();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IgnoreFile ignore
                && ignore.file.equals(file)
                && ignore.lines.equals(lines);
    }

    @Override
    public int hashCode() {
        return file.hashCode();
    }
}
