package dev.dovetail.judge;

import dev.dovetail.config.Setting;
import dev.dovetail.knowledge.Condition;
import dev.dovetail.knowledge.Platform;
import dev.dovetail.knowledge.Quantity;
import dev.dovetail.link.Folded;
import dev.dovetail.link.Truth;
import java.util.Optional;

/** Amounts against a limit of the platform that is asked: what config sets, or else its own. */
final class LimitsInForce {

    private LimitsInForce() {}

    /** Whether a value is at most the limit that the test names. */
    static Truth within(Condition.Test test, Folded value, Subject subject) {
        Optional<Double> amount = amount(value);
        Optional<Double> limit = test.first().flatMap(name -> limit(name, subject));
        if (amount.isEmpty() || limit.isEmpty()) {
            return Truth.UNKNOWN;
        }
        return Truth.of(amount.get() <= limit.get());
    }

    /** The least of a choice: only what is too much in any case is too much. */
    static Optional<Double> amount(Folded value) {
        if (value instanceof Folded.Choice choice) {
            Optional<Double> least = Optional.empty();
            for (Folded option : choice.options()) {
                Optional<Double> measured = Tests.measure(option);
                if (measured.isEmpty()) {
                    return Optional.empty();
                }
                least = Optional.of(Math.min(least.orElse(measured.get()), measured.get()));
            }
            return least;
        }
        return Tests.measure(value);
    }

    private static Optional<Double> limit(String name, Subject subject) {
        if (subject.asked().isEmpty()) {
            return Optional.empty();
        }
        Subject.Asked asked = subject.asked().get();
        Platform.Limit limit = asked.platform().limits().get(name);
        if (limit == null) {
            return Optional.empty();
        }
        Optional<Setting> setting =
                asked.hop().isPresent()
                        ? Optional.ofNullable(asked.hop().get().settings().get(name))
                        : limit.setting().flatMap(subject.unit().unit()::setting);
        if (setting.isPresent()) {
            return setting.get().value().number();
        }
        return limit.defaultValue().or(limit::maximum).map(Quantity::value);
    }
}
