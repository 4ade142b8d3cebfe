package dev.dovetail.judge.contracts;

import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Trigger;
import dev.dovetail.judge.ContractRule;
import dev.dovetail.judge.Finding;
import dev.dovetail.judge.Findings;
import dev.dovetail.knowledge.Contract;
import dev.dovetail.knowledge.Platform;
import dev.dovetail.link.LinkedUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A program that nobody sends requests to runs where programs may run on by themselves.
 *
 * <p>Speaks only of hosts that somebody asks about, as {@link EntryForm} does.
 */
public final class WorkerProcess implements ContractRule {

    /** A platform's fact that it runs nothing but what answers requests or events. */
    private static final String NO_WORKERS = "no-workers";

    @Override
    public String id() {
        return "worker-process";
    }

    @Override
    public List<Finding> judge(LinkedUnit unit, Contract contract, Surroundings surroundings) {
        Platform host = unit.host().orElseThrow();
        Platform.Fact fact = host.traits().get(NO_WORKERS);
        if (fact == null || !unit.assumed() || !isWorker(unit, contract)) {
            return List.of();
        }
        return List.of(
                Findings.broken(contract, "", unit, Map.of("because", fact.says()))
                        .codeLabel("runs on by itself")
                        .fact(host.name(), fact.source())
                        .at(unit.unit().entryPoint().place()));
    }

    private static boolean isWorker(LinkedUnit unit, Contract contract) {
        Optional<String> server =
                unit.unit().setting(SettingName.SERVER).flatMap(set -> set.value().text());
        if (server.filter(contract.table("workers")::containsKey).isPresent()) {
            return true;
        }
        List<Trigger> triggers = unit.unit().triggers();
        boolean uncalled =
                unit.unit().triggersKnown()
                        && !triggers.isEmpty()
                        && triggers.stream()
                                .allMatch(trigger -> trigger.kind() == Trigger.Kind.NONE);
        return isProgram(unit.unit().entryPoint())
                && unit.codeIsKnown()
                && uncalled
                && !Serving.serves(unit);
    }

    private static boolean isProgram(EntryPoint entry) {
        return entry instanceof EntryPoint.Program
                || entry instanceof EntryPoint.Application
                || entry instanceof EntryPoint.MainClass
                || entry instanceof EntryPoint.Programs;
    }
}
