package dev.dovetail.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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

    /** Tells one state of rules/ from another; nobody has to be kept from forging it. */
    static String digest(byte[] bytes) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        return Long.toHexString(checksum.getValue());
    }
}
