package dev.dovetail.config.ci;

import dev.dovetail.config.Quantities;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.Value;
import dev.dovetail.config.commands.SimpleCommand;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code gcloud run deploy NAME --image=… --flags}.
 *
 * <p>https://cloud.google.com/sdk/gcloud/reference/run/deploy
 */
final class CloudRunCall {

    private static final String HOST = "google-cloud-run";

    private static final Set<String> VALUED =
            Set.of("--image", "--source", "--region", "--platform", "--project", "--port", "--memory", "--cpu",
                    "--concurrency", "--timeout", "--task-timeout", "--min-instances", "--max-instances", "--min", "--max", "--scaling",
                    "--set-env-vars", "--update-env-vars", "--env-vars-file", "--remove-env-vars",
                    "--set-secrets", "--update-secrets", "--remove-secrets", "--service-account", "--vpc-connector",
                    "--vpc-egress", "--ingress", "--labels", "--update-labels", "--tag", "--command",
                    "--args", "--add-cloudsql-instances", "--set-cloudsql-instances", "--execution-environment",
                    "--network", "--subnet", "--revision-suffix", "--add-volume", "--add-volume-mount",
                    "--function", "--base-image", "--account", "--format", "--verbosity", "--network-tags",
                    "--container", "--startup-probe", "--liveness-probe", "--gpu", "--gpu-type", "--clear-labels",
                    "--set-build-env-vars", "--update-build-env-vars", "--build-service-account", "--tasks", "--parallelism", "--max-retries",
                    "--instances", "--cluster", "--cluster-location", "--to-tags", "--configuration");

    private static final Pattern DURATION = Pattern.compile("(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,9})s?)?");

    private final SimpleCommand call;
    private final SimpleCommand.Parts parts;
    private final Map<String, Setting> settings = new HashMap<>();

    private CloudRunCall(SimpleCommand call, SimpleCommand.Parts parts) {
        this.call = call;
        this.parts = parts;
    }

    /** What the call deploys, if it deploys to Cloud Run. */
    static Optional<Deployment> read(SimpleCommand call) {
        List<String> words = call.words();
        int at = 1;
        if (!call.isCallOf("gcloud") || words.size() < 3) {
            return Optional.empty();
        }
        if (words.get(at).equals("beta") || words.get(at).equals("alpha")) {
            at++;
        }
        List<String> verbs = words.subList(at, Math.min(words.size(), at + 3));
        boolean service = startsWith(verbs, "run", "deploy");
        boolean job = startsWith(verbs, "run", "jobs", "deploy") || startsWith(verbs, "run", "jobs", "create");
        boolean pool = startsWith(verbs, "run", "worker-pools", "deploy");
        if (!service && !job && !pool) {
            return Optional.empty();
        }
        SimpleCommand.Parts parts = call.after(at + (service ? 2 : 3), VALUED);
        boolean elsewhere =
                parts.value("--platform").filter(platform -> Set.of("gke", "kubernetes").contains(platform)).isPresent();
        return elsewhere || parts.value("--function").isPresent()
                ? Optional.empty()
                : Optional.of(new CloudRunCall(call, parts).deployment(service));
    }

    private static boolean startsWith(List<String> words, String... beginning) {
        return words.size() >= beginning.length && words.subList(0, beginning.length).equals(List.of(beginning));
    }

    private Deployment deployment(boolean service) {
        Optional<String> image = parts.value("--image");
        Optional<String> folder =
                parts.value("--source")
                        .or(() -> image.isPresent() ? Optional.empty() : Optional.of("."))
                        .filter(SimpleCommand::isKnown)
                        .flatMap(path -> call.folder().flatMap(from -> Paths.resolve(from, path)));
        settings(service);
        List<String> command = new ArrayList<>();
        parts.value("--command").ifPresent(text -> command.addAll(List.of(text.split(","))));
        parts.value("--args").ifPresent(text -> command.addAll(List.of(text.split(","))));
        Map<String, Setting> environment = new LinkedHashMap<>();
        for (String list : parts.values("--set-env-vars", "--update-env-vars")) {
            pairs(list).forEach((name, value) -> environment.put(name, Setting.at(Deployment.value(value), place())));
        }
        Map<String, String> mounts = new LinkedHashMap<>();
        for (String list : parts.values("--set-secrets", "--update-secrets")) {
            for (String name : pairs(list).keySet()) {
                if (!name.startsWith("/")) {
                    environment.put(name, Setting.at(new Value.Unknown("it is a secret"), place()));
                }
            }
        }
        for (String mount : parts.values("--add-volume-mount")) {
            Optional.ofNullable(pairs(mount).get("mount-path")).ifPresent(path -> mounts.put(path, "volume"));
        }
        return new Deployment(
                HOST,
                parts.rest().stream().findFirst().filter(SimpleCommand::isKnown),
                image,
                folder,
                command.isEmpty() ? Optional.empty() : Optional.of(command),
                service ? Trigger.Kind.HTTP : Trigger.Kind.NONE,
                settings,
                environment,
                mounts,
                place());
    }

    private Place place() {
        return call.place();
    }

    private void settings(boolean service) {
        number(SettingName.CONCURRENCY, "--concurrency");
        number(SettingName.MIN_REPLICAS, "--min-instances", "--min");
        number(SettingName.MAX_REPLICAS, "--max-instances", "--max");
        number(SettingName.PORT, "--port");
        put(
                SettingName.CPU,
                parts.value("--cpu")
                        .filter(text -> text.matches("\\d{1,4}(\\.\\d{1,3})?m?"))
                        .map(text -> text.endsWith("m") ? Double.parseDouble(text.replace("m", "")) / 1000 : Double.parseDouble(text))
                        .map(Value.Known::new));
        put(SettingName.MEMORY, parts.value("--memory").map(CloudRunCall::mebibytes));
        put(SettingName.TIMEOUT, parts.value("--timeout").map(CloudRunCall::milliseconds));
        flag(SettingName.SESSION_AFFINITY, "--session-affinity", "--no-session-affinity");
        flag(SettingName.CPU_ALWAYS, "--no-cpu-throttling", "--cpu-throttling");
        parts.value("--scaling")
                .filter(scaling -> scaling.matches("\\d{1,6}"))
                .map(Long::valueOf)
                .ifPresent(
                        copies -> {
                            put(SettingName.MIN_REPLICAS, Optional.of(new Value.Known(copies)));
                            put(SettingName.MAX_REPLICAS, Optional.of(new Value.Known(copies)));
                        });
        if (!service) {
            put(SettingName.CPU_ALWAYS, Optional.of(new Value.Known(true)));
            settings.remove(SettingName.TIMEOUT);
        }
    }

    private void put(String setting, Optional<Value> value) {
        value.ifPresent(each -> settings.put(setting, Setting.at(each, place())));
    }

    private void number(String setting, String... flags) {
        put(
                setting,
                parts.value(flags)
                        .filter(text -> !text.equals("default"))
                        .map(
                                text ->
                                        text.matches("\\d{1,9}")
                                                ? new Value.Known(Long.valueOf(text))
                                                : new Value.Unknown("the pipeline computes it")));
    }

    private void flag(String setting, String yes, String no) {
        if (parts.value(yes).isPresent()) {
            put(setting, Optional.of(new Value.Known(parts.value(yes).get().equals("true"))));
        } else if (parts.value(no).isPresent()) {
            put(setting, Optional.of(new Value.Known(false)));
        }
    }

    /** {@code A=1,B=2}, or with another comma: {@code ^@^A=1@B=2}; see gcloud topic escaping. */
    static Map<String, String> pairs(String list) {
        String text = list;
        String comma = ",";
        int end = text.indexOf('^', 1);
        if (text.startsWith("^") && end > 1) {
            comma = text.substring(1, end);
            text = text.substring(end + 1);
        }
        Map<String, String> found = new LinkedHashMap<>();
        for (String pair : text.split(Pattern.quote(comma))) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                found.put(pair.substring(0, equals).strip(), pair.substring(equals + 1));
            }
        }
        return found;
    }

    private static Value mebibytes(String text) {
        return Quantities.mebibytes(text.replaceFirst("B$", ""))
                .<Value>map(Value.Known::new)
                .orElse(new Value.Unknown("it is no size"));
    }

    private static Value milliseconds(String text) {
        Matcher duration = DURATION.matcher(text);
        if (text.isEmpty() || !duration.matches()) {
            return new Value.Unknown("the pipeline computes it");
        }
        long seconds = part(duration, 1) * 3600 + part(duration, 2) * 60 + part(duration, 3);
        return new Value.Known(seconds * 1000);
    }

    private static long part(Matcher duration, int group) {
        return duration.group(group) == null ? 0 : Long.parseLong(duration.group(group));
    }
}
