package dev.dovetail.source.tree;

import dev.dovetail.workspace.Region;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.treesitter.TSInputEncoding;
import org.treesitter.TSLanguage;
import org.treesitter.TSNode;
import org.treesitter.TSParser;
import org.treesitter.TSTree;
import org.treesitter.TSTreeCursor;

/**
 * One file's syntax in flat arrays, read off the native tree in a single pass.
 *
 * <p>A node is an index; -1 is no node. Every call into the native library costs more than the node
 * is worth, so the tree is copied once and walked here.
 */
public final class SyntaxTree {

    public static final int NONE = -1;

    /** How much text the parser gets at once, in bytes. */
    private static final int LARGEST_WINDOW = 1 << 16;

    /** The names of a grammar's symbols and fields: several hundred native calls, made once. */
    private record Grammar(String[] symbols, String[] fields) {}

    private static final Map<Class<?>, Grammar> GRAMMARS = new ConcurrentHashMap<>();

    private final String text;
    private final int[] lineStarts;
    private final String[] symbolNames;
    private final String[] fieldNames;
    private short[] symbols = new short[256];
    private short[] fields = new short[256];
    private int[] starts = new int[256];
    private int[] ends = new int[256];
    private int[] firstChildren = new int[256];
    private int[] nextSiblings = new int[256];
    private boolean[] named = new boolean[256];
    private int count;
    private int firstError = NONE;

    private SyntaxTree(String text, TSLanguage language) {
        this.text = text;
        this.lineStarts = lineStarts(text);
        Grammar grammar = GRAMMARS.computeIfAbsent(language.getClass(), type -> namesOf(language));
        this.symbolNames = grammar.symbols();
        this.fieldNames = grammar.fields();
    }

    private static Grammar namesOf(TSLanguage language) {
        String[] symbols = new String[language.symbolCount()];
        for (int i = 0; i < symbols.length; i++) {
            symbols[i] = language.symbolName(i).intern();
        }
        String[] fields = new String[language.fieldCount() + 1];
        fields[0] = "";
        for (int i = 1; i < fields.length; i++) {
            fields[i] = language.fieldNameForId(i).intern();
        }
        return new Grammar(symbols, fields);
    }

    /** Parses a text; what does not parse stands in nodes of kind {@code ERROR}. */
    public static SyntaxTree parse(String text, TSLanguage language) {
        SyntaxTree flat = new SyntaxTree(text, language);
        try (TSParser parser = new TSParser()) {
            parser.setLanguage(language);
            // In UTF-16 a byte offset is twice a Java index; only the reader's way passes it on as it is.
            byte[] bytes = text.getBytes(StandardCharsets.UTF_16LE);
            byte[] window = new byte[Math.max(2, Math.min(bytes.length, LARGEST_WINDOW))];
            try (TSTree tree =
                    parser.parse(
                            window,
                            null,
                            (buffer, offset, point) -> fill(bytes, buffer, offset),
                            TSInputEncoding.TSInputEncodingUTF16LE)) {
                flat.copy(tree.getRootNode());
            }
        }
        return flat;
    }

    private static int fill(byte[] bytes, byte[] buffer, int offset) {
        if (offset >= bytes.length) {
            return 0;
        }
        int length = Math.min(buffer.length, bytes.length - offset);
        System.arraycopy(bytes, offset, buffer, 0, length);
        return length;
    }

    private void copy(TSNode root) {
        int[] lastChild = new int[64];
        int[] path = new int[64];
        int depth = 0;
        try (TSTreeCursor cursor = new TSTreeCursor(root)) {
            path[0] = add(cursor);
            lastChild[0] = NONE;
            while (true) {
                boolean down = cursor.gotoFirstChild();
                if (down) {
                    depth++;
                    if (depth == path.length) {
                        path = Arrays.copyOf(path, depth * 2);
                        lastChild = Arrays.copyOf(lastChild, depth * 2);
                    }
                } else {
                    while (!cursor.gotoNextSibling()) {
                        if (depth == 0 || !cursor.gotoParent()) {
                            return;
                        }
                        depth--;
                    }
                    if (depth == 0) {
                        return;
                    }
                }
                int node = add(cursor);
                if (down) {
                    firstChildren[path[depth - 1]] = node;
                } else {
                    nextSiblings[lastChild[depth]] = node;
                }
                lastChild[depth] = node;
                path[depth] = node;
            }
        }
    }

    private int add(TSTreeCursor cursor) {
        if (count == symbols.length) {
            grow();
        }
        TSNode node = cursor.currentNode();
        int symbol = node.getSymbol();
        symbols[count] = (short) symbol;
        fields[count] = (short) cursor.currentFieldId();
        starts[count] = node.getStartByte() >> 1;
        ends[count] = node.getEndByte() >> 1;
        named[count] = node.isNamed();
        firstChildren[count] = NONE;
        nextSiblings[count] = NONE;
        if (firstError == NONE && (symbol == 0xFFFF || starts[count] == ends[count])) {
            if (node.isError() || node.isMissing()) {
                firstError = count;
            }
        }
        return count++;
    }

    private void grow() {
        int size = count * 2;
        symbols = Arrays.copyOf(symbols, size);
        fields = Arrays.copyOf(fields, size);
        starts = Arrays.copyOf(starts, size);
        ends = Arrays.copyOf(ends, size);
        firstChildren = Arrays.copyOf(firstChildren, size);
        nextSiblings = Arrays.copyOf(nextSiblings, size);
        named = Arrays.copyOf(named, size);
    }

    public int root() {
        return 0;
    }

    /** The first place that does not parse, or {@link #NONE}. */
    public int firstError() {
        return firstError;
    }

    /** The grammar's name of a node's kind; a constant, so that {@code switch} on it is cheap. */
    public String kind(int node) {
        int symbol = symbols[node];
        return symbol >= 0 && symbol < symbolNames.length ? symbolNames[symbol] : "ERROR";
    }

    public boolean is(int node, String kind) {
        return node != NONE && kind(node).equals(kind);
    }

    /** Whether the grammar gives the node a name; punctuation and keywords have none. */
    public boolean isNamed(int node) {
        return named[node];
    }

    public int firstChild(int node) {
        return firstChildren[node];
    }

    public int next(int node) {
        return nextSiblings[node];
    }

    /** The child in a field, or {@link #NONE}. */
    public int child(int node, String field) {
        for (int child = firstChildren[node]; child != NONE; child = nextSiblings[child]) {
            if (fieldNames[fields[child]].equals(field)) {
                return child;
            }
        }
        return NONE;
    }

    /** Whether a node is in a field of the node around it. */
    public boolean isField(int node, String field) {
        return fieldNames[fields[node]].equals(field);
    }

    /** The first child of a kind, or {@link #NONE}. */
    public int childOfKind(int node, String kind) {
        for (int child = firstChildren[node]; child != NONE; child = nextSiblings[child]) {
            if (kind(child).equals(kind)) {
                return child;
            }
        }
        return NONE;
    }

    /** The first child that is neither punctuation nor a comment, or {@link #NONE}. */
    public int firstNamed(int node) {
        for (int child = firstChildren[node]; child != NONE; child = nextSiblings[child]) {
            if (named[child] && !kind(child).equals("comment")) {
                return child;
            }
        }
        return NONE;
    }

    public boolean hasToken(int node, String token) {
        return childOfKind(node, token) != NONE;
    }

    public String slice(int start, int end) {
        return text.substring(start, end);
    }

    public String text(int node) {
        return text.substring(starts[node], ends[node]);
    }

    public int start(int node) {
        return starts[node];
    }

    public int end(int node) {
        return ends[node];
    }

    public Region region(int node) {
        return region(starts[node], ends[node]);
    }

    public Region region(int start, int end) {
        int startLine = line(start);
        int endLine = line(end);
        return new Region(
                startLine + 1,
                start - lineStarts[startLine] + 1,
                endLine + 1,
                end - lineStarts[endLine] + 1);
    }

    private int line(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found : -found - 2;
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[Math.max(16, text.length() / 24)];
        int lines = 1;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            if (lines == starts.length) {
                starts = Arrays.copyOf(starts, lines * 2);
            }
            starts[lines++] = at + 1;
        }
        return Arrays.copyOf(starts, lines);
    }

    /** All nodes, for scans that need no structure. */
    public int size() {
        return count;
    }
}
