package dev.dovetail.judge.contracts;

import java.util.Optional;

/** A schedule in cron's five fields, as far as it says how often it runs. */
final class CronExpression {

    private static final double MINUTE = 60_000;
    private static final double HOUR = 60 * MINUTE;
    private static final double DAY = 24 * HOUR;

    private CronExpression() {}

    /**
     * The time between the two runs that are nearest to each other, in ms, a day when it runs at most
     * once a day; empty for what is no cron expression.
     */
    static Optional<Double> shortestInterval(String expression) {
        String[] fields = expression.strip().split("\\s+");
        if (fields.length != 5 || expression.length() > 100) {
            return Optional.empty();
        }
        if (!isNumber(fields[0])) {
            return Optional.of(step(fields[0]) * MINUTE);
        }
        return Optional.of(isNumber(fields[1]) ? DAY : step(fields[1]) * HOUR);
    }

    /** The step of {@code *}{@code /n}; a list or range may have neighbours that are one apart. */
    private static double step(String field) {
        String every = field.startsWith("*/") ? field.substring(2) : "1";
        return isNumber(every) ? Math.max(1, Integer.parseInt(every)) : 1;
    }

    private static boolean isNumber(String field) {
        return !field.isEmpty() && field.length() <= 2 && field.chars().allMatch(Character::isDigit);
    }
}
