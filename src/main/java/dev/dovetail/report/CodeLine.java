package dev.dovetail.report;

/**
 * One line of a file as a code frame shows it.
 *
 * @param shown the line, or the stretch of a long one around the marked columns
 * @param markStart columns before the mark
 * @param markWidth columns of the mark, at least one
 */
record CodeLine(String shown, int markStart, int markWidth) {

    /** The most UTF-16 units of a line that are shown. */
    static final int MOST_SHOWN = 110;

    private static final int SHOWN_BEFORE_MARK = 36;
    private static final int TAB = 4;

    /**
     * Lays out {@code line}.
     *
     * @param start first marked column, from 1, in UTF-16 units
     * @param end the column after the last marked one
     */
    static CodeLine of(String line, int start, int end) {
        int markFrom = Math.min(Math.max(start - 1, 0), line.length());
        int markTo = Math.min(Math.max(end - 1, markFrom), line.length());
        int from = 0;
        int to = line.length();
        if (to > MOST_SHOWN) {
            boolean fits = markTo <= MOST_SHOWN;
            from = fits ? 0 : Math.max(0, Math.min(markFrom - SHOWN_BEFORE_MARK, to - MOST_SHOWN));
            to = Math.min(to, from + MOST_SHOWN);
        }
        StringBuilder shown = new StringBuilder(from > 0 ? "…" : "");
        int column = shown.length();
        int markStart = column;
        int markEnd = column;
        for (int i = from; i < to; ) {
            int c = line.codePointAt(i);
            if (i <= markFrom) {
                markStart = column;
            }
            String text = c == '\t' ? " ".repeat(TAB - column % TAB) : Visible.character(c);
            shown.append(text);
            column += Visible.width(text);
            if (i < markTo) {
                markEnd = column;
            }
            i += Character.charCount(c);
        }
        if (markFrom >= to) {
            markStart = column;
        }
        if (to < line.length()) {
            shown.append('…');
        }
        return new CodeLine(
                shown.toString().stripTrailing(), markStart, Math.max(1, markEnd - markStart));
    }
}
