package dev.dovetail.judge.contracts;

import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Region;
import dev.dovetail.workspace.Workspace;
import java.util.Optional;

/**
 * The text that stands at a place, for mends that change a part of it.
 *
 * <p>A word is a part between characters that belong to no word of code or config: spaces, quotes, commas,
 * brackets, {@code =} and {@code :}.
 *
 * @param place of one file
 * @param text as it is written, line breaks included
 */
record WrittenText(Place place, String text) {

    private static final String BETWEEN_WORDS = " \t\r\n\"'`,=:()[]{}";

    /** Empty when the file cannot be read or does not reach that far. */
    static Optional<WrittenText> at(Place place, Workspace workspace) {
        Optional<String> file = workspace.read(place.file());
        if (file.isEmpty()) {
            return Optional.empty();
        }
        Region region = place.region();
        int from = region.startIn(file.get());
        int to = region.endIn(file.get());
        return from < 0 || to < from
                ? Optional.empty()
                : Optional.of(new WrittenText(place, file.get().substring(from, to)));
    }

    /** The word's only stretch; empty where it does not stand, or stands twice. */
    Optional<Place> only(String word) {
        int first = find(word, 0);
        return first < 0 || find(word, first + 1) >= 0
                ? Optional.empty()
                : Optional.of(stretch(first, first + word.length()));
    }

    /** The word's last stretch; empty where it does not stand. */
    Optional<Place> last(String word) {
        int last = -1;
        for (int at = find(word, 0); at >= 0; at = find(word, at + 1)) {
            last = at;
        }
        return last < 0 ? Optional.empty() : Optional.of(stretch(last, last + word.length()));
    }

    /** The place of a part, by offsets in {@link #text()}. */
    Place stretch(int from, int to) {
        Region start = point(from);
        Region end = point(to);
        return new Place(
                place.file(),
                new Region(
                        start.startLine(), start.startColumn(), end.startLine(), end.startColumn()));
    }

    private Region point(int offset) {
        int line = place.region().startLine();
        int column = place.region().startColumn() + offset;
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0 && end < offset; end = text.indexOf('\n', from)) {
            from = end + 1;
            line++;
            column = offset - from + 1;
        }
        return new Region(line, column, line, column);
    }

    private int find(String word, int from) {
        for (int at = text.indexOf(word, from); at >= 0; at = text.indexOf(word, at + 1)) {
            if (isBetween(at - 1) && isBetween(at + word.length())) {
                return at;
            }
        }
        return -1;
    }

    private boolean isBetween(int offset) {
        return offset < 0
                || offset >= text.length()
                || BETWEEN_WORDS.indexOf(text.charAt(offset)) >= 0;
    }
}
