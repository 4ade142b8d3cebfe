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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Code that gives its cookies to encrypted connections alone believes the proxy that ended the
 * encryption.
 */
public final class SecureCookie implements ContractRule {

    @Override
    public String id() {
        return "secure-cookie";
    }

    @Override
    public List<Finding> judge(LinkedUnit unit, Contract contract, Surroundings surroundings) {
        Optional<Proxies.Proxy> proxy = Proxies.ofHost(unit);
        if (proxy.isEmpty() || !unit.codeIsKnown() || Proxies.areTrusted(unit, contract)) {
            return List.of();
        }
        String host = proxy.get().platform().name();
        List<Finding> findings = new ArrayList<>();
        for (ReachedUse use : unit.uses()) {
            for (String path : use.paths()) {
                String property = contract.table("secure-cookies").get(path + "()");
                if (property != null && use.certain() && isSecure(unit, contract, use, property)) {
                    findings.add(
                            Findings.broken(contract, "untrusting", unit, Map.of("option", property))
                                    .codeLabel("gives the cookie to encrypted connections alone")
                                    .config(
                                            unit.unit().place(),
                                            unit.unit().name() + " runs on " + host)
                                    .wayTo(use.step())
                                    .fact(host, proxy.get().source())
                                    .at(use.place()));
                }
            }
        }
        return findings.stream().distinct().toList();
    }

    private static boolean isSecure(
            LinkedUnit unit, Contract contract, ReachedUse use, String property) {
        boolean believes =
                contract.table("believing-options").keySet().stream()
                        .anyMatch(option -> !(value(unit, use, option) instanceof Folded.Nothing));
        return !believes
                && value(unit, use, property) instanceof Folded.Known known
                && known.literal().equals(true);
    }

    private static Folded value(LinkedUnit unit, ReachedUse use, String property) {
        return Values.select(
                unit.folder(), use.file(), use.use(), Selector.property(0, property));
    }
}
