package dev.dovetail.link;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value as far as it can be computed without running anything, for one unit. */
public sealed interface Folded {

    /**
     * Known exactly.
     *
     * @param literal a String, Double or Boolean
     */
    record Known(Object literal) implements Folded {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Known known && known.literal.equals(literal);
        }

        @Override
        public int hashCode() {
            return literal.hashCode();
        }
    }

    /** {@code null}, {@code undefined} or {@code None}. */
    record Nothing() implements Folded {}

    /** Text of which only the ends are known. */
    record Partial(String prefix, String suffix) implements Folded {}

    /** An object, list or function: there, but without a text or number of its own. */
    record Structure() implements Folded {
        // Written out in what is common, for a quick start, as in Entity.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Structure;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    /** The file that the process was started with, as {@code require.main} gives it. */
    record MainModule() implements Folded {}

    /** One of these, and it cannot be told which. */
    record Choice(List<Folded> options) implements Folded {
        public Choice {
            options = List.copyOf(options);
        }
    }

    /**
     * Cannot be known.
     *
     * @param fromEnvironment whether a variable decides it that may be set outside the workspace
     */
    record Unknown(boolean fromEnvironment) implements Folded {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Unknown unknown && unknown.fromEnvironment == fromEnvironment;
        }

        @Override
        public int hashCode() {
            return fromEnvironment ? 3 : 2;
        }
    }

    /** Cannot be known, for a reason within the code. */
    Unknown UNKNOWN = new Unknown(false);

    static Folded of(Object literal) {
        return literal instanceof Number number
                ? new Known(number.doubleValue())
                : new Known(literal);
    }

    /** The text of a value that is known exactly; whole numbers without a fraction. */
    default Optional<String> text() {
        if (!(this instanceof Known known)) {
            return Optional.empty();
        }
        if (known.literal() instanceof Double number && number == Math.rint(number)) {
            return Optional.of(String.valueOf(number.longValue()));
        }
        return Optional.of(String.valueOf(known.literal()));
    }

    /** The number of a value that is known exactly. */
    default Optional<Double> number() {
        if (!(this instanceof Known known)) {
            return Optional.empty();
        }
        if (known.literal() instanceof Double number) {
            return Optional.of(number);
        }
        try {
            return Optional.of(Double.valueOf(String.valueOf(known.literal()).strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether a condition with this value holds; unknown for a choice of both. */
    default Truth truth() {
        if (this instanceof Known known) {
            Object literal = known.literal();
            return Truth.of(
                    !literal.equals("") && !literal.equals(0.0) && !literal.equals(false));
        }
        if (this instanceof Nothing) {
            return Truth.NO;
        }
        if (this instanceof Structure) {
            return Truth.YES;
        }
        if (this instanceof Partial partial) {
            boolean some = !partial.prefix().isEmpty() || !partial.suffix().isEmpty();
            return some ? Truth.YES : Truth.UNKNOWN;
        }
        if (this instanceof Choice choice) {
            Truth first = choice.options().get(0).truth();
            boolean same = choice.options().stream().allMatch(option -> option.truth() == first);
            return same ? first : Truth.UNKNOWN;
        }
        return Truth.UNKNOWN;
    }

    /** Whether a variable that may be set outside the workspace has a part in it. */
    default boolean dependsOnEnvironment() {
        if (this instanceof Unknown unknown) {
            return unknown.fromEnvironment();
        }
        return this instanceof Choice choice
                && choice.options().stream().anyMatch(Folded::dependsOnEnvironment);
    }
}
