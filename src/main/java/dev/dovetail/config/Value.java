package dev.dovetail.config;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value of deployment config, as far as it can be known without running anything. */
public sealed interface Value {

    /**
     * Known exactly.
     *
     * @param literal a String, Long, Double or Boolean; never null
     */
    record Known(Object literal) implements Value {}

    /** Cannot be known from the workspace; {@code why} is for people. Rules stay silent on it. */
    record Unknown(String why) implements Value {}

    static Value of(@Nullable Object literal) {
        return literal == null ? new Unknown("no value") : new Known(literal);
    }

    /** The text of a known value. */
    default Optional<String> text() {
        return this instanceof Known known
                ? Optional.of(String.valueOf(known.literal()))
                : Optional.empty();
    }

    /** The number of a known value, also of text that is all number. */
    default Optional<Double> number() {
        if (!(this instanceof Known known)) {
            return Optional.empty();
        }
        if (known.literal() instanceof Number number) {
            return Optional.of(number.doubleValue());
        }
        try {
            return Optional.of(Double.valueOf(String.valueOf(known.literal()).strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
