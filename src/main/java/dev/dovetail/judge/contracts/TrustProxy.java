package dev.dovetail.judge.contracts;

import dev.dovetail.judge.ContractRule;
import dev.dovetail.judge.Finding;
import dev.dovetail.judge.Findings;
import dev.dovetail.knowledge.Contract;
import dev.dovetail.knowledge.Selector;
import dev.dovetail.link.Folded;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.link.ReachedUse;
import dev.dovetail.link.Values;
import dev.dovetail.source.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Code that tells its clients apart by what a connection says believes the proxy that opens it. */
public final class TrustProxy implements ContractRule {

    @Override
    public String id() {
        return "trust-proxy";
    }

    @Override
    public List<Finding> judge(LinkedUnit unit, Contract contract, Surroundings surroundings) {
        Optional<Proxies.Proxy> proxy = Proxies.before(unit, surroundings);
        if (proxy.isEmpty()
                || !unit.codeIsKnown()
                || Proxies.areTrusted(unit, contract)
                || calls(unit, contract)) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        for (ReachedUse use : unit.uses()) {
            if (use.certain() && use.use().kind() == Use.Kind.CALL) {
                kind(unit, contract, use)
                        .ifPresent(
                                message ->
                                        findings.add(
                                                broken(unit, contract, proxy.get(), use, message)));
            }
        }
        return findings.stream().distinct().toList();
    }

    private static boolean calls(LinkedUnit unit, Contract contract) {
        return unit.uses().stream()
                .flatMap(use -> use.paths().stream())
                .anyMatch(path -> contract.table("trusting-calls").containsKey(path + "()"));
    }

    /** The message for a use that asks the connection. */
    private static Optional<String> kind(LinkedUnit unit, Contract contract, ReachedUse use) {
        for (String path : use.paths()) {
            String call = path + "()";
            String option = contract.table("counts-by-address").get(call);
            String function = contract.table("counts-by-function").get(call);
            if (option != null && value(unit, use, option) instanceof Folded.Nothing
                    || function != null && givesAddress(unit, contract, use, function)) {
                return Optional.of("limit");
            }
            if (contract.table("asks-for-encryption").containsKey(call)) {
                return Optional.of("encryption");
            }
        }
        return Optional.empty();
    }

    private static Folded value(LinkedUnit unit, ReachedUse use, String option) {
        return Values.select(unit.folder(), use.file(), use.use(), Selector.property(0, option));
    }

    private static boolean givesAddress(
            LinkedUnit unit, Contract contract, ReachedUse use, String argument) {
        return given(unit, use, Selector.named(argument))
                .or(() -> given(unit, use, Selector.argument(0)))
                .filter(
                        written ->
                                unit.resolver().paths(written.file(), written.value()).stream()
                                        .anyMatch(contract.table("gives-address")::containsKey))
                .isPresent();
    }

    private static Optional<Values.Written> given(
            LinkedUnit unit, ReachedUse use, Selector selector) {
        return Values.find(unit.resolver(), use.file(), use.use(), selector)
                        instanceof Values.Found.There there
                ? Optional.of(there.written())
                : Optional.empty();
    }

    private static Finding broken(
            LinkedUnit unit, Contract contract, Proxies.Proxy proxy, ReachedUse use, String message) {
        String name = proxy.platform().name();
        return Findings.broken(contract, message, unit, Map.of("hop", name))
                .codeLabel("asks the connection, which is the proxy's")
                .config(proxy.place(), "requests come through " + name)
                .wayTo(use.step())
                .fact(name, proxy.source())
                .at(use.place());
    }
}
