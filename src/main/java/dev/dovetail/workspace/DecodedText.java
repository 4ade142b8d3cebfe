package dev.dovetail.workspace;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The text of a file's bytes: UTF-8, or UTF-16 when a byte order mark says so. The mark is no part
 * of the text.
 *
 * @param text what could be decoded; empty for a binary file
 * @param notification what could not
 */
record DecodedText(String text, Optional<Notification> notification) {

    private static final char REPLACEMENT = '\uFFFD';

    static DecodedText of(byte[] bytes, String path) {
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return decode(bytes, 2, StandardCharsets.UTF_16BE, path);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return decode(bytes, 2, StandardCharsets.UTF_16LE, path);
        }
        for (byte b : bytes) {
            if (b == 0) {
                return new DecodedText("", Optional.of(binary(path)));
            }
        }
        return decode(
                bytes, startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0, StandardCharsets.UTF_8, path);
    }

    /** Whether the file holds no text at all. */
    boolean isBinary() {
        return notification.isPresent() && notification.get().level() == Notification.Level.ERROR;
    }

    private static Notification binary(String path) {
        return new Notification(
                Notification.Level.ERROR,
                "This is a binary file; it was not analysed.",
                Place.startOf(path));
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static DecodedText decode(byte[] bytes, int from, Charset charset, String path) {
        String text = new String(bytes, from, bytes.length - from, charset);
        // The quick way replaces silently, so only a replacement character makes the strict one
        // due.
        if (text.indexOf(REPLACEMENT) < 0) {
            return new DecodedText(text, Optional.empty());
        }
        CharBuffer decoded = CharBuffer.allocate(text.length() + 1);
        boolean broken =
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(bytes, from, bytes.length - from), decoded, true)
                        .isError();
        if (!broken) {
            return new DecodedText(text, Optional.empty());
        }
        Notification notification =
                new Notification(
                        Notification.Level.WARNING,
                        "The bytes here are not %s; they were read as \uFFFD."
                                .formatted(charset.name()),
                        new Place(path, endOf(decoded.flip().toString())));
        return new DecodedText(text, Optional.of(notification));
    }

    /** The character after {@code text}. */
    private static Region endOf(String text) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (c == '\n' || c == '\r' && !pair) {
                line++;
                lineStart = i + 1;
            }
        }
        int column = text.length() - lineStart + 1;
        return new Region(line, column, line, column + 1);
    }
}
