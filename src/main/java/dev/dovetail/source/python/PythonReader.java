package dev.dovetail.source.python;

import dev.dovetail.source.Language;
import dev.dovetail.source.SourceReader;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.source.tree.Grammar;
import dev.dovetail.source.tree.SyntaxTree;
import org.treesitter.TreeSitterPython;

/** Summarizes Python 3, and Python 2 as far as it can be read. The native parser loads on first use. */
public final class PythonReader implements SourceReader {

    /** Loads the native parser once, when the first file is read. */
    private static final class Native {
        private static final Grammar GRAMMAR = new Grammar(new TreeSitterPython());
    }

    @Override
    public Language language() {
        return Language.PYTHON;
    }

    @Override
    public boolean reads(String path) {
        return path.endsWith(".py") || path.endsWith(".pyw");
    }

    @Override
    public SourceSummary summarize(String path, String text) {
        return new Walk(path, SyntaxTree.parse(text, Native.GRAMMAR)).summarize();
    }
}
