package dev.dovetail.judge.contracts;

import dev.dovetail.config.Setting;
import dev.dovetail.config.Trigger;
import dev.dovetail.judge.ContractRule;
import dev.dovetail.judge.Finding;
import dev.dovetail.judge.Findings;
import dev.dovetail.judge.Shown;
import dev.dovetail.knowledge.Contract;
import dev.dovetail.knowledge.Platform;
import dev.dovetail.knowledge.Quantity;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.workspace.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server keeps idle connections at least as long as the hop before it, which reuses them. */
public final class KeepaliveOrder implements ContractRule {

    /** A platform's fact that it sends requests on connections which it has open. */
    private static final String REUSES = "reuses-connections";

    private static final String IDLE = "idle-timeout";

    @Override
    public String id() {
        return "keepalive-order";
    }

    @Override
    public List<Finding> judge(LinkedUnit unit, Contract contract, Surroundings surroundings) {
        if (Listeners.hasFront(unit, surroundings)) {
            return List.of();
        }
        Optional<Outer> outer = outer(unit, surroundings);
        return outer
                .flatMap(hop -> IdleTime.of(unit, contract, surroundings))
                .filter(server -> server.milliseconds() > 0)
                .filter(server -> server.milliseconds() < outer.get().waits())
                .map(server -> broken(unit, contract, server, outer.get()))
                .stream()
                .toList();
    }

    private static Finding broken(
            LinkedUnit unit, Contract contract, IdleTime server, Outer outer) {
        String inner = Shown.duration(server.milliseconds());
        String hop = outer.platform().name();
        Findings.Draft draft =
                Findings.broken(
                                contract,
                                server.atMost() ? "shorter-at-most" : "shorter",
                                unit,
                                Map.of(
                                        "inner", inner,
                                        "outer", Shown.duration(outer.waits()),
                                        "hop", hop))
                        .codeLabel("closes connections that are idle for " + inner)
                        .config(outer.place(), hop + " keeps them " + Shown.duration(outer.waits()))
                        .fact(hop, outer.source());
        server.use().ifPresent(use -> draft.wayTo(use.step()));
        return draft.at(server.place());
    }

    /** What sends requests to the unit, with the time for which it keeps idle connections, in ms. */
    private record Outer(Platform platform, double waits, Place place, Platform.Source source) {}

    private static Optional<Outer> outer(LinkedUnit unit, Surroundings surroundings) {
        for (Trigger trigger : unit.unit().triggers()) {
            if (trigger.kind() != Trigger.Kind.HTTP) {
                continue;
            }
            Optional<Outer> outer =
                    trigger.hops().isEmpty()
                            ? outer(
                                    unit.host().orElseThrow(),
                                    unit.unit().settings(),
                                    unit.unit().place())
                            : last(trigger.hops(), surroundings);
            if (outer.isPresent()) {
                return outer;
            }
        }
        return Optional.empty();
    }

    private static Optional<Outer> last(List<Trigger.Hop> hops, Surroundings surroundings) {
        Trigger.Hop hop = hops.get(hops.size() - 1);
        return Optional.ofNullable(surroundings.knowledge().platforms().get(hop.platform()))
                .flatMap(platform -> outer(platform, hop.settings(), hop.place()));
    }

    private static Optional<Outer> outer(
            Platform platform, Map<String, Setting> settings, Place place) {
        Platform.Limit limit = platform.limits().get(IDLE);
        if (limit == null || !platform.traits().containsKey(REUSES)) {
            return Optional.empty();
        }
        Setting setting = settings.get(IDLE);
        Optional<Double> waits =
                setting != null
                        ? setting.value().number()
                        : limit.defaultValue().map(Quantity::value);
        Place says = setting == null ? place : setting.place().orElse(place);
        return waits.map(each -> new Outer(platform, each, says, limit.source()));
    }
}
