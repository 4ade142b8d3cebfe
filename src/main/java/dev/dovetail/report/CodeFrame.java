package dev.dovetail.report;

import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Region;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The lines around a place, the place underlined and labelled, in the manner of a compiler.
 *
 * @param gutter columns that line numbers take
 */
public record CodeFrame(SourceLines lines, Style style, int gutter) {

    /** Columns that the number of the last line shown of either place takes. */
    public static int gutterFor(int lastLine) {
        return String.valueOf(lastLine + 1).length();
    }

    /** A gutter without a number. */
    public String empty() {
        return style.faint(" ".repeat(gutter) + " │") + "\n";
    }

    /** The head of a second place: its file, line and column. */
    public String head(Place place) {
        Region region = place.region();
        return style.faint(" ".repeat(gutter) + " ├─ ")
                + "%s:%d:%d\n"
                        .formatted(
                                Visible.text(place.file()),
                                region.startLine(),
                                region.startColumn());
    }

    /** A remark below the code, with its further lines under the first. */
    public String remark(String word, String text) {
        String indent = "\n" + " ".repeat(gutter + 3 + word.length() + 2);
        return " ".repeat(gutter)
                + style.faint(" = ")
                + style.strong(word + ":")
                + " "
                + Paragraph.wrap(text, style.width() - indent.length() + 1).replace("\n", indent)
                + "\n";
    }

    /** The lines of {@code place}; empty when its file has none. */
    public String around(Place place, String label, char sign, UnaryOperator<String> mark) {
        Region region = place.region();
        int line = region.startLine();
        Optional<String> text = lines.shown(place.file(), line);
        if (text.isEmpty()) {
            return "";
        }
        boolean wholeFile = region.equals(Region.FILE_START);
        StringBuilder frame = new StringBuilder(context(place.file(), line - 1));
        int end =
                region.endLine() > line
                        ? text.get().stripTrailing().length() + 1
                        : region.endColumn();
        CodeLine code = CodeLine.of(text.get(), region.startColumn(), end);
        frame.append(numbered(line, code.shown()));
        String underline = String.valueOf(sign).repeat(code.markWidth());
        if (!wholeFile || !label.isEmpty()) {
            frame.append(style.faint(" ".repeat(gutter) + " │ "))
                    .append(" ".repeat(code.markStart()))
                    .append(
                            mark.apply(
                                    underline + (label.isEmpty() ? "" : " " + Visible.line(label))))
                    .append('\n');
        }
        return frame.append(context(place.file(), line + 1)).toString();
    }

    private String context(String file, int line) {
        return lines.shown(file, line)
                .filter(text -> !text.isBlank())
                .map(text -> numbered(line, CodeLine.of(text, 1, 1).shown()))
                .orElse("");
    }

    private String numbered(int line, String shown) {
        String number = " ".repeat(gutter - String.valueOf(line).length()) + line;
        return style.faint(number + " │") + (shown.isEmpty() ? "" : " " + shown) + "\n";
    }
}
