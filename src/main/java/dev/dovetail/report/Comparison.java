package dev.dovetail.report;

/**
 * What a report leaves out because it was known before.
 *
 * @param with what it was compared with, as the user named it: a baseline's file, a revision
 * @param known findings that were there before, and are still
 * @param gone findings that were there before, and are no more
 */
public record Comparison(String with, int known, int gone) {

    @Override
    public String toString() {
        return "Against %s: %d known and not shown, %d gone.".formatted(with, known, gone);
    }
}
