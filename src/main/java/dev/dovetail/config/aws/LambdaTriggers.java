package dev.dovetail.config.aws;

import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.Value;
import dev.dovetail.workspace.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Triggers of Lambda functions, with the hops and defaults that AWS gives them. */
public final class LambdaTriggers {

    public static final String REST_API = "aws-api-gateway-rest";
    public static final String HTTP_API = "aws-api-gateway-http";
    public static final String WEBSOCKET_API = "aws-api-gateway-websocket";
    public static final String FUNCTION_URL = "aws-lambda-function-url";
    public static final String LOAD_BALANCER = "aws-alb";

    private LambdaTriggers() {}

    /** A request through a REST API, whose integration waits 29 s unless {@code timeout} says else. */
    public static Trigger rest(
            Optional<String> method,
            Optional<String> path,
            Optional<Setting> timeout,
            Optional<Setting> responseMode,
            Place place) {
        Map<String, Setting> settings = new HashMap<>();
        timeout.ifPresent(setting -> settings.put(SettingName.TIMEOUT, setting));
        settings.put(
                SettingName.RESPONSE_MODE, responseMode.orElse(Setting.byDefault("buffered")));
        return http(REST_API, method, path, settings, payload("1.0"), place);
    }

    /** A request through an HTTP API. */
    public static Trigger httpApi(
            Optional<String> method,
            Optional<String> path,
            Optional<Setting> timeout,
            Setting payloadFormat,
            Place place) {
        Map<String, Setting> settings = new HashMap<>();
        timeout.ifPresent(setting -> settings.put(SettingName.TIMEOUT, setting));
        settings.put(SettingName.RESPONSE_MODE, Setting.byDefault("buffered"));
        return http(HTTP_API, method, path, settings, payloadFormat, place);
    }

    /** A request to a function's own URL. */
    public static Trigger functionUrl(Optional<Setting> responseMode, Place place) {
        Map<String, Setting> settings =
                Map.of(
                        SettingName.RESPONSE_MODE,
                        responseMode.orElse(Setting.byDefault("buffered")));
        return http(
                FUNCTION_URL,
                Optional.empty(),
                Optional.empty(),
                settings,
                payload("2.0"),
                place);
    }

    /**
     * How responses of a function leave it: streamed when some way in streams.
     *
     * @param allKnown whether there may be ways in beside these
     */
    public static Optional<Setting> responseMode(List<Trigger> triggers, boolean allKnown) {
        Setting found = null;
        for (Trigger trigger : triggers) {
            for (Trigger.Hop hop : trigger.hops()) {
                Setting mode = hop.settings().get(SettingName.RESPONSE_MODE);
                if (mode != null && (found == null || !isStream(found))) {
                    found = mode;
                }
            }
        }
        boolean sure = allKnown || found != null && isStream(found);
        return sure
                ? Optional.ofNullable(found)
                : Optional.of(
                        new Setting(
                                new Value.Unknown("there may be other ways in"),
                                Setting.Origin.DEFAULT,
                                Optional.empty()));
    }

    private static boolean isStream(Setting mode) {
        return mode.value().text().filter("stream"::equals).isPresent();
    }

    /** A request through an Application Load Balancer. */
    public static Trigger loadBalancer(Place place) {
        return http(
                LOAD_BALANCER,
                Optional.empty(),
                Optional.empty(),
                Map.of(SettingName.RESPONSE_MODE, Setting.byDefault("buffered")),
                payload("alb"),
                place);
    }

    /** The version of the event format, by default. */
    public static Setting payload(String version) {
        return Setting.byDefault(version);
    }

    private static Trigger http(
            String platform,
            Optional<String> method,
            Optional<String> path,
            Map<String, Setting> hopSettings,
            Setting payloadFormat,
            Place place) {
        return new Trigger(
                Trigger.Kind.HTTP,
                List.of(new Trigger.Hop(platform, hopSettings, place)),
                method.map(text -> text.toUpperCase(java.util.Locale.ROOT))
                        .filter(text -> !text.equals("ANY") && !text.equals("*")),
                path,
                Map.of(SettingName.PAYLOAD_FORMAT, payloadFormat),
                place);
    }

    /** The same way in where a template makes an event of its own of the request. */
    public static Trigger mapped(Trigger trigger) {
        return new Trigger(
                trigger.kind(),
                trigger.hops(),
                trigger.method(),
                trigger.path(),
                Map.of(),
                trigger.place());
    }

    /** A message of a client that a WebSocket API holds a connection to. */
    public static Trigger websocket(Optional<String> route, Place place) {
        return websocket(route, Optional.empty(), place);
    }

    /** The same, with an integration that waits {@code timeout}. */
    public static Trigger websocket(
            Optional<String> route, Optional<Setting> timeout, Place place) {
        Map<String, Setting> settings =
                timeout.map(setting -> Map.of(SettingName.TIMEOUT, setting)).orElse(Map.of());
        return new Trigger(
                Trigger.Kind.WEBSOCKET,
                List.of(new Trigger.Hop(WEBSOCKET_API, settings, place)),
                Optional.empty(),
                route,
                Map.of(),
                place);
    }

    /** How long a queue hides a message that was taken when its config does not say, in ms. */
    public static final double DEFAULT_VISIBILITY = 30_000.0;

    /**
     * Messages of a queue.
     *
     * @param name the queue's, when it is known
     * @param visibility how long the queue hides messages, when the queue is known
     */
    public static Trigger queue(
            Optional<String> name, Optional<Setting> visibility, Place place) {
        Map<String, Setting> settings =
                visibility
                        .map(setting -> Map.of(SettingName.VISIBILITY_TIMEOUT, setting))
                        .orElse(Map.of());
        return new Trigger(
                Trigger.Kind.QUEUE, List.of(), Optional.empty(), name, settings, place);
    }

    /** A schedule, as written. */
    public static Trigger schedule(Optional<Value> expression, Place place) {
        Map<String, Setting> settings =
                expression
                        .map(value -> Map.of(SettingName.SCHEDULE, Setting.at(value, place)))
                        .orElse(Map.of());
        return other(Trigger.Kind.SCHEDULE, settings, place);
    }

    /** Anything else that calls the function. */
    public static Trigger other(Trigger.Kind kind, Map<String, Setting> settings, Place place) {
        return new Trigger(kind, List.of(), Optional.empty(), Optional.empty(), settings, place);
    }

    /** Whether the package brings its own runtime, which need not heed the handler. */
    public static boolean isCustom(String runtime) {
        return runtime.startsWith("provided");
    }

    /** The language that a runtime runs, or empty for a bare operating system. */
    public static String language(String runtime) {
        if (runtime.startsWith("nodejs")) {
            return "javascript";
        }
        String word = runtime.replaceAll("[0-9.].*$", "");
        return word.equals("provided") ? "" : word;
    }
}
