package dev.dovetail.judge;

import dev.dovetail.workspace.Place;

/**
 * That the user does not want to see a finding.
 *
 * @param kind where it is said
 * @param reason in the user's words; empty when there is none
 * @param place the comment, or the line of {@code dovetail.yaml}
 */
public record Suppression(Kind kind, String reason, Place place) {

    /** Where a suppression is said. */
    public enum Kind {
        /** In a comment beside the code or config. */
        IN_SOURCE,
        /** In {@code dovetail.yaml}. */
        EXTERNAL
    }
}
