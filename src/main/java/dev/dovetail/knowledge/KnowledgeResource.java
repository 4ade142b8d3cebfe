package dev.dovetail.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The knowledge that is built in. */
public final class KnowledgeResource {

    /** Its name beside this class. */
    static final String NAME = "knowledge.bin";

    private KnowledgeResource() {}

    /**
     * @throws IllegalStateException when the build did not put it there
     */
    public static Knowledge load() {
        byte[] bytes = bytes();
        List<String> errors = new ArrayList<>();
        Knowledge knowledge =
                KnowledgeReader.read(CompiledTrees.read(bytes), digest(bytes), errors);
        if (!errors.isEmpty()) {
            throw new IllegalStateException(String.join("\n", errors));
        }
        return knowledge;
    }

    /** The resource as it is. */
    static byte[] bytes() {
        try (InputStream in = KnowledgeResource.class.getResourceAsStream(NAME)) {
            if (in == null) {
                throw new IllegalStateException("the build left " + NAME + " out");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A short name for bytes. */
    static String digest(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
