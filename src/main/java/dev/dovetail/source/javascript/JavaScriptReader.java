package dev.dovetail.source.javascript;

import dev.dovetail.source.Language;
import dev.dovetail.source.SourceReader;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.source.tree.Grammar;
import dev.dovetail.source.tree.SyntaxTree;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Summarizes JavaScript and TypeScript, with JSX. The native parsers load on first use. */
public final class JavaScriptReader implements SourceReader {

    private static final Set<String> TYPESCRIPT = Set.of("ts", "mts", "cts");
    private static final Set<String> JAVASCRIPT = Set.of("js", "mjs", "cjs", "jsx");

    private final Map<Dialect, Grammar> grammars = new ConcurrentHashMap<>();

    @Override
    public Language language() {
        return Language.JAVASCRIPT;
    }

    @Override
    public boolean reads(String path) {
        String extension = extension(path);
        return JAVASCRIPT.contains(extension)
                || (TYPESCRIPT.contains(extension) || extension.equals("tsx"))
                        && !path.endsWith(".d.ts")
                        && !path.endsWith(".d.mts")
                        && !path.endsWith(".d.cts");
    }

    @Override
    public SourceSummary summarize(String path, String text) {
        String extension = extension(path);
        SyntaxTree tree = SyntaxTree.parse(text, grammar(Dialect.of(path)));
        if (tree.firstError() != SyntaxTree.NONE && JAVASCRIPT.contains(extension)) {
            // Type annotations in .js files are Flow's; the TypeScript grammar reads most of them.
            SyntaxTree typed = SyntaxTree.parse(text, grammar(Dialect.TSX));
            if (typed.firstError() == SyntaxTree.NONE) {
                tree = typed;
            }
        }
        return new Walk(path, tree).summarize();
    }

    private Grammar grammar(Dialect dialect) {
        return grammars.computeIfAbsent(dialect, Dialect::grammar);
    }

    private static String extension(String path) {
        return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
