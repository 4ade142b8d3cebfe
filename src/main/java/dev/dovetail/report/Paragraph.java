package dev.dovetail.report;

/** Running text in lines of a certain width. */
public final class Paragraph {

    private Paragraph() {}

    /**
     * {@code text} broken at blanks so that lines take at most {@code width} columns where they
     * can; blanks and line ends within it count as one blank.
     */
    public static String wrap(String text, int width) {
        StringBuilder lines = new StringBuilder();
        int column = 0;
        for (String word : text.strip().split("\\s+")) {
            String shown = Visible.text(word);
            int wide = Visible.width(shown);
            if (column > 0 && column + 1 + wide > width) {
                lines.append('\n');
                column = 0;
            } else if (column > 0) {
                lines.append(' ');
                column++;
            }
            lines.append(shown);
            column += wide;
        }
        return lines.toString();
    }
}
