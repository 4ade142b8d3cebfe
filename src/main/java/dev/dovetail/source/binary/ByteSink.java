package dev.dovetail.source.binary;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Bytes that grow: small numbers take one, and a text stands once. */
final class ByteSink {

    private static final int LOW = 0x7F;

    private byte[] bytes = new byte[1 << 12];
    private int size;
    private final Map<String, Integer> texts = new HashMap<>();

    byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }

    void bool(boolean value) {
        raw(value ? 1 : 0);
    }

    /** A number that is seldom below -1. */
    void number(int value) {
        unsigned(value + 1L & 0xFFFFFFFFL);
    }

    void unsigned(long value) {
        long left = value;
        while ((left & ~LOW) != 0) {
            raw((int) (left & LOW) | LOW + 1);
            left >>>= 7;
        }
        raw((int) left);
    }

    /** A text, or the number of an earlier one that is the same. */
    void text(String text) {
        Integer known = texts.putIfAbsent(text, texts.size());
        if (known != null) {
            unsigned(known + 1L);
            return;
        }
        raw(0);
        boolean plain = text.chars().allMatch(c -> c <= LOW);
        unsigned((long) text.length() << 1 | (plain ? 0 : 1));
        for (int i = 0; i < text.length(); i++) {
            // As UTF-16 where it is not plain, for half a surrogate pair is none in UTF-8.
            if (!plain) {
                raw(text.charAt(i) >> 8);
            }
            raw(text.charAt(i));
        }
    }

    void raw(int value) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, size * 2);
        }
        bytes[size++] = (byte) value;
    }
}
