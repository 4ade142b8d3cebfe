package dev.dovetail.source.binary;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The bytes of a {@link ByteSink}, from their first to their last. */
final class ByteSource {

    private static final int LOW = 0x7F;

    private final byte[] bytes;
    private int at;
    private final List<String> texts = new ArrayList<>();

    ByteSource(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean bool() {
        return raw() != 0;
    }

    int number() {
        return (int) (unsigned() - 1);
    }

    /** How many of something follow, each of which takes a byte at least. */
    int count() {
        long count = unsigned();
        if (count > bytes.length - at) {
            throw new IndexOutOfBoundsException("more than there is");
        }
        return (int) count;
    }

    long unsigned() {
        long value = 0;
        int shift = 0;
        int next = raw();
        while (next > LOW) {
            value |= (long) (next & LOW) << shift;
            shift += 7;
            next = raw();
        }
        return value | (long) next << shift;
    }

    String text() {
        long known = unsigned();
        if (known > 0) {
            return texts.get((int) (known - 1));
        }
        long head = unsigned();
        boolean plain = (head & 1) == 0;
        int length = (int) (head >>> 1);
        String text;
        if (plain) {
            text = new String(bytes, at, length, StandardCharsets.ISO_8859_1);
            at += length;
        } else {
            // Not as UTF-16 is decoded, which has no half of a surrogate pair.
            char[] chars = new char[length];
            for (int i = 0; i < length; i++) {
                chars[i] = (char) (raw() << 8 | raw());
            }
            text = new String(chars);
        }
        texts.add(text);
        return text;
    }

    int raw() {
        return bytes[at++] & 0xFF;
    }
}
