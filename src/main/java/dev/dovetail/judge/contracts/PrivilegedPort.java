package dev.dovetail.judge.contracts;

import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.judge.ContractRule;
import dev.dovetail.judge.Finding;
import dev.dovetail.judge.Findings;
import dev.dovetail.knowledge.Contract;
import dev.dovetail.link.LinkedUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A process that does not run as root opens no port for which older kernels and engines want it. */
public final class PrivilegedPort implements ContractRule {

    private static final int FIRST_FREE = 1024;

    @Override
    public String id() {
        return "privileged-port";
    }

    @Override
    public List<Finding> judge(LinkedUnit unit, Contract contract, Surroundings surroundings) {
        Optional<Setting> user = unit.unit().setting(SettingName.USER);
        Optional<String> name =
                user.flatMap(set -> set.value().text())
                        .map(text -> text.replaceAll(":.*", "").strip())
                        .filter(text -> !text.isEmpty() && !contract.table("root").containsKey(text));
        if (name.isEmpty() || user.flatMap(Setting::place).isEmpty()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        for (Listener listener : Listeners.of(unit, surroundings)) {
            Optional<Integer> port =
                    listener.port().filter(number -> listener.settled() && number < FIRST_FREE);
            if (port.isPresent()) {
                Findings.Draft draft =
                        Findings.broken(
                                        contract,
                                        "plain",
                                        unit,
                                        Map.of(
                                                "user", name.get(),
                                                "port", String.valueOf(port.get())))
                                .codeLabel("listens on port " + port.get())
                                .config(
                                        user.flatMap(Setting::place).get(),
                                        "runs it as " + name.get());
                listener.use().ifPresent(use -> draft.wayTo(use.step()));
                findings.add(draft.at(listener.place()));
            }
        }
        return findings;
    }
}
