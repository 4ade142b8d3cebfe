package dev.dovetail.cli;

import dev.dovetail.policy.SimilarWords;
import java.util.Collection;

/** Words of the command line that must be known. */
final class Nearest {

    private Nearest() {}

    /**
     * Refuses {@code given} when it is not among {@code known}.
     *
     * @param kind what it names, for the message
     */
    static String require(String kind, String given, Collection<String> known) {
        if (known.contains(given)) {
            return given;
        }
        throw new UsageException(SimilarWords.unknown(kind, given, known));
    }
}
