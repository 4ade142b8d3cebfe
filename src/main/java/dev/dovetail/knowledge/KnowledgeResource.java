package dev.dovetail.knowledge;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

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

    /** Tells one state of rules/ from another; nobody has to be kept from forging it. */
    private static String digest(byte[] bytes) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        return Long.toHexString(checksum.getValue());
    }
}
