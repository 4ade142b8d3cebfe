package dev.dovetail.judge;

import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Region;
import java.util.List;
import java.util.Optional;

/**
 * A change of files that mends a finding for certain.
 *
 * @param description what it does, as an order: {@code Listen on 0.0.0.0}
 * @param edits in one file or several; none overlaps another
 * @param safe whether nothing that works now can stop to work by it, so that it is made without
 *     asking
 */
public record Fix(String description, List<Edit> edits, boolean safe) {

    public Fix {
        edits = List.copyOf(edits);
    }

    /** A safe fix of one edit. */
    public static Fix of(String description, Place place, String text) {
        return new Fix(description, List.of(new Edit(place, text)), true);
    }

    /** A fix of one edit that somebody should look at. */
    public static Fix unsafe(String description, Place place, String text) {
        return new Fix(description, List.of(new Edit(place, text)), false);
    }

    /**
     * The stretch of a scalar in config that a part of its text takes; empty when the scalar is not
     * written as it reads, with variables or escapes in it.
     *
     * @param scalar with or without quotes
     * @param text what the scalar reads
     * @param from where the part begins in {@code text}
     * @param to where it ends
     */
    public static Optional<Place> within(Place scalar, String text, int from, int to) {
        Region region = scalar.region();
        int written = region.endColumn() - region.startColumn();
        int quote = written == text.length() + 2 ? 1 : 0;
        if (region.startLine() != region.endLine() || written != text.length() + 2 * quote) {
            return Optional.empty();
        }
        int start = region.startColumn() + quote;
        return Optional.of(
                new Place(
                        scalar.file(),
                        new Region(
                                region.startLine(),
                                start + from,
                                region.startLine(),
                                start + to)));
    }

    /**
     * A stretch of text that becomes another.
     *
     * @param text what stands there afterwards; empty to delete
     */
    public record Edit(Place place, String text) {}
}
