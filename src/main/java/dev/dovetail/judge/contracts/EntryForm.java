package dev.dovetail.judge.contracts;

import dev.dovetail.config.EntryPoint;
import dev.dovetail.judge.ContractRule;
import dev.dovetail.judge.Finding;
import dev.dovetail.judge.Findings;
import dev.dovetail.knowledge.Contract;
import dev.dovetail.knowledge.Platform;
import dev.dovetail.link.ApiFacts;
import dev.dovetail.link.Context;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.link.ReachedUse;
import dev.dovetail.link.Route;
import dev.dovetail.workspace.Place;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A host that starts programs is given one, and a host that calls handlers is given handlers of its
 * own form.
 *
 * <p>Speaks only of hosts that somebody asks about: config that aims code at a host says how the code
 * starts there.
 */
public final class EntryForm implements ContractRule {

    /** A platform's fact that it calls what a file exports, and starts no program that listens. */
    static final String CALLS_HANDLERS = "calls-handlers";

    /** A platform's fact that it finds the application of a web framework by itself. */
    private static final String SERVES_APPLICATIONS = "serves-applications";

    /** A fact of platforms that are like one which finds applications, but do not. */
    private static final String HANDLERS_ALONE = "handlers-alone";

    /** A platform's fact: ids of platforms whose handlers it calls as they are. */
    private static final String TAKES_HANDLERS_OF = "takes-handlers-of";

    @Override
    public String id() {
        return "entry-form";
    }

    @Override
    public List<Finding> judge(LinkedUnit unit, Contract contract, Surroundings surroundings) {
        Platform host = unit.host().orElseThrow();
        Platform.Fact calls = host.traits().get(CALLS_HANDLERS);
        if (!unit.assumed() || !unit.codeIsKnown() || takes(host, unit)) {
            return List.of();
        }
        if (!unit.handlerOf().isEmpty()) {
            if (calls == null && listensAtStart(unit)) {
                return List.of();
            }
            Findings.Draft draft =
                    Findings.broken(
                            contract,
                            calls == null ? "no-program" : "other-handler",
                            unit,
                            Map.of("own", owner(unit, surroundings)));
            if (calls != null) {
                draft.fact(host.name(), calls.source());
            }
            return List.of(
                    draft.codeLabel("a handler").at(unit.unit().entryPoint().place()));
        }
        if (calls == null
                || servesApplications(host)
                || !Serving.serves(unit)
                || isAdapted(unit)
                || isToldAsListening(unit)) {
            return List.of();
        }
        return List.of(
                Findings.broken(
                                contract,
                                "no-handler",
                                unit,
                                Map.of("because", calls.says()))
                        .codeLabel("serves requests by itself")
                        .fact(host.name(), calls.source())
                        .at(place(unit)));
    }

    private static boolean servesApplications(Platform host) {
        return host.traits().containsKey(SERVES_APPLICATIONS)
                && !host.traits().containsKey(HANDLERS_ALONE);
    }

    private static boolean takes(Platform host, LinkedUnit unit) {
        Platform.Fact others = host.traits().get(TAKES_HANDLERS_OF);
        return unit.handlerOf().contains(host.id())
                || others != null
                        && Stream.of(others.says().strip().split("\\s+"))
                                .anyMatch(unit.handlerOf()::contains);
    }

    private static String owner(LinkedUnit unit, Surroundings surroundings) {
        String id = unit.handlerOf().iterator().next();
        Platform platform = surroundings.knowledge().platforms().get(id);
        return platform == null ? id : platform.name();
    }

    /** Whether something makes a handler of an application; which host it is for need not be known. */
    private static boolean isAdapted(LinkedUnit unit) {
        ApiFacts facts = unit.resolver().facts();
        return unit.uses().stream()
                .flatMap(use -> use.paths().stream())
                .anyMatch(path -> !facts.wrappers(path).isEmpty());
    }

    /** A script that opens its port itself is another rule's. */
    private static boolean isToldAsListening(LinkedUnit unit) {
        return unit.unit().entryPoint() instanceof EntryPoint.Program && listensAtStart(unit);
    }

    /** Whether the code opens a port when it is started, handler or not. */
    private static boolean listensAtStart(LinkedUnit unit) {
        return unit.uses().stream()
                .filter(use -> use.step().context() == Context.START)
                .anyMatch(use -> Serving.listens(unit, use));
    }

    private static Place place(LinkedUnit unit) {
        EntryPoint entry = unit.unit().entryPoint();
        if (!(entry instanceof EntryPoint.Unknown)) {
            return entry.place();
        }
        return unit.uses().stream()
                .filter(use -> Serving.listens(unit, use))
                .map(ReachedUse::place)
                .findFirst()
                .or(() -> unit.routes().stream().map(Route::place).findFirst())
                .orElseGet(entry::place);
    }
}
