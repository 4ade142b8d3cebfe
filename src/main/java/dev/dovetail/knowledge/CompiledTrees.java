package dev.dovetail.knowledge;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The documents of {@code rules/} as bytes: a table of texts, then trees that refer to it. */
final class CompiledTrees {

    private static final int FORMAT = 1;
    private static final byte TEXT = 0;
    private static final byte ITEMS = 1;
    private static final byte FIELDS = 2;

    private CompiledTrees() {}

    static byte[] write(Map<String, Map<String, Tree.Fields>> documents) throws IOException {
        Map<String, Integer> texts = new LinkedHashMap<>();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(body)) {
            out.writeInt(documents.size());
            for (Map.Entry<String, Map<String, Tree.Fields>> kind : documents.entrySet()) {
                out.writeInt(number(texts, kind.getKey()));
                out.writeInt(kind.getValue().size());
                for (Map.Entry<String, Tree.Fields> document : kind.getValue().entrySet()) {
                    out.writeInt(number(texts, document.getKey()));
                    write(out, document.getValue(), texts);
                }
            }
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(whole)) {
            out.writeInt(FORMAT);
            out.writeInt(texts.size());
            for (String text : texts.keySet()) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                out.writeInt(bytes.length);
                out.write(bytes);
            }
            body.writeTo(out);
        }
        return whole.toByteArray();
    }

    private static void write(DataOutputStream out, Tree tree, Map<String, Integer> texts)
            throws IOException {
        if (tree instanceof Tree.Text text) {
            out.writeByte(TEXT);
            out.writeInt(number(texts, text.value()));
        } else if (tree instanceof Tree.Items items) {
            out.writeByte(ITEMS);
            out.writeInt(items.items().size());
            for (Tree item : items.items()) {
                write(out, item, texts);
            }
        } else if (tree instanceof Tree.Fields fields) {
            out.writeByte(FIELDS);
            out.writeInt(fields.fields().size());
            for (Map.Entry<String, Tree> field : fields.fields().entrySet()) {
                out.writeInt(number(texts, field.getKey()));
                write(out, field.getValue(), texts);
            }
        }
    }

    private static int number(Map<String, Integer> texts, String text) {
        Integer known = texts.get(text);
        if (known == null) {
            known = texts.size();
            texts.put(text, known);
        }
        return known;
    }

    /**
     * @throws IllegalStateException when another version wrote them
     */
    static Map<String, Map<String, Tree.Fields>> read(byte[] bytes) {
        return new Reading(bytes).documents();
    }

    /** Reads byte by byte, since every start does: streams would take three times as long. */
    private static final class Reading {

        private final byte[] bytes;
        private int at;
        private String[] texts = {};

        Reading(byte[] bytes) {
            this.bytes = bytes;
        }

        Map<String, Map<String, Tree.Fields>> documents() {
            if (number() != FORMAT) {
                throw new IllegalStateException("rules were compiled by another version");
            }
            texts = new String[number()];
            for (int i = 0; i < texts.length; i++) {
                int length = number();
                texts[i] = new String(bytes, at, length, StandardCharsets.UTF_8);
                at += length;
            }
            Map<String, Map<String, Tree.Fields>> documents = new TreeMap<>();
            int kinds = number();
            for (int i = 0; i < kinds; i++) {
                Map<String, Tree.Fields> ofKind = new TreeMap<>();
                documents.put(texts[number()], ofKind);
                int count = number();
                for (int j = 0; j < count; j++) {
                    String name = texts[number()];
                    if (tree() instanceof Tree.Fields fields) {
                        ofKind.put(name, fields);
                    }
                }
            }
            return documents;
        }

        private Tree tree() {
            byte kind = bytes[at++];
            int count = number();
            if (kind == TEXT) {
                return new Tree.Text(texts[count], "");
            }
            if (kind == ITEMS) {
                List<Tree> items = new ArrayList<>(count);
                for (int i = 0; i < count; i++) {
                    items.add(tree());
                }
                return new Tree.Items(items, "");
            }
            Map<String, Tree> fields = new LinkedHashMap<>(count * 2);
            for (int i = 0; i < count; i++) {
                String key = texts[number()];
                fields.put(key, tree());
            }
            return new Tree.Fields(fields, "");
        }

        /** Four bytes, the highest first, as {@link DataOutputStream#writeInt} leaves them. */
        private int number() {
            int start = at;
            at = start + Integer.BYTES;
            return bytes[start] << 24
                    | (bytes[start + 1] & 0xFF) << 16
                    | (bytes[start + 2] & 0xFF) << 8
                    | bytes[start + 3] & 0xFF;
        }
    }
}
