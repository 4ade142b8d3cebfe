package dev.dovetail.judge;

import dev.dovetail.workspace.Place;
import java.util.List;

/**
 * A change of files that mends a finding for certain.
 *
 * @param description what it does, as an order: {@code Listen on 0.0.0.0}
 * @param edits in one file or several; none overlaps another
 */
public record Fix(String description, List<Edit> edits) {

    public Fix {
        edits = List.copyOf(edits);
    }

    /** A fix of one edit. */
    public static Fix of(String description, Place place, String text) {
        return new Fix(description, List.of(new Edit(place, text)));
    }

    /**
     * A stretch of text that becomes another.
     *
     * @param text what stands there afterwards; empty to delete
     */
    public record Edit(Place place, String text) {}
}
