package dev.dovetail.source.javascript;

import dev.dovetail.source.tree.Grammar;
import java.util.Locale;
import java.util.Set;
import org.treesitter.TreeSitterJavascript;
import org.treesitter.TreeSitterTsx;
import org.treesitter.TreeSitterTypescript;

/** The dialects that have a grammar of their own. Making a grammar loads the native parser. */
enum Dialect {
    JAVASCRIPT,
    TYPESCRIPT,
    TSX;

    private static final Set<String> TYPESCRIPT_FILES = Set.of("ts", "mts", "cts");

    /** The dialect that a file's name says. */
    static Dialect of(String path) {
        String extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (TYPESCRIPT_FILES.contains(extension)) {
            return TYPESCRIPT;
        }
        return extension.equals("tsx") ? TSX : JAVASCRIPT;
    }

    Grammar grammar() {
        return new Grammar(
                switch (this) {
                    case JAVASCRIPT -> new TreeSitterJavascript();
                    case TYPESCRIPT -> new TreeSitterTypescript();
                    case TSX -> new TreeSitterTsx();
                });
    }
}
