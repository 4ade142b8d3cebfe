package dev.dovetail.judge;

import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Trigger;
import dev.dovetail.knowledge.Condition;
import dev.dovetail.knowledge.Feature;
import dev.dovetail.knowledge.Platform;
import dev.dovetail.knowledge.Quantity;
import dev.dovetail.link.Folded;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.link.Truth;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Amounts in code against the limits on every way to a unit. */
final class Limits {

    /** A limit in force: what config sets, or else the platform's own. */
    record InForce(double value, Platform platform, Platform.Limit limit, Optional<Place> place) {}

    private static final Verdict SILENT =
            new Verdict(Truth.UNKNOWN, Optional.empty(), Optional.empty(), Optional.empty(), false);

    private Limits() {}

    /** NO when the amount is above what every way to the unit lets through. */
    static Verdict verdict(
            Feature.Bound bound, Subject subject, Map<String, Platform> platforms) {
        Optional<Double> amount =
                Optional.ofNullable(subject.captures().get(bound.capture()))
                        .flatMap(Limits::smallest);
        if (amount.isEmpty()) {
            return SILENT;
        }
        List<InForce> ways = ways(bound.limit(), subject.unit(), platforms);
        if (ways.isEmpty()) {
            return SILENT;
        }
        InForce widest = ways.get(0);
        for (InForce way : ways) {
            widest = way.value() > widest.value() ? way : widest;
        }
        if (amount.get() <= widest.value()) {
            return SILENT;
        }
        String because = widest.limit().because();
        Platform.Support support =
                new Platform.Support(
                        new Condition.Constant(false),
                        Optional.empty(),
                        because.isEmpty() ? described(bound.limit(), widest) : because,
                        Optional.empty(),
                        widest.limit().source());
        return new Verdict(
                Truth.NO,
                Optional.of(widest.platform()),
                Optional.of(support),
                widest.place(),
                false);
    }

    private static String described(String limit, InForce inForce) {
        String amount =
                limit.equals("timeout")
                        ? Shown.duration(inForce.value())
                        : Shown.size(inForce.value());
        return inForce.platform().name() + " allows " + amount;
    }

    /** The least of a choice: only what is too much in any case is too much. */
    private static Optional<Double> smallest(Folded value) {
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

    /** The narrowest limit on each way to the unit; empty when some way is not known. */
    static List<InForce> ways(
            String limit, LinkedUnit unit, Map<String, Platform> platforms) {
        Optional<InForce> host = ofHost(limit, unit);
        List<InForce> ways = new ArrayList<>();
        boolean otherWays = false;
        for (Trigger trigger : unit.unit().triggers()) {
            if (trigger.kind() != Trigger.Kind.HTTP && trigger.kind() != Trigger.Kind.WEBSOCKET) {
                otherWays = true;
                continue;
            }
            Optional<InForce> narrowest = host;
            for (Trigger.Hop hop : trigger.hops()) {
                Optional<InForce> ofHop = ofHop(limit, hop, platforms);
                if (ofHop.isPresent()
                        && (narrowest.isEmpty()
                                || ofHop.get().value() < narrowest.get().value())) {
                    narrowest = ofHop;
                }
            }
            if (narrowest.isEmpty()) {
                return List.of();
            }
            ways.add(narrowest.get());
        }
        if (otherWays && limit.equals(SettingName.TIMEOUT)) {
            host.ifPresent(ways::add);
        }
        boolean hostAlone = ways.isEmpty() && unit.unit().triggers().isEmpty();
        if (hostAlone || !unit.unit().triggersKnown()) {
            host.ifPresent(ways::add);
        }
        return ways;
    }

    private static Optional<InForce> ofHost(String limit, LinkedUnit unit) {
        if (unit.host().isEmpty()) {
            return Optional.empty();
        }
        Platform platform = unit.host().get();
        Optional<Platform.Limit> known = Optional.ofNullable(platform.limits().get(limit));
        if (known.isEmpty()) {
            return Optional.empty();
        }
        Optional<Setting> setting = known.get().setting().flatMap(unit.unit()::setting);
        return inForce(platform, known.get(), setting, Optional.empty());
    }

    private static Optional<InForce> ofHop(
            String limit, Trigger.Hop hop, Map<String, Platform> platforms) {
        Platform platform = platforms.get(hop.platform());
        if (platform == null || !platform.limits().containsKey(limit)) {
            return Optional.empty();
        }
        Optional<Setting> setting = Optional.ofNullable(hop.settings().get(limit));
        return inForce(
                platform, platform.limits().get(limit), setting, Optional.of(hop.place()));
    }

    private static Optional<InForce> inForce(
            Platform platform,
            Platform.Limit limit,
            Optional<Setting> setting,
            Optional<Place> place) {
        if (setting.isPresent()) {
            return setting.get()
                    .value()
                    .number()
                    .map(
                            value ->
                                    new InForce(
                                            value,
                                            platform,
                                            limit,
                                            setting.get().place().or(() -> place)));
        }
        return limit.defaultValue()
                .or(limit::maximum)
                .map(Quantity::value)
                .map(value -> new InForce(value, platform, limit, place));
    }
}
