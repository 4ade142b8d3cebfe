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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Settings stay within what the platform, or the plan, allows. */
public final class PlanLimit implements ContractRule {

    /** A platform's limit on how far two runs of a schedule are apart. */
    private static final String INTERVAL = "cron-interval";

    private static final double MEBIBYTE = 1048576;

    @Override
    public String id() {
        return "plan-limit";
    }

    @Override
    public List<Finding> judge(LinkedUnit unit, Contract contract, Surroundings surroundings) {
        List<Finding> findings = new ArrayList<>();
        Platform host = unit.host().orElseThrow();
        for (Platform.Limit limit : new TreeMap<>(host.limits()).values()) {
            limit.setting()
                    .flatMap(unit.unit()::setting)
                    .filter(setting -> setting.origin() == Setting.Origin.CONFIG)
                    .flatMap(setting -> judge(unit, contract, limit, setting))
                    .ifPresent(findings::add);
        }
        Platform.Limit interval = host.limits().get(INTERVAL);
        if (interval != null) {
            unit.unit().triggers().stream()
                    .flatMap(trigger -> tooOften(unit, contract, interval, trigger).stream())
                    .forEach(findings::add);
        }
        return findings;
    }

    /** A schedule that runs more often than the plan, or when it is not known the lowest, allows. */
    private static Optional<Finding> tooOften(
            LinkedUnit unit, Contract contract, Platform.Limit limit, Trigger trigger) {
        Optional<Setting> schedule =
                Optional.ofNullable(trigger.settings().get(SettingName.SCHEDULE));
        Optional<String> expression = schedule.flatMap(setting -> setting.value().text());
        Optional<Double> apart = expression.flatMap(CronExpression::shortestInterval);
        Optional<String> plan =
                unit.unit().setting(SettingName.PLAN).flatMap(each -> each.value().text());
        Optional<Map.Entry<String, Quantity>> strictest =
                limit.plans().entrySet().stream()
                        .filter(each -> plan.isEmpty() || each.getKey().equals(plan.get()))
                        .max(PlanLimit::compare);
        if (apart.isEmpty()
                || strictest.isEmpty()
                || apart.get() >= strictest.get().getValue().value()) {
            return Optional.empty();
        }
        Map<String, String> values =
                Map.of(
                        "value", expression.orElse(""),
                        "plan", strictest.get().getKey(),
                        "because", limit.because());
        Platform host = unit.host().orElseThrow();
        return Optional.of(
                Findings.broken(
                                contract,
                                plan.isEmpty() ? "too-often-for-lowest-plan" : "too-often",
                                unit,
                                values)
                        .level(plan.isEmpty() ? Level.NOTE : contract.words().level())
                        .codeLabel("runs " + expression.orElse(""))
                        .config(
                                unit.unit().place(),
                                unit.unit().name() + " runs on " + host.name())
                        .fact(host.name(), limit.source())
                        .at(schedule.get().place().orElse(trigger.place())));
    }

    private static Optional<Finding> judge(
            LinkedUnit unit, Contract contract, Platform.Limit limit, Setting setting) {
        Optional<Double> number = setting.value().number();
        if (number.isEmpty()) {
            return Optional.empty();
        }
        Quantity.Kind kind = kind(limit);
        // Settings give sizes in MiB, quantities in bytes.
        double value = kind == Quantity.Kind.SIZE ? number.get() * MEBIBYTE : number.get();
        Optional<String> plan =
                unit.unit().setting(SettingName.PLAN).flatMap(each -> each.value().text());
        if (limit.maximum().filter(most -> value > most.value()).isPresent()) {
            return broken(
                    unit, contract, limit, setting, value, "above-platform",
                    limit.maximum().get(), "", contract.words().level());
        }
        if (limit.minimum().filter(least -> value < least.value()).isPresent()) {
            return broken(
                    unit, contract, limit, setting, value, "below-platform",
                    limit.minimum().get(), "", contract.words().level());
        }
        if (plan.isPresent()) {
            Quantity most = limit.plans().get(plan.get());
            return most != null && value > most.value()
                    ? broken(
                            unit, contract, limit, setting, value, "above-plan", most, plan.get(),
                            contract.words().level())
                    : Optional.empty();
        }
        return limit.plans().entrySet().stream()
                .min(PlanLimit::compare)
                .filter(lowest -> value > lowest.getValue().value())
                .flatMap(
                        lowest ->
                                broken(
                                        unit,
                                        contract,
                                        limit,
                                        setting,
                                        value,
                                        "above-lowest-plan",
                                        lowest.getValue(),
                                        lowest.getKey(),
                                        Level.NOTE));
    }

    private static Quantity.Kind kind(Platform.Limit limit) {
        return limit.maximum()
                .or(limit::minimum)
                .or(limit::defaultValue)
                .map(Quantity::kind)
                .orElse(Quantity.Kind.PLAIN);
    }

    private static Optional<Finding> broken(
            LinkedUnit unit,
            Contract contract,
            Platform.Limit limit,
            Setting setting,
            double value,
            String message,
            Quantity bound,
            String plan,
            Level level) {
        Platform host = unit.host().orElseThrow();
        Map<String, String> values = new HashMap<>();
        values.put("setting", limit.setting().orElseThrow());
        values.put("value", shown(value, bound.kind()));
        values.put("limit", shown(bound.value(), bound.kind()));
        values.put("because", limit.because());
        values.put("plan", plan);
        return Optional.of(
                Findings.broken(contract, message, unit, values)
                        .level(level)
                        .codeLabel("sets " + limit.setting().get() + " to " + values.get("value"))
                        .config(
                                unit.unit().place(),
                                unit.unit().name() + " runs on " + host.name())
                        .fact(host.name(), limit.source())
                        .at(setting.place().orElse(unit.unit().place())));
    }

    private static String shown(double value, Quantity.Kind kind) {
        return switch (kind) {
            // In the unit that config has, so that value and limit compare.
            case DURATION -> value < 1000 ? Shown.duration(value) : Shown.number(value / 1000) + " s";
            case SIZE -> Shown.number(value / MEBIBYTE) + " MiB";
            case PLAIN -> Shown.number(value);
        };
    }

    /** The smaller limit first. */
    private static int compare(
            Map.Entry<String, Quantity> one, Map.Entry<String, Quantity> other) {
        int byValue = Double.compare(one.getValue().value(), other.getValue().value());
        return byValue != 0 ? byValue : one.getKey().compareTo(other.getKey());
    }
}
