package dev.dovetail.judge.contracts;

import dev.dovetail.judge.ContractRule;
import dev.dovetail.judge.Finding;
import dev.dovetail.judge.Findings;
import dev.dovetail.judge.Fix;
import dev.dovetail.knowledge.Contract;
import dev.dovetail.knowledge.Level;
import dev.dovetail.knowledge.Platform;
import dev.dovetail.link.LinkedUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The platform still looks after the runtime that config names. */
public final class RuntimeDeprecated implements ContractRule {

    @Override
    public String id() {
        return "runtime-deprecated";
    }

    @Override
    public List<Finding> judge(LinkedUnit unit, Contract contract, Surroundings surroundings) {
        Optional<Runtimes.Named> named = Runtimes.of(unit);
        if (named.isEmpty() || named.get().known().isEmpty()) {
            return List.of();
        }
        Platform.Runtime runtime = named.get().known().get();
        String today = surroundings.today();
        Map<String, String> values = new HashMap<>();
        values.put("runtime", named.get().name());
        values.put("successor", runtime.successor().orElse("a newer version"));
        String message;
        if (named.get().byDefault() && since(runtime.deprecated(), today)) {
            message = "deprecated-default";
            values.put("date", runtime.deprecated().orElseThrow());
        } else if (since(runtime.updateBlocked(), today)) {
            message = "update-blocked";
            values.put("date", runtime.updateBlocked().orElseThrow());
        } else if (since(runtime.createBlocked(), today)) {
            message = "create-blocked";
            values.put("date", runtime.createBlocked().orElseThrow());
        } else if (since(runtime.deprecated(), today)) {
            message = "deprecated";
            values.put("date", runtime.deprecated().orElseThrow());
        } else {
            return List.of();
        }
        Level level =
                since(runtime.updateBlocked(), today) ? Level.ERROR : contract.words().level();
        Findings.Draft draft =
                Findings.broken(contract, message, unit, values)
                        .level(level)
                        .codeLabel(
                                named.get().byDefault()
                                        ? "names no runtime"
                                        : "names the runtime " + named.get().name())
                        .config(unit.unit().place(), "deploys " + unit.unit().name())
                        .fact(unit.host().orElseThrow().name(), runtime.source());
        String name = named.get().name();
        // A newer version may break what runs on the old one: somebody has to try it.
        runtime.successor()
                .flatMap(
                        next ->
                                Fix.within(named.get().place(), name, 0, name.length())
                                        .map(place -> Fix.unsafe("Move to " + next, place, next)))
                .ifPresent(draft::mend);
        return List.of(draft.at(named.get().place()));
    }

    /** Dates are of the form {@code YYYY-MM-DD}, so that they compare as texts do. */
    private static boolean since(Optional<String> date, String today) {
        return date.filter(day -> day.compareTo(today) <= 0).isPresent();
    }
}
