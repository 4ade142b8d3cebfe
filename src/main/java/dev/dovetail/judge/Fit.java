package dev.dovetail.judge;

import dev.dovetail.knowledge.Platform;
import java.util.List;

/**
 * How a unit and a host go together.
 *
 * @param isOwn whether it is the host that config puts the unit on
 * @param unknown why nothing can be said, or the empty string
 * @param obstacles in the order of {@link Judge#ORDER}
 */
public record Fit(Platform host, boolean isOwn, String unknown, List<Obstacle> obstacles) {

    public Fit {
        obstacles = List.copyOf(obstacles);
    }

    /** The verdict, from best to worst. */
    public enum Verdict {
        /** Nothing stands against it. */
        FITS,
        /** It runs, and something about it is worse there than its authors should want. */
        FITS_BUT,
        /** Settings make it right. */
        FITS_IF,
        /** Its code has to change. */
        DOES_NOT_FIT,
        /** Its code is not known. */
        UNKNOWN
    }

    /** The worst that an obstacle makes of it; what is only worth knowing makes nothing of it. */
    public Verdict verdict() {
        if (!unknown.isEmpty()) {
            return Verdict.UNKNOWN;
        }
        Verdict worst = Verdict.FITS;
        for (Obstacle obstacle : obstacles) {
            Verdict one = verdict(obstacle);
            worst = one.compareTo(worst) > 0 ? one : worst;
        }
        return worst;
    }

    /** What one obstacle makes of a unit. */
    public static Verdict verdict(Obstacle obstacle) {
        return switch (obstacle.finding().level()) {
            case NOTE -> Verdict.FITS;
            case WARNING -> obstacle.isFirm() ? Verdict.FITS_BUT : Verdict.FITS_IF;
            case ERROR -> obstacle.isFirm() ? Verdict.DOES_NOT_FIT : Verdict.FITS_IF;
        };
    }
}
