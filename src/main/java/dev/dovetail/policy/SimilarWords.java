package dev.dovetail.policy;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The known words that a mistyped one is likely to mean. */
public final class SimilarWords {

    private static final int MOST_LISTED = 12;

    private SimilarWords() {}

    /**
     * That a word is not known, with those that may be meant.
     *
     * @param kind what it names
     */
    public static String unknown(String kind, String given, Collection<String> known) {
        int bound = Math.max(2, given.length() / 3);
        List<String> near =
                known.stream()
                        .filter(word -> distance(given, word) <= bound || word.contains(given))
                        .sorted(
                                Comparator.comparingInt((String word) -> distance(given, word))
                                        .thenComparing(Comparator.naturalOrder()))
                        .limit(3)
                        .toList();
        String hint = near.isEmpty() ? "" : " Did you mean " + String.join(" or ", near) + "?";
        String all =
                near.isEmpty() && known.size() <= MOST_LISTED
                        ? " Known: " + String.join(", ", known) + "."
                        : "";
        return "There is no %s '%s'.%s%s".formatted(kind, given, hint, all);
    }

    /** Letters to add, drop, change or swap with the next (optimal string alignment). */
    public static int distance(String one, String other) {
        int[][] steps = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    steps[i][j] = i + j;
                    continue;
                }
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                steps[i][j] =
                        Math.min(
                                steps[i - 1][j - 1] + change,
                                Math.min(steps[i - 1][j], steps[i][j - 1]) + 1);
                boolean swapped =
                        i > 1
                                && j > 1
                                && one.charAt(i - 1) == other.charAt(j - 2)
                                && one.charAt(i - 2) == other.charAt(j - 1);
                if (swapped) {
                    steps[i][j] = Math.min(steps[i][j], steps[i - 2][j - 2] + 1);
                }
            }
        }
        return steps[one.length()][other.length()];
    }
}
