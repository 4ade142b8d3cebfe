package dev.dovetail.judge.contracts;

import dev.dovetail.config.Trigger;
import dev.dovetail.judge.ContractRule;
import dev.dovetail.knowledge.Contract;
import dev.dovetail.knowledge.Platform;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.workspace.Place;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The proxies of platforms that speak to a unit in the client's place. */
final class Proxies {

    /** A platform's fact that requests come to the process in plain HTTP, from a proxy. */
    private static final String ENDS_TLS = "ends-tls";

    /** A hop's fact that the client's address is in a header alone. */
    private static final String HIDES_CLIENTS = "hides-clients";

    /** A platform that stands between the clients and the process, and the config that puts it there. */
    record Proxy(Platform platform, Platform.Source source, Place place) {}

    private Proxies() {}

    /** The proxy that the unit's own platform brings. */
    static Optional<Proxy> ofHost(LinkedUnit unit) {
        Platform host = unit.host().orElseThrow();
        boolean requested =
                unit.unit().triggers().stream()
                        .anyMatch(trigger -> trigger.kind() == Trigger.Kind.HTTP);
        return Optional.ofNullable(host.traits().get(ENDS_TLS))
                .filter(fact -> requested)
                .map(fact -> new Proxy(host, fact.source(), unit.unit().place()));
    }

    /** That one, or else a hop that every request passes. */
    static Optional<Proxy> before(LinkedUnit unit, ContractRule.Surroundings surroundings) {
        return ofHost(unit).or(() -> ofHop(unit, surroundings));
    }

    private static Optional<Proxy> ofHop(LinkedUnit unit, ContractRule.Surroundings surroundings) {
        List<Trigger> ways =
                unit.unit().triggers().stream()
                        .filter(trigger -> trigger.kind() == Trigger.Kind.HTTP)
                        .toList();
        if (ways.size() != 1 || !unit.unit().triggersKnown()) {
            return Optional.empty();
        }
        for (Trigger.Hop hop : ways.get(0).hops()) {
            Platform platform = surroundings.knowledge().platforms().get(hop.platform());
            Platform.Fact fact = platform == null ? null : platform.traits().get(HIDES_CLIENTS);
            if (platform != null && fact != null) {
                return Optional.of(new Proxy(platform, fact.source(), hop.place()));
            }
        }
        return Optional.empty();
    }

    /** Whether the code says anywhere, in a word of the table {@code trusts}, that it believes a proxy. */
    static boolean areTrusted(LinkedUnit unit, Contract contract) {
        return Exprs.anyText(
                unit,
                text -> contract.table("trusts").containsKey(text.toLowerCase(Locale.ROOT)));
    }
}
