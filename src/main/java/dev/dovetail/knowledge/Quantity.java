package dev.dovetail.knowledge;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number with its unit of measure, as {@code rules/} writes it: {@code 30 s}, {@code 512 MiB}.
 *
 * @param value in the base unit of its kind: ms, bytes, or plain
 */
public record Quantity(double value, Kind kind) {

    /** What is measured. */
    public enum Kind {
        /** In ms. */
        DURATION,
        /** In bytes. */
        SIZE,
        PLAIN
    }

    private static final Pattern WRITTEN =
            Pattern.compile("([0-9][0-9,_]*(?:\\.[0-9]+)?)\\s*([A-Za-z]*)");

    private static final Map<String, Double> DURATIONS =
            Map.of("ms", 1.0, "s", 1000.0, "min", 60_000.0, "h", 3_600_000.0, "d", 86_400_000.0);

    private static final Map<String, Double> SIZES =
            Map.ofEntries(
                    Map.entry("b", 1.0),
                    Map.entry("kb", 1e3),
                    Map.entry("mb", 1e6),
                    Map.entry("gb", 1e9),
                    Map.entry("kib", 1024.0),
                    Map.entry("mib", 1048576.0),
                    Map.entry("gib", 1073741824.0));

    /** Reads a quantity; empty when it is none. */
    public static Optional<Quantity> parse(String text) {
        Matcher matcher = WRITTEN.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        double number = Double.parseDouble(matcher.group(1).replaceAll("[,_]", ""));
        String unit = matcher.group(2);
        if (unit.isEmpty()) {
            return Optional.of(new Quantity(number, Kind.PLAIN));
        }
        Double duration = DURATIONS.get(unit);
        if (duration != null) {
            return Optional.of(new Quantity(number * duration, Kind.DURATION));
        }
        Double size = SIZES.get(unit.toLowerCase(Locale.ROOT));
        return size == null
                ? Optional.empty()
                : Optional.of(new Quantity(number * size, Kind.SIZE));
    }
}
