package dev.dovetail.judge.contracts;

import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.judge.ContractRule;
import dev.dovetail.judge.Finding;
import dev.dovetail.judge.Findings;
import dev.dovetail.knowledge.Contract;
import dev.dovetail.knowledge.Level;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.workspace.Place;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A program whose only work is to start others' jobs by the clock runs once. */
public final class SingleReplicaScheduler implements ContractRule {

    @Override
    public String id() {
        return "single-replica-scheduler";
    }

    @Override
    public List<Finding> judge(LinkedUnit unit, Contract contract, Surroundings surroundings) {
        Optional<Setting> server = unit.unit().setting(SettingName.SERVER);
        Optional<String> scheduler =
                server.flatMap(set -> set.value().text()).flatMap(name -> Optional.ofNullable(contract.table("schedulers").get(name)));
        if (scheduler.isEmpty() || locks(unit, contract, surroundings)) {
            return List.of();
        }
        Place starts = server.flatMap(Setting::place).orElse(unit.unit().entryPoint().place());
        return fixed(unit, contract, scheduler.get(), starts)
                .or(() -> growing(unit, contract, scheduler.get(), starts))
                .or(() -> overlapping(unit, contract, scheduler.get(), starts))
                .map(List::of)
                .orElse(List.of());
    }

    private static Optional<Finding> fixed(
            LinkedUnit unit, Contract contract, String scheduler, Place starts) {
        return moreThanOne(unit, SettingName.REPLICAS)
                .map(
                        copies ->
                                finding(unit, contract, "copies", Level.ERROR, scheduler, copies, starts));
    }

    private static Optional<Finding> growing(
            LinkedUnit unit, Contract contract, String scheduler, Place starts) {
        return moreThanOne(unit, SettingName.MAX_REPLICAS)
                .map(
                        most ->
                                finding(unit, contract, "grows", Level.WARNING, scheduler, most, starts));
    }

    /** One copy, of which a deploy starts the next before it stops the last. */
    private static Optional<Finding> overlapping(
            LinkedUnit unit, Contract contract, String scheduler, Place starts) {
        Optional<Setting> strategy =
                unit.unit()
                        .setting(SettingName.UPDATE_STRATEGY)
                        .filter(set -> set.value().text().filter("rolling"::equals).isPresent());
        boolean one =
                unit.unit()
                        .setting(SettingName.REPLICAS)
                        .flatMap(set -> set.value().number())
                        .filter(number -> number == 1)
                        .isPresent();
        return strategy.filter(set -> one)
                .map(
                        set ->
                                finding(unit, contract, "overlaps", Level.NOTE, scheduler, set, starts));
    }

    private static Optional<Setting> moreThanOne(LinkedUnit unit, String name) {
        return unit.unit()
                .setting(name)
                .filter(set -> set.value().number().filter(number -> number > 1).isPresent());
    }

    private static Finding finding(
            LinkedUnit unit,
            Contract contract,
            String message,
            Level level,
            String scheduler,
            Setting because,
            Place starts) {
        String count = because.value().text().orElse("");
        return Findings.broken(
                        contract, message, unit, Map.of("scheduler", scheduler, "copies", count))
                .level(level)
                .codeLabel("starts " + scheduler)
                .config(because.place().orElse(unit.unit().place()), "says how many run")
                .at(starts);
    }

    /** Whether something named in code or command keeps all but one copy waiting. */
    private static boolean locks(
            LinkedUnit unit, Contract contract, Surroundings surroundings) {
        List<String> words = List.copyOf(contract.table("locks").keySet());
        return Exprs.anyText(unit, text -> words.stream().anyMatch(text.toLowerCase(Locale.ROOT)::contains))
                || unit.unit().way().stream()
                        .map(Place::file)
                        .distinct()
                        .flatMap(file -> surroundings.manifests().workspace().read(file).stream())
                        .anyMatch(text -> words.stream().anyMatch(text.toLowerCase(Locale.ROOT)::contains));
    }
}
