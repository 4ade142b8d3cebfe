package dev.dovetail.source.tree;

import dev.dovetail.workspace.Limits;
import dev.dovetail.workspace.Region;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.treesitter.TSInputEncoding;
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

    /** The symbol of what does not parse. */
    private static final int ERROR = 0xFFFF;

    /** How much text the parser gets at once, in bytes. */
    private static final int LARGEST_WINDOW = 1 << 16;

    private final String text;
    private final int[] lineStarts;
    private final Grammar grammar;
    private short[] symbols = new short[256];
    private short[] fields = new short[256];
    private int[] starts = new int[256];
    private int[] ends = new int[256];
    private int[] firstChildren = new int[256];
    private int[] nextSiblings = new int[256];
    private boolean[] named = new boolean[256];
    private int count;
    private int firstError = NONE;
    private boolean gaveUp;

    /** Where the leaf ends that was met last. */
    private int measured;

    private SyntaxTree(String text, Grammar grammar) {
        this.text = text;
        this.lineStarts = lineStarts(text);
        this.grammar = grammar;
    }

    /**
     * Parses a text; what does not parse stands in nodes of kind {@code ERROR}. Empty where the parser
     * {@linkplain #gaveUp() gave up}.
     */
    public static SyntaxTree parse(String text, Grammar grammar) {
        return parse(text, grammar, TimeUnit.SECONDS.toNanos(Limits.PARSE_SECONDS));
    }

    /** As {@link #parse(String, Grammar)}, in less time, in ns. */
    static SyntaxTree parse(String text, Grammar grammar, long longest) {
        long start = System.nanoTime();
        SyntaxTree flat = new SyntaxTree(text, grammar);
        try (TSParser parser = new TSParser()) {
            parser.setLanguage(grammar.language());
            // In UTF-16 a byte offset is twice a Java index; only the reader's way passes it on as it is.
            byte[] bytes = text.getBytes(StandardCharsets.UTF_16LE);
            byte[] window = new byte[Math.max(2, Math.min(bytes.length, LARGEST_WINDOW))];
            try (TSTree tree =
                    parser.parseWithOptions(
                            window,
                            null,
                            (buffer, offset, point) -> fill(bytes, buffer, offset),
                            TSInputEncoding.TSInputEncodingUTF16LE,
                            // Some texts take the parser a time that grows with their length's square.
                            state -> System.nanoTime() - start > longest)) {
                if (tree != null) {
                    flat.copy(tree.getRootNode());
                    return flat;
                }
            }
        }
        SyntaxTree empty = parse("", grammar);
        empty.gaveUp = true;
        return empty;
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
            TSNode at = cursor.currentNode();
            path[0] = add(at, cursor.currentFieldId());
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
                    measureLeaf(path[depth], at);
                    while (depth > 0 && !cursor.gotoNextSibling()) {
                        cursor.gotoParent();
                        measure(path[depth - 1], lastChild[depth]);
                        depth--;
                    }
                    if (depth == 0) {
                        // Space around all else belongs to the root alone.
                        starts[0] = root.getStartByte() >> 1;
                        ends[0] = root.getEndByte() >> 1;
                        return;
                    }
                }
                at = cursor.currentNode();
                int node = add(at, cursor.currentFieldId());
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

    private int add(TSNode node, int field) {
        if (count == symbols.length) {
            grow();
        }
        int symbol = node.getSymbol();
        symbols[count] = (short) symbol;
        fields[count] = (short) field;
        named[count] = grammar.isNamed(symbol);
        firstChildren[count] = NONE;
        nextSiblings[count] = NONE;
        if (firstError == NONE && symbol == ERROR) {
            firstError = count;
        }
        return count++;
    }

    /** A node reaches from its first child to its last. */
    private void measure(int node, int lastChild) {
        starts[node] = starts[firstChildren[node]];
        ends[node] = ends[lastChild];
    }

    private void measureLeaf(int node, TSNode at) {
        int start = skipSpace(measured);
        String kind = kind(node);
        if (!named[node] && kind.indexOf(' ') < 0 && text.startsWith(kind, start)) {
            // Punctuation and keywords are named as they are written: no need to ask where they end.
            starts[node] = start;
            ends[node] = start + kind.length();
        } else {
            starts[node] = at.getStartByte() >> 1;
            ends[node] = at.getEndByte() >> 1;
            if (firstError == NONE && starts[node] == ends[node] && at.isMissing()) {
                firstError = node;
            }
        }
        measured = ends[node];
    }

    private int skipSpace(int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
        return at;
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

    /** Whether the parser took longer than it may, so that nothing of the text is here. */
    public boolean gaveUp() {
        return gaveUp;
    }

    /** The first place that does not parse, or {@link #NONE}. */
    public int firstError() {
        return firstError;
    }

    /** The grammar's name of a node's kind; a constant, so that {@code switch} on it is cheap. */
    public String kind(int node) {
        return grammar.kind(symbols[node]);
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
            if (grammar.field(fields[child]).equals(field)) {
                return child;
            }
        }
        return NONE;
    }

    /** Whether a node is in a field of the node around it. */
    public boolean isField(int node, String field) {
        return grammar.field(fields[node]).equals(field);
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
