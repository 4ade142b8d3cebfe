package dev.dovetail.judge.contracts;

import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.judge.ContractRule;
import dev.dovetail.knowledge.Contract;
import dev.dovetail.knowledge.Selector;
import dev.dovetail.link.Folded;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.link.ReachedUse;
import dev.dovetail.link.Values;
import dev.dovetail.source.Expr;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.source.Write;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * For how long a unit's server keeps a connection on which nothing comes.
 *
 * @param atMost whether it is the longest of the defaults of several versions
 * @param use the call that opens the server; empty when the start command does
 */
record IdleTime(double milliseconds, boolean atMost, Place place, Optional<ReachedUse> use) {

    private static final double SECOND = 1000;

    /** Empty when it cannot be known. */
    static Optional<IdleTime> of(
            LinkedUnit unit, Contract contract, ContractRule.Surroundings surroundings) {
        Optional<Setting> told = unit.unit().setting(SettingName.KEEP_ALIVE);
        if (told.isPresent()) {
            Place place = told.get().place().orElse(unit.unit().entryPoint().place());
            return told.get()
                    .value()
                    .number()
                    .map(time -> new IdleTime(time, false, place, Optional.empty()));
        }
        List<Listener> listeners = Listeners.of(unit, surroundings);
        return listeners.size() == 1
                ? listeners.get(0).use().flatMap(use -> ofCall(unit, contract, use))
                : Optional.empty();
    }

    private static Optional<IdleTime> ofCall(LinkedUnit unit, Contract contract, ReachedUse use) {
        Map<String, String> defaults = contract.table("defaults-of-calls");
        Optional<String> call =
                use.paths().stream().map(path -> path + "()").filter(defaults::containsKey).findFirst();
        if (call.isEmpty() || !use.certain() || bringsItsOwn(unit, contract)) {
            return Optional.empty();
        }
        List<Write> writes = new ArrayList<>();
        List<IdleTime> set = new ArrayList<>();
        for (SourceSummary file : unit.files()) {
            for (Write write : file.writes()) {
                if (write.target() instanceof Expr.Member member
                        && contract.table("set-by").containsKey(member.name())) {
                    writes.add(write);
                    unit.folder()
                            .fold(file, write.value())
                            .number()
                            .filter(time -> write.guard() < 0)
                            .map(time -> new IdleTime(time, false, file.place(write.region()), Optional.of(use)))
                            .ifPresent(set::add);
                }
            }
        }
        if (!writes.isEmpty() || isNamed(unit, contract)) {
            return writes.size() == 1 ? set.stream().findFirst() : Optional.empty();
        }
        return byCall(unit, contract, use, call.get(), Double.parseDouble(defaults.get(call.get())));
    }

    private static boolean bringsItsOwn(LinkedUnit unit, Contract contract) {
        return unit.uses().stream()
                .flatMap(use -> use.paths().stream())
                .anyMatch(path -> contract.table("other-servers").containsKey(path + "()"));
    }

    /** Whether an option that says the time is written anywhere. */
    private static boolean isNamed(LinkedUnit unit, Contract contract) {
        return Exprs.anyText(unit, contract.table("set-by")::containsKey);
    }

    private static Optional<IdleTime> byCall(
            LinkedUnit unit, Contract contract, ReachedUse use, String call, double longest) {
        String argument = contract.table("arguments-of-calls").get(call);
        if (argument != null) {
            Folded given = Values.select(unit.folder(), use.file(), use.use(), Selector.named(argument));
            Optional<Double> seconds =
                    given instanceof Folded.Nothing ? Optional.of(longest) : given.number();
            return seconds.map(time -> new IdleTime(time * SECOND, false, use.place(), Optional.of(use)));
        }
        Optional<Double> older = ofOlderImage(unit, contract);
        return Optional.of(
                new IdleTime(
                        older.orElse(longest) * SECOND, older.isEmpty(), use.place(), Optional.of(use)));
    }

    /** The default, in seconds, of the older version of the runtime that the image holds. */
    private static Optional<Double> ofOlderImage(LinkedUnit unit, Contract contract) {
        String image =
                unit.unit()
                        .setting(SettingName.BASE_IMAGE)
                        .flatMap(set -> set.value().text())
                        .orElse("");
        String[] parts = image.substring(image.lastIndexOf('/') + 1).split(":", 2);
        String until = contract.table("older-until").get(parts[0]);
        String older = contract.table("older-defaults").get(parts[0]);
        return until == null || older == null || parts.length < 2
                ? Optional.empty()
                : Runtimes.leadingNumber(parts[1])
                        .filter(version -> version < Integer.parseInt(until))
                        .map(version -> Double.valueOf(older));
    }
}
