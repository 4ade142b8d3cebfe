package dev.dovetail.config.azure;

import dev.dovetail.config.Trigger;
import java.util.Locale;

/** What sort of trigger a name of Azure's stands for. */
final class Triggers {

    private Triggers() {}

    /**
     * The sort of trigger.
     *
     * @param name {@code httpTrigger}, {@code storageQueue}, {@code service_bus_queue_trigger} ...
     */
    static Trigger.Kind kind(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replace("_", "").replace("trigger", "");
        return switch (plain) {
            case "http" -> Trigger.Kind.HTTP;
            case "timer" -> Trigger.Kind.SCHEDULE;
            case "queue", "storagequeue", "servicebus", "servicebusqueue", "servicebustopic", "rabbitmq" -> Trigger.Kind.QUEUE;
            case "eventhub", "eventhubmessage", "kafka", "cosmosdb" -> Trigger.Kind.STREAM;
            default -> Trigger.Kind.EVENT;
        };
    }
}
