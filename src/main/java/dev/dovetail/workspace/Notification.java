package dev.dovetail.workspace;

/**
 * Something the user should know about an input that could not be read as it should.
 *
 * @param level how much is lost
 * @param message one sentence that says what is wrong and what was done about it
 * @param place where it was met
 */
public record Notification(Level level, String message, Place place)
        implements Comparable<Notification> {

    private static final String TOO_SLOW =
            "This file takes longer than " + Limits.PARSE_SECONDS + " s to parse and is not analysed.";

    /** A file that takes a parser longer than it may. */
    public static Notification tooSlow(String file) {
        return new Notification(Level.WARNING, TOO_SLOW, Place.startOf(file));
    }

    /** Whether another run, on a machine that does less at the time, might not meet it. */
    public boolean dependsOnTime() {
        return message.equals(TOO_SLOW);
    }

    /** Whether something was not analysed as it should. */
    public boolean isLoss() {
        return level != Level.REMARK;
    }

    /** How much is lost. */
    public enum Level {
        /** The file, or a part of it, was not analysed. */
        ERROR,
        /** The file was analysed, but with less than all that it says. */
        WARNING,
        /** All was analysed; something should be mended all the same. */
        REMARK
    }

    @Override
    public int compareTo(Notification other) {
        int byPlace = place.compareTo(other.place);
        return byPlace != 0 ? byPlace : message.compareTo(other.message);
    }
}
