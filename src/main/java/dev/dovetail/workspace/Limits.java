package dev.dovetail.workspace;

/**
 * How much of a workspace is read before Dovetail says that it is too much. Far above what people
 * write by hand; they keep a hostile or broken tree from hanging or filling the machine.
 */
public final class Limits {

    /** The longest file that is read, in bytes. Longer ones are generated: bundles, dumps, data. */
    public static final int FILE_BYTES = 4 * 1024 * 1024;

    /** The most files that are listed. */
    public static final int FILES = 200_000;

    /** The most folders a path may be deep. */
    public static final int PATH_DEPTH = 100;

    /** The most lines of one ignore file that count. */
    public static final int IGNORE_RULES = 2_000;

    /**
     * The most {@code *} in one part of an ignore rule. The library matches them by backtracking,
     * at a cost of length to the power of this.
     */
    public static final int IGNORE_WILDCARDS = 3;

    /**
     * The longest that a native parser may take for one file, in s. Enough for the longest file on a
     * busy machine; some texts that no one writes take it a time that grows with their length's square.
     */
    public static final int PARSE_SECONDS = 20;

    /** The deepest that syntax of a source file may be nested. */
    public static final int SOURCE_NESTING = 250;

    /** The deepest that values of a YAML or TOML document may be nested. */
    public static final int DOCUMENT_NESTING = 100;

    /** The deepest that values of a JSON document may be nested: generated ones go deeper. */
    public static final int JSON_NESTING = 200;

    /** The deepest that elements of an XML document may be nested. */
    public static final int XML_NESTING = 60;

    /** The most aliases of mappings and lists in one YAML document; more is a bomb or a mistake. */
    public static final int YAML_ALIASES = 200;

    /** The most values of one YAML document once its aliases are expanded. */
    public static final int YAML_VALUES = 400_000;

    /** The most files, each of which names the next as what it extends or has for a parent. */
    public static final int EXTENDS_CHAIN = 8;

    /** The deepest that variables of a deployment tool may stand within each other's values. */
    public static final int VARIABLE_NESTING = 24;

    /** The most steps that the templates of one chart take; what is not written by then is unknown. */
    public static final int TEMPLATE_STEPS = 5_000_000;

    private Limits() {}
}
