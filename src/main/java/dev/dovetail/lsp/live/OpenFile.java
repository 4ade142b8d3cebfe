package dev.dovetail.lsp.live;

/**
 * A file that is open in the editor, as it is there, saved or not.
 *
 * @param uri as the client writes it
 * @param version the client's number of this state; grows with each change
 */
public record OpenFile(String uri, int version, String text) {

    /**
     * The file after a stretch of it was replaced. A position past the end of its line or of the file
     * is the end.
     *
     * @param startLine from 0, as all four
     * @param startCharacter in UTF-16 units
     */
    public OpenFile edited(
            int newVersion,
            int startLine,
            int startCharacter,
            int endLine,
            int endCharacter,
            String replacement) {
        int start = offset(startLine, startCharacter);
        int end = Math.max(start, offset(endLine, endCharacter));
        return new OpenFile(
                uri, newVersion, text.substring(0, start) + replacement + text.substring(end));
    }

    private int offset(int line, int character) {
        int start = 0;
        for (int i = 0; i < line; i++) {
            int end = lineEnd(start);
            if (end == text.length()) {
                return end;
            }
            boolean pair = text.startsWith("\r\n", end);
            start = end + (pair ? 2 : 1);
        }
        return Math.min(start + Math.max(0, character), lineEnd(start));
    }

    private int lineEnd(int start) {
        int at = start;
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        return at;
    }
}
