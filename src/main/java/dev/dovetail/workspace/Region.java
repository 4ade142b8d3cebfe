package dev.dovetail.workspace;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of one file's text.
 *
 * @param startLine first line, from 1
 * @param startColumn first column, from 1, in UTF-16 units
 * @param endLine last line, from 1
 * @param endColumn column after the last character, from 1, in UTF-16 units
 */
public record Region(int startLine, int startColumn, int endLine, int endColumn)
        implements Comparable<Region> {

    /** The first character of a file, for what concerns the file as a whole. */
    public static final Region FILE_START = new Region(1, 1, 1, 1);

    /** Whether {@code other} lies within this region. */
    public boolean contains(Region other) {
        return !isBefore(other.startLine, other.startColumn, startLine, startColumn)
                && !isBefore(endLine, endColumn, other.endLine, other.endColumn);
    }

    /** The offset of its first character in the file's text; -1 when the text does not reach there. */
    public int startIn(String text) {
        return offset(text, startLine, startColumn);
    }

    /** The offset after its last character in the file's text; -1 when the text does not reach there. */
    public int endIn(String text) {
        return offset(text, endLine, endColumn);
    }

    private static int offset(String text, int line, int column) {
        int start = 0;
        for (int at = 1; at < line; at++) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                return -1;
            }
            start = end + 1;
        }
        int offset = start + column - 1;
        return offset > text.length() ? -1 : offset;
    }

    private static boolean isBefore(int line, int column, int otherLine, int otherColumn) {
        return line < otherLine || line == otherLine && column < otherColumn;
    }

    // Written out for a quick start, as in Place.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Region region && compareTo(region) == 0;
    }

    @Override
    public int hashCode() {
        return ((startLine * 31 + startColumn) * 31 + endLine) * 31 + endColumn;
    }

    @Override
    public int compareTo(Region other) {
        int byLine = Integer.compare(startLine, other.startLine);
        if (byLine != 0) {
            return byLine;
        }
        int byColumn = Integer.compare(startColumn, other.startColumn);
        if (byColumn != 0) {
            return byColumn;
        }
        int byEndLine = Integer.compare(endLine, other.endLine);
        return byEndLine != 0 ? byEndLine : Integer.compare(endColumn, other.endColumn);
    }
}
