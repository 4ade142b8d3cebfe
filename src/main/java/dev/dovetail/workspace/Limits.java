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

    private Limits() {}
}
