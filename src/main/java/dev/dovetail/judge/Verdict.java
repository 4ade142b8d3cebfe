package dev.dovetail.judge;

import dev.dovetail.config.Trigger;
import dev.dovetail.knowledge.Condition;
import dev.dovetail.knowledge.Platform;
import dev.dovetail.link.Truth;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether the platforms of a unit let it do something.
 *
 * @param supported by all of them
 * @param platform the one that does not, or whose condition is met
 * @param place config that puts the unit on that platform
 * @param discharged whether a condition of a platform had to be met for it
 * @param subject what the platform was asked about
 */
record Verdict(
        Truth supported,
        Optional<Platform> platform,
        Optional<Platform.Support> support,
        Optional<Place> place,
        boolean discharged,
        Optional<Subject> subject) {

    private static final Verdict FINE =
            new Verdict(
                    Truth.YES,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    Optional.empty());

    /** The verdict on a feature that {@code subject} shows: the host's, then every hop's. */
    static Verdict on(
            String feature,
            Subject subject,
            Conditions conditions,
            Map<String, Platform> platforms) {
        Verdict host =
                subject.unit()
                        .host()
                        .map(platform -> ofHost(feature, platform, subject, conditions))
                        .orElse(FINE);
        if (host.supported() != Truth.YES) {
            return host;
        }
        Verdict hops = ofHops(feature, subject, conditions, platforms);
        return hops.supported() == Truth.YES && host.discharged() ? host : hops;
    }

    /**
     * Everything that may stand against a feature: what {@link #on} says of the host and of the hops,
     * and what the host says besides, for when that is settled.
     */
    static List<Verdict> against(
            String feature,
            Subject subject,
            Conditions conditions,
            Map<String, Platform> platforms) {
        List<Verdict> open = new ArrayList<>();
        subject.unit()
                .host()
                .ifPresent(
                        host -> {
                            Subject asked = subject.askedOf(host);
                            for (Platform.Support support : supports(feature, host)) {
                                open.add(
                                        of(support, host, Optional.empty(), asked, conditions));
                            }
                        });
        open.add(ofHops(feature, subject, conditions, platforms));
        open.removeIf(verdict -> verdict.supported() == Truth.YES);
        return open;
    }

    /** A way in that works is enough: a unit fails by its hops only when every way in does. */
    private static Verdict ofHops(
            String feature,
            Subject subject,
            Conditions conditions,
            Map<String, Platform> platforms) {
        List<Verdict> ways = new ArrayList<>();
        for (Trigger trigger : subject.unit().unit().triggers()) {
            boolean carriesRequests =
                    trigger.kind() == Trigger.Kind.HTTP
                            || trigger.kind() == Trigger.Kind.WEBSOCKET;
            if (!carriesRequests) {
                continue;
            }
            Verdict way = FINE;
            for (Trigger.Hop hop : trigger.hops()) {
                Platform platform = platforms.get(hop.platform());
                if (platform != null && way.supported() == Truth.YES) {
                    Subject asked =
                            subject.askedOf(
                                    new Subject.Asked(
                                            platform, Optional.of(trigger), Optional.of(hop)));
                    way = of(feature, platform, Optional.of(hop.place()), asked, conditions);
                }
            }
            ways.add(way);
        }
        for (Verdict way : ways) {
            if (way.supported() != Truth.NO) {
                return way;
            }
        }
        return ways.isEmpty() ? FINE : ways.get(0);
    }

    private static Verdict ofHost(
            String feature, Platform platform, Subject subject, Conditions conditions) {
        return of(feature, platform, Optional.empty(), subject.askedOf(platform), conditions);
    }

    private static List<Platform.Support> supports(String feature, Platform platform) {
        return platform.support().getOrDefault(feature, List.of());
    }

    private static Verdict of(
            String feature,
            Platform platform,
            Optional<Place> place,
            Subject subject,
            Conditions conditions) {
        Verdict whole = FINE;
        for (Platform.Support support : supports(feature, platform)) {
            Verdict verdict = of(support, platform, place, subject, conditions);
            if (verdict.supported() == Truth.NO) {
                return verdict;
            }
            if (whole == FINE || verdict.supported() == Truth.UNKNOWN) {
                whole = verdict;
            }
        }
        return whole;
    }

    private static Verdict of(
            Platform.Support support,
            Platform platform,
            Optional<Place> place,
            Subject subject,
            Conditions conditions) {
        Truth supported = conditions.holds(support.supported(), subject);
        boolean conditional = !(support.supported() instanceof Condition.Constant);
        return new Verdict(
                supported,
                Optional.of(platform),
                Optional.of(support),
                place,
                supported == Truth.YES && conditional,
                Optional.of(subject));
    }
}
