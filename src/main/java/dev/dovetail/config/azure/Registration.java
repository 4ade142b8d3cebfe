package dev.dovetail.config.azure;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.SourceCall;
import dev.dovetail.config.Trigger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A call or decorator that registers one function: {@code app.http('orders', {…})}, {@code
 * @app.timer_trigger(…)}.
 *
 * @param kind the trigger's name there
 */
record Registration(SourceCall call, String kind) {

    private static final Pattern JAVASCRIPT = Pattern.compile("@azure/functions\\.app\\.(\\w+)");
    private static final Pattern PYTHON = Pattern.compile("azure\\.functions\\.(?:decorators\\.)?(?:FunctionApp|Blueprint)\\(\\)\\.(route|\\w+_trigger)");

    /** A whole application of another framework behind one function. */
    private static final Pattern WHOLE = Pattern.compile("azure\\.functions\\.(AsgiFunctionApp|WsgiFunctionApp)");

    private static final Set<String> HTTP = Set.of("http", "get", "put", "post", "patch", "deleteRequest", "route", "AsgiFunctionApp", "WsgiFunctionApp");
    private static final Set<String> NO_FUNCTION = Set.of("setup", "hook", "generic", "warmup");

    /** The function that a call registers, if it does. */
    static Optional<Registration> of(SourceCall call) {
        for (Pattern pattern : List.of(JAVASCRIPT, PYTHON, WHOLE)) {
            Matcher found = pattern.matcher(call.api());
            if (found.matches() && !NO_FUNCTION.contains(found.group(1))) {
                return Optional.of(new Registration(call, found.group(1)));
            }
        }
        return Optional.empty();
    }

    String name() {
        return call.argument(0)
                .flatMap(Nodes::text)
                .filter(text -> call.api().startsWith("@azure") && !text.contains("${"))
                .or(() -> Optional.of(call.name()).filter(name -> !name.isEmpty()))
                .orElse("function of " + call.place());
    }

    Trigger trigger() {
        if (HTTP.contains(kind)) {
            Optional<String> method = Optional.of(kind).filter(each -> Set.of("get", "put", "post", "patch").contains(each)).map(each -> each.toUpperCase(Locale.ROOT));
            return new Trigger(Trigger.Kind.HTTP, List.of(), method, Optional.empty(), Map.of(), call.place());
        }
        if (kind.equals("timer") || kind.equals("timer_trigger") || kind.equals("schedule")) {
            return Trigger.of(Trigger.Kind.SCHEDULE, schedule(), call.place());
        }
        return Trigger.of(Triggers.kind(kind), call.place());
    }

    private Map<String, Setting> schedule() {
        Optional<ConfigNode> node = call.argument(1).flatMap(options -> options.get("schedule")).or(() -> Optional.ofNullable(call.keywords().get("schedule")));
        return node.<Map<String, Setting>>map(each -> Map.of(SettingName.SCHEDULE, Setting.at(Nodes.value(each, text -> text.contains("$") || text.contains("%")), each.place())))
                .orElse(Map.of());
    }
}
