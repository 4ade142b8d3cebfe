package dev.dovetail.knowledge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Puts a feature's own conditions in the place of their names. */
final class NamedConditions {

    private final Map<String, Condition> conditions;
    private final Consumer<String> unknown;

    private NamedConditions(Map<String, Condition> conditions, Consumer<String> unknown) {
        this.conditions = conditions;
        this.unknown = unknown;
    }

    /**
     * What a platform says of features, with no names left in it.
     *
     * @param features by id
     * @param unknown told of each feature's id for which a platform asks a name that it does not have
     */
    static Map<String, List<Platform.Support>> filled(
            Map<String, List<Platform.Support>> support,
            Map<String, Feature> features,
            Consumer<String> unknown) {
        Map<String, List<Platform.Support>> filled = new LinkedHashMap<>();
        support.forEach(
                (id, verdicts) -> {
                    Feature feature = features.get(id);
                    NamedConditions names =
                            new NamedConditions(
                                    feature == null ? Map.of() : feature.conditions(),
                                    name -> unknown.accept(id));
                    filled.put(id, verdicts.stream().map(names::fill).toList());
                });
        return filled;
    }

    private Platform.Support fill(Platform.Support verdict) {
        return new Platform.Support(
                fill(verdict.supported()),
                verdict.level(),
                verdict.because(),
                verdict.fix(),
                verdict.source());
    }

    private Condition fill(Condition condition) {
        if (condition instanceof Condition.All all) {
            return new Condition.All(all.conditions().stream().map(this::fill).toList());
        }
        if (condition instanceof Condition.Any any) {
            return new Condition.Any(any.conditions().stream().map(this::fill).toList());
        }
        if (condition instanceof Condition.Not not) {
            return new Condition.Not(fill(not.condition()));
        }
        if (!(condition instanceof Condition.Named named)) {
            return condition;
        }
        Condition own = conditions.get(named.name());
        if (own == null) {
            unknown.accept(named.name());
            return new Condition.Constant(true);
        }
        return own;
    }
}
