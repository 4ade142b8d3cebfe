package dev.dovetail.config;

import dev.dovetail.workspace.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What makes a unit run.
 *
 * @param hops platforms that every request passes, outermost first; empty for other kinds than HTTP
 *     and WebSocket, and for HTTP that reaches the host directly
 * @param method of an HTTP trigger, upper case; empty when any or not known
 * @param path of an HTTP trigger as config writes it, a WebSocket's route, a queue's name; empty
 *     when any or not known
 * @param settings of this way in, in the words of {@link SettingName}: the hop's timeout, the payload
 *     format, the queue's visibility timeout, the schedule
 * @param place the config that says so
 */
public record Trigger(
        Kind kind,
        List<Hop> hops,
        Optional<String> method,
        Optional<String> path,
        Map<String, Setting> settings,
        Place place) {

    public Trigger {
        hops = List.copyOf(hops);
        settings = Map.copyOf(settings);
    }

    /** One that nothing more is known of than its kind and place. */
    public static Trigger of(Kind kind, Place place) {
        return of(kind, Map.of(), place);
    }

    /** One of which its settings are known besides, such as a schedule. */
    public static Trigger of(Kind kind, Map<String, Setting> settings, Place place) {
        return new Trigger(kind, List.of(), Optional.empty(), Optional.empty(), settings, place);
    }

    /** What sort of thing makes the unit run. */
    public enum Kind {
        HTTP,
        WEBSOCKET,
        SCHEDULE,
        QUEUE,
        STREAM,
        EVENT,
        /** Nothing calls it: a worker. */
        NONE
    }

    /**
     * A platform on the way of a request.
     *
     * @param platform id of the hop's page in {@code rules/platforms}
     * @param place the config that puts it there
     */
    public record Hop(String platform, Map<String, Setting> settings, Place place) {
        public Hop {
            settings = Map.copyOf(settings);
        }
    }
}
