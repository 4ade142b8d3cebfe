package dev.dovetail.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Summaries that lie together: for each an id of {@value #ID} bytes, its length, itself. */
final class SummaryPack {

    private static final int ID = 32;

    /** Bytes of a whole pack, beneath what the cache takes. */
    private static final int MOST = 60 << 20;

    /** Bytes of summaries that the last run did not want, such as another branch's, beside its own. */
    private static final int SPARE = 4 << 20;

    private SummaryPack() {}

    /**
     * A pack.
     *
     * @param wanted by the run that writes it
     * @param before what was there before; of the rest, a part is kept
     */
    static byte[] bytes(Map<String, byte[]> wanted, Map<String, byte[]> before)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> each : new TreeMap<>(wanted).entrySet()) {
                write(each, out);
            }
            int most = Math.min(MOST, bytes.size() + SPARE);
            for (Map.Entry<String, byte[]> each : new TreeMap<>(before).entrySet()) {
                if (!wanted.containsKey(each.getKey())
                        && bytes.size() + each.getValue().length <= most) {
                    write(each, out);
                }
            }
        }
        return bytes.toByteArray();
    }

    private static void write(Map.Entry<String, byte[]> each, DataOutputStream out)
            throws IOException {
        out.write(each.getKey().getBytes(StandardCharsets.ISO_8859_1));
        out.writeInt(each.getValue().length);
        out.write(each.getValue());
    }

    /** The summaries of a pack, by their ids. */
    static Map<String, byte[]> entries(byte[] pack) {
        Map<String, byte[]> entries = new HashMap<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(pack))) {
            while (in.available() > 0) {
                String id = new String(in.readNBytes(ID), StandardCharsets.ISO_8859_1);
                entries.put(id, in.readNBytes(in.readInt()));
            }
            return entries;
        } catch (IOException | IllegalArgumentException e) {
            return Map.of();
        }
    }
}
