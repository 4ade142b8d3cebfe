package dev.dovetail.config.googlefunctions;

import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.Value;
import dev.dovetail.config.commands.SimpleCommand;
import dev.dovetail.config.paas.FunctionSource;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One call of {@code gcloud functions deploy}.
 *
 * @see <a href="https://docs.cloud.google.com/sdk/gcloud/reference/functions/deploy">its flags</a>
 */
record GcloudCall(SimpleCommand.Parts parts, String folder, Place place) {

    private static final Set<String> VALUED =
            Set.of(
                    "--entry-point", "--runtime", "--source", "--region", "--timeout", "--memory", "--cpu", "--concurrency",
                    "--min-instances", "--max-instances", "--set-env-vars", "--update-env-vars", "--env-vars-file", "--set-secrets",
                    "--trigger-topic", "--trigger-bucket", "--trigger-event", "--trigger-resource", "--trigger-event-filters",
                    "--trigger-location", "--trigger-service-account", "--service-account", "--vpc-connector", "--project",
                    "--ingress-settings", "--egress-settings", "--build-env-vars-file", "--set-build-env-vars", "--stage-bucket",
                    "--docker-registry", "--update-labels", "--run-service-account", "--security-level");

    private static final Pattern SIZE = Pattern.compile("(\\d{1,6})\\s*(MB|MiB|Mi|M|GB|GiB|Gi|G)?");
    private static final Pattern DURATION = Pattern.compile("(\\d{1,5})s?");

    static Optional<GcloudCall> of(SimpleCommand call) {
        for (List<String> words : List.of(List.of("gcloud", "functions", "deploy"), List.of("gcloud", "beta", "functions", "deploy"), List.of("gcloud", "alpha", "functions", "deploy"))) {
            if (call.isCallOf(words.toArray(String[]::new))) {
                SimpleCommand.Parts parts = call.after(words.size(), VALUED);
                Optional<String> folder =
                        parts.value("--source")
                                .map(path -> SimpleCommand.isKnown(path) && !path.contains(":") ? call.folder().flatMap(from -> Paths.resolve(from, path)) : Optional.<String>empty())
                                .orElse(call.folder());
                return folder.map(source -> new GcloudCall(parts, source, call.place()));
            }
        }
        return Optional.empty();
    }

    /** The unit, when the folder holds code that functions are made of. */
    Optional<DeploymentUnit> unit(Manifests manifests) {
        FunctionSource source = new FunctionSource(manifests, folder);
        Optional<String> main = source.main();
        Optional<String> name = parts.rest().stream().findFirst().filter(SimpleCommand::isKnown);
        if (main.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> target = parts.value("--entry-point").filter(SimpleCommand::isKnown).or(() -> parts.value("--entry-point").isPresent() ? Optional.empty() : name);
        boolean first = parts.value("--no-gen2").isPresent();
        DeploymentUnit.Draft unit =
                DeploymentUnit.draft(name.or(() -> target).orElse("function"), first ? "google-cloud-functions" : "google-cloud-run-functions", place, "gcloud");
        unit.folder(folder).entryPoint(source.entry(main.get(), target, place)).environmentUnknown();
        trigger(unit);
        settings(unit);
        return Optional.of(unit.build());
    }

    private void trigger(DeploymentUnit.Draft unit) {
        if (parts.value("--trigger-http").isPresent()) {
            unit.trigger(Trigger.of(Trigger.Kind.HTTP, place));
        } else if (parts.value("--trigger-topic", "--trigger-bucket", "--trigger-event", "--trigger-event-filters").isPresent()) {
            unit.trigger(Trigger.of(Trigger.Kind.EVENT, place));
        } else {
            unit.triggersUnknown();
        }
    }

    private void settings(DeploymentUnit.Draft unit) {
        parts.value("--runtime").ifPresent(runtime -> unit.setting(SettingName.RUNTIME, Setting.at(value(runtime), place)));
        parts.value("--timeout").ifPresent(text -> {
            Matcher seconds = DURATION.matcher(text);
            Value value = seconds.matches() ? new Value.Known(Double.parseDouble(seconds.group(1)) * 1000) : unknown();
            unit.setting(SettingName.TIMEOUT, Setting.at(value, place));
        });
        parts.value("--memory").ifPresent(text -> {
            Matcher size = SIZE.matcher(text);
            Value value = size.matches() ? new Value.Known(Double.parseDouble(size.group(1)) * (isGibibytes(size.group(2)) ? 1024 : 1)) : unknown();
            unit.setting(SettingName.MEMORY, Setting.at(value, place));
        });
        Map.of("--min-instances", SettingName.MIN_REPLICAS, "--max-instances", SettingName.MAX_REPLICAS, "--concurrency", SettingName.CONCURRENCY)
                .forEach((flag, setting) -> parts.value(flag).ifPresent(text -> unit.setting(setting, Setting.at(value(text), place))));
    }

    private static boolean isGibibytes(@Nullable String unit) {
        return unit != null && unit.toUpperCase(Locale.ROOT).startsWith("G");
    }

    private static Value value(String text) {
        if (!SimpleCommand.isKnown(text)) {
            return unknown();
        }
        return new Value.Known(text.matches("\\d{1,9}") ? Long.valueOf(text) : text);
    }

    private static Value unknown() {
        return new Value.Unknown("the pipeline computes it");
    }
}
