package dev.dovetail.knowledge;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
                byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
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
     * @throws UncheckedIOException when another version wrote them
     */
    static Map<String, Map<String, Tree.Fields>> read(byte[] bytes) {
        try {
            return read(new DataInputStream(new ByteArrayInputStream(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Map<String, Tree.Fields>> read(DataInputStream in)
            throws IOException {
        if (in.readInt() != FORMAT) {
            throw new IOException("rules were compiled by another version");
        }
        String[] texts = new String[in.readInt()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = new String(in.readNBytes(in.readInt()), java.nio.charset.StandardCharsets.UTF_8);
        }
        Map<String, Map<String, Tree.Fields>> documents = new TreeMap<>();
        int kinds = in.readInt();
        for (int i = 0; i < kinds; i++) {
            Map<String, Tree.Fields> ofKind = new TreeMap<>();
            documents.put(texts[in.readInt()], ofKind);
            int count = in.readInt();
            for (int j = 0; j < count; j++) {
                String name = texts[in.readInt()];
                if (tree(in, texts) instanceof Tree.Fields fields) {
                    ofKind.put(name, fields);
                }
            }
        }
        return documents;
    }

    private static Tree tree(DataInputStream in, String[] texts) throws IOException {
        byte kind = in.readByte();
        if (kind == TEXT) {
            return new Tree.Text(texts[in.readInt()], "");
        }
        int count = in.readInt();
        if (kind == ITEMS) {
            List<Tree> items = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                items.add(tree(in, texts));
            }
            return new Tree.Items(items, "");
        }
        Map<String, Tree> fields = new LinkedHashMap<>(count * 2);
        for (int i = 0; i < count; i++) {
            String key = texts[in.readInt()];
            fields.put(key, tree(in, texts));
        }
        return new Tree.Fields(fields, "");
    }
}
