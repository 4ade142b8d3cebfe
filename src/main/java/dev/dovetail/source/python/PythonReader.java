package dev.dovetail.source.python;

import dev.dovetail.source.Language;
import dev.dovetail.source.SourceReader;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.source.tree.SyntaxTree;
import org.treesitter.TreeSitterPython;

/** Summarizes Python 3, and Python 2 as far as it can be read. The native parser loads on first use. */
public final class PythonReader implements SourceReader {

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
        return new Walk(path, SyntaxTree.parse(text, new TreeSitterPython())).summarize();
    }
}
