package dev.dovetail.lsp.answers;

import dev.dovetail.lsp.live.Snapshot;
import dev.dovetail.report.SourceLines;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Region;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/** Places of one snapshot in the protocol's terms: from 0, in UTF-16 units. For one thread. */
final class Ranges {

    private final Snapshot snapshot;
    private final SourceLines lines;

    Ranges(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.lines = new SourceLines(snapshot.workspace());
    }

    /**
     * What an editor underlines: the place, or of one that goes over several lines the first, and of
     * one that stands for a whole file its first line.
     */
    Range of(Place place) {
        Region region = place.region();
        int line = region.startLine() - 1;
        int start = region.startColumn() - 1;
        boolean whole = region.equals(Region.FILE_START) || region.endLine() > region.startLine();
        int end = whole ? lineEnd(place) : region.endColumn() - 1;
        return new Range(new Position(line, start), new Position(line, Math.max(start, end)));
    }

    /** All of a place, for edits. */
    static Range exact(Place place) {
        Region region = place.region();
        return new Range(
                new Position(region.startLine() - 1, region.startColumn() - 1),
                new Position(region.endLine() - 1, region.endColumn() - 1));
    }

    private int lineEnd(Place place) {
        return lines.line(place.file(), place.region().startLine())
                .map(text -> text.stripTrailing().length())
                .orElse(0);
    }

    /** The line that a place begins in, without its end. */
    String line(Place place) {
        return lines.line(place.file(), place.region().startLine()).orElse("");
    }

    Location location(Place place) {
        return new Location(snapshot.uri(place.file()), of(place));
    }

    /** Whether a position lies in a place, its end included, for a caret after the last character. */
    static boolean holds(Place place, Position position) {
        Region region = place.region();
        int line = position.getLine() + 1;
        int column = position.getCharacter() + 1;
        return region.contains(new Region(line, column, line, column));
    }
}
