package dev.dovetail.source.javascript;

import java.util.Locale;
import java.util.Set;
import org.treesitter.TSLanguage;
import org.treesitter.TSSymbolType;
import org.treesitter.TreeSitterJavascript;
import org.treesitter.TreeSitterTsx;
import org.treesitter.TreeSitterTypescript;

/**
 * The grammar of one dialect, and the names it uses, read off the native library once. Making one
 * loads the native parser.
 */
final class Grammar {

    /** The dialects that have a grammar of their own. */
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
    }

    private final TSLanguage language;
    private final String[] symbols;
    private final boolean[] named;
    private final String[] fields;

    Grammar(Dialect dialect) {
        language =
                switch (dialect) {
                    case JAVASCRIPT -> new TreeSitterJavascript();
                    case TYPESCRIPT -> new TreeSitterTypescript();
                    case TSX -> new TreeSitterTsx();
                };
        symbols = new String[language.symbolCount()];
        named = new boolean[symbols.length];
        for (int i = 0; i < symbols.length; i++) {
            symbols[i] = language.symbolName(i).intern();
            named[i] = language.symbolType(i) == TSSymbolType.TSSymbolTypeRegular;
        }
        fields = new String[language.fieldCount() + 1];
        fields[0] = "";
        for (int i = 1; i < fields.length; i++) {
            fields[i] = language.fieldNameForId(i).intern();
        }
    }

    TSLanguage language() {
        return language;
    }

    /** The name of a node's kind; a constant, so that {@code switch} on it is cheap. */
    String kind(int symbol) {
        return symbol >= 0 && symbol < symbols.length ? symbols[symbol] : "ERROR";
    }

    /** Whether nodes of a kind have a name; punctuation and keywords are written as they are called. */
    boolean isNamed(int symbol) {
        return symbol < 0 || symbol >= named.length || named[symbol];
    }

    /** The name of a field; empty for none. */
    String field(int id) {
        return fields[id];
    }
}
