package dev.dovetail.knowledge;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
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
        try (InputStream in = KnowledgeResource.class.getResourceAsStream(NAME)) {
            if (in == null) {
                throw new IllegalStateException("the build left " + NAME + " out");
            }
            byte[] bytes = in.readAllBytes();
            List<String> errors = new ArrayList<>();
            Knowledge knowledge =
                    KnowledgeReader.read(
                            CompiledTrees.read(
                                    new DataInputStream(new ByteArrayInputStream(bytes))),
                            digest(bytes),
                            errors);
            if (!errors.isEmpty()) {
                throw new IllegalStateException(String.join("\n", errors));
            }
            return knowledge;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
