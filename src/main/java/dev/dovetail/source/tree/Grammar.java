package dev.dovetail.source.tree;

import org.treesitter.TSLanguage;
import org.treesitter.TSSymbolType;

/** A grammar and the names it uses, read off the native library once: several hundred calls. */
public final class Grammar {

    private final TSLanguage language;
    private final String[] symbols;
    private final boolean[] named;
    private final String[] fields;

    public Grammar(TSLanguage language) {
        this.language = language;
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
