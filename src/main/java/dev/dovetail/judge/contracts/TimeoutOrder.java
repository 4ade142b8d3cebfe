package dev.dovetail.judge.contracts;

import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Trigger;
import dev.dovetail.judge.ContractRule;
import dev.dovetail.judge.Finding;
import dev.dovetail.judge.Findings;
import dev.dovetail.judge.Shown;
import dev.dovetail.knowledge.Contract;
import dev.dovetail.knowledge.Level;
import dev.dovetail.knowledge.Platform;
import dev.dovetail.knowledge.Quantity;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every hop on the way to a unit waits as long as the unit may run. */
public final class TimeoutOrder implements ContractRule {

    /** A platform's fact that its vendor raises the limit on request. */
    private static final String CAN_BE_RAISED = "timeout-can-be-raised";

    @Override
    public String id() {
        return "timeout-order";
    }

    @Override
    public List<Finding> judge(LinkedUnit unit, Contract contract, Surroundings surroundings) {
        List<Finding> findings = new ArrayList<>(hopsAboveTheirLimit(unit, contract, surroundings));
        order(unit, contract, surroundings).ifPresent(findings::add);
        return findings;
    }

    /** Hops that config lets wait longer than they can. */
    private static List<Finding> hopsAboveTheirLimit(
            LinkedUnit unit, Contract contract, Surroundings surroundings) {
        List<Finding> findings = new ArrayList<>();
        for (Trigger trigger : unit.unit().triggers()) {
            for (Trigger.Hop hop : trigger.hops()) {
                Platform platform = surroundings.knowledge().platforms().get(hop.platform());
                Platform.Limit limit = platform == null ? null : platform.limits().get("timeout");
                Setting setting = hop.settings().get(SettingName.TIMEOUT);
                if (platform == null || limit == null || setting == null || streams(hop)
                        // Whoever sets more than the quota had it raised: else no deploy succeeds.
                        || platform.traits().containsKey(CAN_BE_RAISED)) {
                    continue;
                }
                Optional<Double> waits = setting.value().number();
                Optional<Double> most = limit.maximum().map(Quantity::value);
                if (waits.isPresent() && most.isPresent() && waits.get() > most.get()) {
                    Map<String, String> values =
                            Map.of(
                                    "hop", platform.name(),
                                    "outer", Shown.duration(waits.get()),
                                    "limit", Shown.duration(most.get()));
                    findings.add(
                            Findings.broken(
                                            contract,
                                            "hop-above-limit",
                                            unit,
                                            values)
                                    .level(Level.ERROR)
                                    .codeLabel("waits " + Shown.duration(waits.get()))
                                    .config(trigger.place(), "calls " + unit.unit().name())
                                    .fact(platform.name(), limit.source())
                                    .at(setting.place().orElse(trigger.place())));
                }
            }
        }
        return findings;
    }

    private static boolean streams(Trigger.Hop hop) {
        return Optional.ofNullable(hop.settings().get(SettingName.RESPONSE_MODE))
                .flatMap(setting -> setting.value().text())
                .filter("stream"::equals)
                .isPresent();
    }

    private static Optional<Finding> order(
            LinkedUnit unit, Contract contract, Surroundings surroundings) {
        List<Trigger> triggers = unit.unit().triggers();
        boolean onlyRequests =
                !triggers.isEmpty()
                        && triggers.stream()
                                .allMatch(trigger -> trigger.kind() == Trigger.Kind.HTTP);
        Optional<Setting> timeout = unit.unit().setting(SettingName.TIMEOUT);
        Optional<Double> inner = timeout.flatMap(setting -> setting.value().number());
        if (!onlyRequests || !unit.unit().triggersKnown() || inner.isEmpty() || streams(unit)) {
            return Optional.empty();
        }
        // A way in that waits long enough is what the long timeout may be meant for.
        Optional<Outer> longest = longest(triggers, surroundings);
        if (longest.isEmpty() || longest.get().waits() > inner.get()) {
            return Optional.empty();
        }
        Outer outer = longest.get();
        boolean byDefault = timeout.get().origin() == Setting.Origin.DEFAULT;
        boolean equal = outer.waits() == inner.get();
        String message =
                byDefault
                        ? "default-above-hop"
                        : equal ? "function-equals-hop" : "function-above-hop";
        Place code = timeout.get().place().orElse(unit.unit().place());
        Map<String, String> values =
                Map.of(
                        "inner", Shown.duration(inner.get()),
                        "outer", Shown.duration(outer.waits()),
                        "hop", outer.platform().name());
        return Optional.of(
                Findings.broken(contract, message, unit, values)
                        .level(equal ? Level.NOTE : contract.words().level())
                        .codeLabel("may run " + Shown.duration(inner.get()))
                        .config(
                                outer.place(),
                                outer.platform().name() + " waits " + Shown.duration(outer.waits()))
                        .fact(outer.platform().name(), outer.source())
                        .at(code));
    }

    /** A hop with the time it waits, in ms. */
    private record Outer(Platform platform, double waits, Place place, Platform.Source source) {}

    /** The way in that waits longest; empty when some way in waits for a time that is not known. */
    private static Optional<Outer> longest(List<Trigger> triggers, Surroundings surroundings) {
        Outer longest = null;
        for (Trigger trigger : triggers) {
            Optional<Outer> shortest = shortest(trigger, surroundings);
            if (shortest.isEmpty()) {
                return Optional.empty();
            }
            if (longest == null || shortest.get().waits() > longest.waits()) {
                longest = shortest.get();
            }
        }
        return Optional.ofNullable(longest);
    }

    /** The hop of one way in that gives up first. */
    private static Optional<Outer> shortest(Trigger trigger, Surroundings surroundings) {
        Outer shortest = null;
        for (Trigger.Hop hop : trigger.hops()) {
            Platform platform = surroundings.knowledge().platforms().get(hop.platform());
            Platform.Limit limit = platform == null ? null : platform.limits().get("timeout");
            if (platform == null || limit == null) {
                continue;
            }
            Setting setting = hop.settings().get(SettingName.TIMEOUT);
            Optional<Double> wait =
                    setting != null
                            ? setting.value().number()
                            : limit.defaultValue().or(limit::maximum).map(Quantity::value);
            if (wait.isEmpty()) {
                return Optional.empty();
            }
            if (shortest == null || wait.get() < shortest.waits()) {
                Place place =
                        setting == null ? hop.place() : setting.place().orElse(hop.place());
                shortest = new Outer(platform, wait.get(), place, limit.source());
            }
        }
        return Optional.ofNullable(shortest);
    }

    private static boolean streams(LinkedUnit unit) {
        return unit.unit()
                .setting(SettingName.RESPONSE_MODE)
                .flatMap(setting -> setting.value().text())
                .filter("stream"::equals)
                .isPresent();
    }
}
