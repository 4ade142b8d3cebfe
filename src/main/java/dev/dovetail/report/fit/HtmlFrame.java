package dev.dovetail.report.fit;

import dev.dovetail.report.SourceLines;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Region;
import java.util.Optional;

/** The lines around a place as HTML, the place marked. */
final class HtmlFrame {

    /** Lines shown before and after the marked one. */
    private static final int AROUND = 2;

    /** The most UTF-16 units of a line that are shown. */
    private static final int MOST_SHOWN = 240;

    /** How much of a long line stands before its mark. */
    private static final int BEFORE = 60;

    private HtmlFrame() {}

    /** The lines of a place; empty when its file has none. */
    static String of(Place place, SourceLines lines) {
        Region region = place.region();
        int marked = region.startLine();
        if (lines.line(place.file(), marked).isEmpty()) {
            return "";
        }
        StringBuilder frame = new StringBuilder("<pre>");
        for (int line = Math.max(1, marked - AROUND); line <= marked + AROUND; line++) {
            Optional<String> text = lines.shown(place.file(), line);
            if (text.isPresent()) {
                String shown =
                        line == marked ? marked(text.get(), region) : Html.code(cut(text.get()));
                frame.append("<span><i>%d</i>%s\n</span>".formatted(line, shown));
            }
        }
        return frame.append("</pre>").toString();
    }

    private static String marked(String line, Region region) {
        int from = Math.min(Math.max(region.startColumn() - 1, 0), line.length());
        int end =
                region.endLine() > region.startLine()
                        ? line.length()
                        : Math.min(Math.max(region.endColumn() - 1, from), line.length());
        int left = line.length() <= MOST_SHOWN ? 0 : Math.max(0, from - BEFORE);
        int right = Math.min(line.length(), left + MOST_SHOWN);
        int to = Math.min(end, right);
        if (region.equals(Region.FILE_START) || to <= from) {
            return Html.code(cut(line));
        }
        return (left > 0 ? "…" : "")
                + Html.code(line.substring(left, from))
                + "<mark>"
                + Html.code(line.substring(from, to))
                + "</mark>"
                + Html.code(line.substring(to, right))
                + (right < line.length() ? "…" : "");
    }

    private static String cut(String line) {
        return line.length() <= MOST_SHOWN ? line : line.substring(0, MOST_SHOWN) + "…";
    }
}
