package dev.dovetail.cache;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Tells one content from another, also where somebody would like two to be taken for one: SHA-256.
 */
public final class Digest {

    private final MessageDigest digest = sha256();

    /** The digest of some bytes, in hexadecimal. */
    public static String of(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    /** What the parts so far give; nothing can be added any more. */
    public byte[] bytes() {
        return digest.digest();
    }

    /** Adds a part, so that the same bytes in other parts give another digest. */
    public Digest add(byte[] part) {
        int length = part.length;
        digest.update(
                new byte[] {
                    (byte) (length >> 24), (byte) (length >> 16), (byte) (length >> 8), (byte) length
                });
        digest.update(part);
        return this;
    }

    /** Adds a text as a part. */
    public Digest add(String part) {
        return add(part.getBytes(StandardCharsets.UTF_8));
    }

    /** What the parts so far give, in hexadecimal; nothing can be added any more. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            // Every Java has it: java.security.MessageDigest says so.
            throw new IllegalStateException(e);
        }
    }
}
