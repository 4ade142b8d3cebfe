package dev.dovetail.judge.contracts;

import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Trigger;
import dev.dovetail.judge.ContractRule;
import dev.dovetail.judge.Finding;
import dev.dovetail.judge.Findings;
import dev.dovetail.judge.Shown;
import dev.dovetail.knowledge.Contract;
import dev.dovetail.link.LinkedUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A queue hides messages at least as long as the unit that takes them may run. */
public final class VisibilityTimeout implements ContractRule {

    @Override
    public String id() {
        return "visibility-timeout";
    }

    @Override
    public List<Finding> judge(LinkedUnit unit, Contract contract, Surroundings surroundings) {
        Optional<Setting> timeout = unit.unit().setting(SettingName.TIMEOUT);
        Optional<Double> mayRun = timeout.flatMap(setting -> setting.value().number());
        if (mayRun.isEmpty()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        for (Trigger trigger : unit.unit().triggers()) {
            Setting visibility = trigger.settings().get(SettingName.VISIBILITY_TIMEOUT);
            Optional<Double> hidden =
                    Optional.ofNullable(visibility).flatMap(setting -> setting.value().number());
            if (trigger.kind() != Trigger.Kind.QUEUE
                    || visibility == null
                    || hidden.isEmpty()
                    || hidden.get() >= mayRun.get()) {
                continue;
            }
            boolean byDefault = visibility.origin() == Setting.Origin.DEFAULT;
            Map<String, String> values =
                    Map.of(
                            "timeout", Shown.duration(mayRun.get()),
                            "visibility", Shown.duration(hidden.get()),
                            "queue", trigger.path().orElse(""));
            findings.add(
                    Findings.broken(
                                    contract,
                                    byDefault ? "default-below-timeout" : "below-timeout",
                                    unit,
                                    values)
                            .codeLabel("may run " + Shown.duration(mayRun.get()))
                            .config(
                                    visibility.place().orElse(trigger.place()),
                                    "hides messages for " + Shown.duration(hidden.get()))
                            .at(timeout.get().place().orElse(unit.unit().place())));
        }
        return findings;
    }
}
