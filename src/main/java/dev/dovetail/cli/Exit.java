package dev.dovetail.cli;

/** Exit statuses, as linters have them. */
final class Exit {

    /** Nothing was found at or above the level that fails. */
    static final int CLEAN = 0;

    /** Something was. */
    static final int FINDINGS = 1;

    /** It could not do its job. */
    static final int FAILED = 2;

    private Exit() {}
}
