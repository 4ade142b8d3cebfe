package dev.dovetail.config;

import org.jspecify.annotations.Nullable;

/** Durations as most config writes them: a number, and {@code ms}, {@code s}, {@code m} or {@code h}. */
public final class Durations {

    private Durations() {}

    /**
     * A duration in ms.
     *
     * @param unit one of these; seconds when it is missing or another
     */
    public static long milliseconds(String number, @Nullable String unit) {
        long factor =
                switch (unit == null ? "s" : unit) {
                    case "ms" -> 1;
                    case "m" -> 60_000;
                    case "h" -> 3_600_000;
                    default -> 1_000;
                };
        return Long.parseLong(number) * factor;
    }
}
