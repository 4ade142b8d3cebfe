package dev.dovetail.config.aws.tasks;

import dev.dovetail.config.Setting;
import dev.dovetail.config.Trigger;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a service says of the tasks that it keeps running.
 *
 * @param settings replicas, autoscaling and affinity, in the words of {@link
 *     dev.dovetail.config.SettingName}
 * @param triggers by name of the container that a load balancer sends requests to
 * @param triggersKnown whether these are all
 */
public record ServiceFacts(
        Optional<String> name, Map<String, Setting> settings, Map<String, List<Trigger>> triggers, boolean triggersKnown) {

    /** Of a task definition whose services lie elsewhere. */
    public static ServiceFacts unknown() {
        return new ServiceFacts(Optional.empty(), Map.of(), Map.of(), false);
    }
}
