package dev.dovetail.config;

import java.util.Map;
import java.util.Optional;

/** How many processes serve a unit's requests: its replicas, and the workers in each. */
final class Processes {

    private Processes() {}

    /**
     * Works out {@link SettingName#PROCESSES} and {@link SettingName#MOST_PROCESSES} from replicas,
     * autoscaling and workers; a number that one of them hides stays unknown.
     */
    static void count(Map<String, Setting> settings) {
        Optional<Setting> replicas = Optional.ofNullable(settings.get(SettingName.REPLICAS));
        if (replicas.isEmpty()) {
            return;
        }
        Setting most = settings.getOrDefault(SettingName.MAX_REPLICAS, replicas.get());
        Optional<Setting> workers = Optional.ofNullable(settings.get(SettingName.WORKERS));
        settings.putIfAbsent(SettingName.PROCESSES, times(replicas.get(), workers));
        settings.putIfAbsent(SettingName.MOST_PROCESSES, times(most, workers));
    }

    /** The place that makes the product more than one is the one that says so. */
    private static Setting times(Setting replicas, Optional<Setting> workers) {
        if (workers.isEmpty()) {
            return replicas;
        }
        Optional<Double> copies = replicas.value().number();
        Optional<Double> each = workers.get().value().number();
        Setting telling = copies.filter(number -> number > 1).isPresent() ? replicas : workers.get();
        Value product =
                copies.isPresent() && each.isPresent()
                        ? new Value.Known((long) (Math.max(1, copies.get()) * each.get()))
                        : new Value.Unknown("the number of its processes is not known");
        return new Setting(product, telling.origin(), telling.place());
    }
}
