package dev.dovetail.judge;

import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.link.Folded;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Values as a sentence shows them. */
public final class Shown {

    private static final int LONGEST = 60;

    private Shown() {}

    /** A value's words; empty when it is not known. */
    static Optional<String> value(String name, Folded value) {
        if (name.equals("duration")) {
            Optional<Double> milliseconds = value.number();
            if (milliseconds.isPresent()) {
                return Optional.of(duration(milliseconds.get()));
            }
        }
        if (name.equals("size")) {
            Optional<Double> bytes = Tests.measure(value);
            if (bytes.isPresent()) {
                return Optional.of(size(bytes.get()));
            }
        }
        if (value instanceof Folded.Partial partial) {
            boolean some = !partial.prefix().isEmpty() || !partial.suffix().isEmpty();
            return some
                    ? Optional.of(cut(partial.prefix() + "…" + partial.suffix()))
                    : Optional.empty();
        }
        if (value instanceof Folded.Choice choice) {
            return value(name, choice.options().get(0));
        }
        return value.text().filter(text -> !text.isEmpty()).map(Shown::cut);
    }

    /** The known settings of a unit, in words. */
    static Map<String, String> settings(DeploymentUnit unit) {
        Map<String, String> shown = new HashMap<>();
        unit.settings()
                .forEach((name, setting) -> setting.value().text().ifPresent(text -> shown.put(name, text)));
        return shown;
    }

    /** {@code 90 s}, {@code 1.5 min}, {@code 250 ms}. */
    public static String duration(double milliseconds) {
        if (milliseconds < 1000) {
            return number(milliseconds) + " ms";
        }
        return milliseconds < 3_600_000
                ? number(milliseconds / 1000) + " s"
                : number(milliseconds / 3_600_000) + " h";
    }

    public static String size(double bytes) {
        if (bytes < 1e6) {
            return number(bytes / 1024) + " KiB";
        }
        boolean decimal = bytes % 1e5 == 0;
        return decimal ? number(bytes / 1e6) + " MB" : number(bytes / 1048576) + " MiB";
    }

    public static String number(double value) {
        return value == Math.rint(value)
                ? String.valueOf((long) value)
                : String.format(Locale.ROOT, "%.1f", value);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
