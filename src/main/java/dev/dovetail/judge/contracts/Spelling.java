package dev.dovetail.judge.contracts;

/** Whether two names are the same but for a slip of the hand. */
final class Spelling {

    private Spelling() {}

    /** Whether they differ in case alone, or in one letter of a name that is long enough. */
    static boolean isSlip(String one, String other) {
        return one.equalsIgnoreCase(other) || isOneApart(one, other);
    }

    /** Whether one letter is another, missing or too many, in names of six letters or more. */
    static boolean isOneApart(String one, String other) {
        if (one.length() < 6 || Math.abs(one.length() - other.length()) > 1) {
            return false;
        }
        int start = 0;
        int shorter = Math.min(one.length(), other.length());
        while (start < shorter && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start
                && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        return Math.max(one.length(), other.length()) - start - end == 1;
    }
}
