package dev.dovetail.judge;

import dev.dovetail.config.SettingName;
import dev.dovetail.knowledge.Condition;
import dev.dovetail.knowledge.Platform;
import dev.dovetail.knowledge.Quantity;
import dev.dovetail.link.Folded;
import dev.dovetail.link.Truth;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes out of a condition what the code settles, and leaves what config may still say.
 *
 * <p>What cannot be known of the code counts as right, for unknown is not a finding.
 */
final class Demands {

    /** Tests by which a value is looked for among programs that are installed. */
    private static final String AMONG = "among";

    private static final String WITHIN = "within";

    private static final String UNDER = "under";

    /** The folder of a path test that stands for what config mounts. */
    private static final String MOUNT = "mount";

    /** A trait of hosts on which a volume may be mounted where the code writes. */
    private static final String VOLUMES = "volumes";

    /** A trait of hosts that are like another in all but this. */
    private static final String NO_VOLUMES = "no-volumes";

    /** Settings that follow from how a unit is started and called, and that nobody turns by itself. */
    private static final Set<String> FOLLOW = Set.of(SettingName.SERVER, SettingName.BASE_IMAGE);

    private final Conditions conditions;

    Demands(Conditions conditions) {
        this.conditions = conditions;
    }

    /** What config would have to say for {@code condition} to hold of a subject. */
    Demand of(Condition condition, Subject subject) {
        return of(condition, subject, true);
    }

    private Demand of(Condition condition, Subject subject, boolean wanted) {
        if (condition instanceof Condition.Not not) {
            return of(not.condition(), subject, !wanted);
        }
        if (condition instanceof Condition.All all) {
            List<Demand> each = each(all.conditions(), subject, wanted);
            return wanted ? Demand.all(each) : Demand.any(each);
        }
        if (condition instanceof Condition.Any any) {
            List<Demand> each = each(any.conditions(), subject, wanted);
            return wanted ? Demand.any(each) : Demand.all(each);
        }
        Truth now = conditions.holds(condition, subject);
        if (now == (wanted ? Truth.YES : Truth.NO)) {
            return Demand.MET;
        }
        return open(condition, subject, wanted)
                .orElse(now == Truth.UNKNOWN ? Demand.MET : Demand.IMPOSSIBLE);
    }

    private List<Demand> each(List<Condition> of, Subject subject, boolean wanted) {
        return of.stream().map(condition -> of(condition, subject, wanted)).toList();
    }

    /** The demand that a single condition becomes, when it is one that config decides. */
    private static Optional<Demand> open(Condition condition, Subject subject, boolean wanted) {
        if (condition instanceof Condition.OfSetting setting
                && !FOLLOW.contains(setting.setting())) {
            return Optional.of(new Demand.OfSetting(setting.setting(), setting.test(), wanted));
        }
        if (condition instanceof Condition.OfVariable variable) {
            return Optional.of(new Demand.OfVariable(variable.variable(), variable.test(), wanted));
        }
        if (condition instanceof Condition.OfValue value && wanted) {
            return switch (value.test().operator()) {
                case AMONG -> Optional.of(new Demand.Program(shown(value.capture(), subject)));
                case WITHIN -> raised(value, subject);
                case UNDER -> mounted(value, subject);
                default -> Optional.empty();
            };
        }
        return Optional.empty();
    }

    private static Folded captured(String name, Subject subject) {
        return subject.captures().getOrDefault(name, Folded.UNKNOWN);
    }

    private static String shown(String name, Subject subject) {
        return Shown.value(name, captured(name, subject)).orElse("");
    }

    /** A limit that config can raise far enough. */
    private static Optional<Demand> raised(Condition.OfValue value, Subject subject) {
        Optional<Double> amount =
                LimitsInForce.amount(captured(value.capture(), subject));
        Optional<Platform.Limit> limit =
                subject.asked()
                        .map(asked -> asked.platform().limits())
                        .flatMap(limits -> value.test().first().map(limits::get));
        Optional<String> setting = limit.flatMap(Platform.Limit::setting);
        if (amount.isEmpty() || setting.isEmpty()) {
            return Optional.empty();
        }
        boolean beyond =
                limit.flatMap(Platform.Limit::maximum)
                        .map(Quantity::value)
                        .filter(most -> amount.get() > most)
                        .isPresent();
        if (beyond) {
            return Optional.of(Demand.IMPOSSIBLE);
        }
        Condition.Test test =
                new Condition.Test("at-least", List.of(shown(value.capture(), subject)));
        return Optional.of(new Demand.OfSetting(setting.get(), test, true));
    }

    private static Optional<Demand> mounted(Condition.OfValue value, Subject subject) {
        boolean mountable =
                value.test().operands().contains(MOUNT)
                        && subject.unit()
                                .host()
                                .filter(host -> host.traits().containsKey(VOLUMES))
                                .filter(host -> !host.traits().containsKey(NO_VOLUMES))
                                .isPresent();
        return mountable
                ? Optional.of(new Demand.Volume(shown(value.capture(), subject)))
                : Optional.empty();
    }
}
