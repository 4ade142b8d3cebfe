package dev.dovetail.workspace;

import org.jspecify.annotations.Nullable;

/**
 * A region of a file of the workspace.
 *
 * @param file path relative to the workspace, with {@code /} between its parts
 * @param region where in the file
 */
public record Place(String file, Region region) implements Comparable<Place> {

    /** The beginning of a file, for what concerns the file as a whole. */
    public static Place startOf(String file) {
        return new Place(file, Region.FILE_START);
    }

    // Written out: what the compiler would write
    // is linked at run time, which costs a short process several ms for each type.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Place place
                && place.file.equals(file)
                && place.region.equals(region);
    }

    @Override
    public int hashCode() {
        return file.hashCode() * 31 + region.hashCode();
    }

    @Override
    public int compareTo(Place other) {
        int byFile = file.compareTo(other.file);
        return byFile != 0 ? byFile : region.compareTo(other.region);
    }

    /** {@code file:line}, as the user reads it. */
    @Override
    public String toString() {
        return file + ":" + region.startLine();
    }
}
