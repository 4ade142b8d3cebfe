package dev.dovetail.config.googlefunctions;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.SourceCall;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The call or decorator that makes one function of Firebase.
 *
 * @param host of its generation
 */
record FunctionCall(SourceCall call, String host) {

    private static final String FIRST = "google-cloud-functions";
    private static final String SECOND = "google-cloud-run-functions";

    private static final Pattern JAVASCRIPT = Pattern.compile("firebase-functions(/[\\w/]*)?\\..*\\b(on[A-Z]\\w*|before[A-Z]\\w*)");
    private static final Pattern PYTHON = Pattern.compile("firebase_functions\\..*\\b(on_\\w+|before_\\w+)");
    private static final Pattern ONLY_FIRST = Pattern.compile(".*(/v1\\b|\\.(runWith|region|schedule|document|ref|object|user|topic|bucket|taskQueue)\\(\\)).*");
    private static final Pattern SIZE = Pattern.compile("(?:.*\\.)?(?:(\\d{1,6})\\s*(MI?B|GI?B)?|(MB|GB)_(\\d{1,6}))", Pattern.CASE_INSENSITIVE);

    /** What options say, by their names in JavaScript and Python, and the factor to the setting's unit. */
    private static final Map<String, String> COUNTS =
            Map.of(
                    "minInstances", SettingName.MIN_REPLICAS,
                    "min_instances", SettingName.MIN_REPLICAS,
                    "maxInstances", SettingName.MAX_REPLICAS,
                    "max_instances", SettingName.MAX_REPLICAS,
                    "concurrency", SettingName.CONCURRENCY,
                    "cpu", SettingName.CPU);

    /**
     * The function that a call makes, if it makes one.
     *
     * @param first whether what is imported without a version is of the first generation
     */
    static Optional<FunctionCall> of(SourceCall call, boolean first) {
        boolean makes = JAVASCRIPT.matcher(call.api()).matches() || PYTHON.matcher(call.api()).matches();
        if (!makes) {
            return Optional.empty();
        }
        boolean second = call.api().contains("/v2") || call.api().startsWith("firebase_functions");
        // The modules of single services came with the second generation.
        boolean service = call.api().startsWith("firebase-functions/") && !call.api().contains("/v1");
        boolean old = ONLY_FIRST.matcher(call.api()).matches() || first && !service;
        return Optional.of(new FunctionCall(call, second || !old ? SECOND : FIRST));
    }

    /** Its own, or where it is made when it goes by none of the file's exports. */
    String name() {
        return call.name().isEmpty() ? "function of " + call.place() : call.name();
    }

    /** The options that a call is given, as a mapping. */
    static ConfigNode options(SourceCall call) {
        List<ConfigNode.Entry> entries =
                call.keywords().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(each -> new ConfigNode.Entry(each.getKey(), call.place(), each.getValue()))
                        .toList();
        return call.argument(0).filter(ConfigNode.Mapping.class::isInstance).orElse(new ConfigNode.Mapping(entries, "", call.place()));
    }

    /**
     * Its settings.
     *
     * @param everywhere options that the code gives to all functions
     */
    Map<String, Setting> settings(Optional<ConfigNode> everywhere) {
        Map<String, Setting> settings = new LinkedHashMap<>();
        everywhere.filter(all -> host.equals(SECOND)).ifPresent(all -> add(all, settings));
        for (Optional<SourceCall> at = call.receiver(); at.isPresent(); at = at.get().receiver()) {
            if (at.get().api().endsWith(".runWith")) {
                add(options(at.get()), settings);
            }
        }
        add(options(call), settings);
        return settings;
    }

    private static void add(ConfigNode options, Map<String, Setting> settings) {
        for (ConfigNode.Entry option : Nodes.entries(Optional.of(options))) {
            String key = option.key();
            Setting plain = Setting.at(Nodes.value(option.value(), text -> text.contains("${")), option.value().place());
            if (key.equals("timeoutSeconds") || key.equals("timeout_sec")) {
                settings.put(SettingName.TIMEOUT, Nodes.scaled(option.value(), 1000, text -> text.contains("${")).orElse(plain));
            } else if (key.equals("memory")) {
                settings.put(SettingName.MEMORY, memory(option.value()).orElse(Setting.at(new Value.Unknown("it is computed"), plain.place().orElseThrow())));
            } else if (COUNTS.containsKey(key)) {
                settings.put(COUNTS.get(key), plain);
            }
        }
    }

    /** Memory in MiB, of {@code 512MiB}, {@code 1GB} or {@code MB_512}. */
    private static Optional<Setting> memory(ConfigNode node) {
        Optional<Matcher> size = Nodes.text(node).map(SIZE::matcher).filter(Matcher::matches);
        return size.map(found -> {
            String unit = Optional.ofNullable(found.group(2)).or(() -> Optional.ofNullable(found.group(3))).orElse("MB");
            String number = Optional.ofNullable(found.group(1)).orElse(found.group(4));
            double factor = unit.toUpperCase(Locale.ROOT).startsWith("G") ? 1024 : 1;
            return Setting.at(new Value.Known(Double.parseDouble(number) * factor), node.place());
        });
    }

    /** What makes it run. */
    Trigger trigger() {
        String last = call.api().substring(call.api().lastIndexOf('.') + 1);
        if (last.equals("onRequest") || last.equals("onCall") || last.equals("on_request") || last.equals("on_call")) {
            return Trigger.of(Trigger.Kind.HTTP, call.place());
        }
        if (last.equals("onSchedule") || last.equals("on_schedule") || last.equals("onRun")) {
            return Trigger.of(Trigger.Kind.SCHEDULE, schedule(last), call.place());
        }
        boolean queue = last.equals("onTaskDispatched") || last.equals("onDispatch") || last.equals("on_task_dispatched");
        return Trigger.of(queue ? Trigger.Kind.QUEUE : Trigger.Kind.EVENT, call.place());
    }

    private Map<String, Setting> schedule(String last) {
        Optional<SourceCall> says = last.equals("onRun") ? call.receiver() : Optional.of(call);
        Optional<ConfigNode> node =
                says.flatMap(each -> Nodes.at(options(each), "schedule").or(() -> each.argument(0)))
                        .filter(each -> Nodes.text(each).isPresent());
        return node.<Map<String, Setting>>map(each -> Map.of(SettingName.SCHEDULE, Setting.at(Nodes.value(each, text -> text.contains("${")), each.place())))
                .orElse(Map.of());
    }
}
