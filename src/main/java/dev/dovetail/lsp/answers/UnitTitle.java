package dev.dovetail.lsp.answers;

import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Trigger;
import dev.dovetail.knowledge.Knowledge;
import dev.dovetail.knowledge.Platform;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a unit is called where one line must do. */
final class UnitTitle {

    /** More ways in than one line holds. */
    private static final int MOST_WAYS = 2;

    private final Knowledge knowledge;

    UnitTitle(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /** {@code api · AWS Lambda behind API Gateway HTTP API}. */
    String of(DeploymentUnit unit) {
        return unit.name() + " · " + where(unit);
    }

    /** Its host and the hops before it. */
    String where(DeploymentUnit unit) {
        String ways =
                unit.triggers().stream()
                        .filter(trigger -> !trigger.hops().isEmpty())
                        .map(this::hops)
                        .distinct()
                        .limit(MOST_WAYS)
                        .collect(Collectors.joining(" or "));
        return platform(unit.host()) + (ways.isEmpty() ? "" : " behind " + ways);
    }

    private String hops(Trigger trigger) {
        return trigger.hops().stream()
                .map(hop -> platform(hop.platform()))
                .collect(Collectors.joining(" → "));
    }

    /** The name of a platform, or its id when nothing is known of it. */
    String platform(String id) {
        return Optional.ofNullable(knowledge.platforms().get(id)).map(Platform::name).orElse(id);
    }
}
