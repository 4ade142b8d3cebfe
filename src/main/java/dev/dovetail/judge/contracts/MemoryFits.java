package dev.dovetail.judge.contracts;

import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.judge.ContractRule;
import dev.dovetail.judge.Finding;
import dev.dovetail.judge.Findings;
import dev.dovetail.judge.Shown;
import dev.dovetail.knowledge.Contract;
import dev.dovetail.knowledge.Level;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.workspace.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The heap that the start command allows leaves the process room within its container's memory. */
public final class MemoryFits implements ContractRule {

    private static final double MEBIBYTE = 1024.0 * 1024;

    /** A heap that takes more of the memory than this leaves too little for all else, in per cent. */
    private static final double MOST_OF_IT = 95;

    @Override
    public String id() {
        return "memory-fits";
    }

    @Override
    public List<Finding> judge(LinkedUnit unit, Contract contract, Surroundings surroundings) {
        Optional<Setting> memory = unit.unit().setting(SettingName.MEMORY);
        return heap(unit, contract, memory)
                .or(() -> share(unit, contract, memory))
                .map(List::of)
                .orElse(List.of());
    }

    /** A heap of a fixed size. */
    private static Optional<Finding> heap(
            LinkedUnit unit, Contract contract, Optional<Setting> memory) {
        Optional<Setting> heap = unit.unit().setting(SettingName.HEAP);
        Optional<Double> most = memory.flatMap(set -> set.value().number());
        Optional<Double> asked = heap.flatMap(set -> set.value().number());
        if (most.isEmpty() || asked.isEmpty() || asked.get() < most.get()) {
            return Optional.empty();
        }
        Map<String, String> values =
                Map.of(
                        "heap", Shown.size(asked.get() * MEBIBYTE),
                        "memory", Shown.size(most.get() * MEBIBYTE));
        return Optional.of(
                Findings.broken(contract, "heap", unit, values)
                        .level(asked.get() > most.get() ? Level.ERROR : Level.WARNING)
                        .codeLabel("allows a heap of " + values.get("heap"))
                        .config(
                                memory.flatMap(Setting::place).orElse(unit.unit().place()),
                                "gives it " + values.get("memory"))
                        .at(place(unit, heap.orElseThrow())));
    }

    /** A heap that grows with the memory, up to nearly all of it. */
    private static Optional<Finding> share(
            LinkedUnit unit, Contract contract, Optional<Setting> memory) {
        Optional<Setting> share = unit.unit().setting(SettingName.HEAP_SHARE);
        Optional<Double> percent = share.flatMap(set -> set.value().number());
        if (percent.isEmpty() || percent.get() < MOST_OF_IT || memory.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                Findings.broken(
                                contract,
                                "share",
                                unit,
                                Map.of("share", Shown.number(percent.get())))
                        .level(Level.WARNING)
                        .codeLabel("lets the heap take " + Shown.number(percent.get()) + " %")
                        .config(
                                memory.get().place().orElse(unit.unit().place()),
                                "limits its memory")
                        .at(place(unit, share.orElseThrow())));
    }

    private static Place place(LinkedUnit unit, Setting setting) {
        return setting.place().orElse(unit.unit().entryPoint().place());
    }
}
