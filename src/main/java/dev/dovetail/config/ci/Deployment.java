package dev.dovetail.config.ci;

import dev.dovetail.config.Setting;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.Value;
import dev.dovetail.workspace.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A step or call that sends code to a platform.
 *
 * @param host id of the platform
 * @param name by which the platform knows it; empty when it is not known
 * @param image that is sent, as written; empty when it is a folder
 * @param folder of the workspace that is sent; empty when an image is, or the folder is not known
 * @param command what is started there, where the deployment says so
 * @param trigger what makes it run
 * @param settings that the deployment carries, in the words of {@link
 *     dev.dovetail.config.SettingName}
 * @param environment variables that it sets
 * @param mounts absolute paths at which it mounts something that outlives the process
 * @param place where it stands
 */
public record Deployment(
        String host,
        Optional<String> name,
        Optional<String> image,
        Optional<String> folder,
        Optional<List<String>> command,
        Trigger.Kind trigger,
        Map<String, Setting> settings,
        Map<String, Setting> environment,
        Map<String, String> mounts,
        Place place) {

    public Deployment {
        settings = Map.copyOf(settings);
        environment = Map.copyOf(environment);
        mounts = Map.copyOf(mounts);
    }

    /** One that carries nothing but code. */
    static Deployment of(
            String host, Optional<String> name, Optional<String> image, Optional<String> folder, Place place) {
        return new Deployment(
                host,
                name.filter(text -> !text.isBlank() && !text.contains("${") && !text.contains("<<")),
                image.filter(text -> !text.isBlank()),
                image.isPresent() ? Optional.empty() : folder,
                Optional.empty(),
                Trigger.Kind.HTTP,
                Map.of(),
                Map.of(),
                Map.of(),
                place);
    }

    Deployment starting(List<String> words) {
        return new Deployment(
                host, name, image, folder, Optional.of(words), trigger, settings, environment, mounts, place);
    }

    /** The same with variables, as {@code NAME=value}. */
    Deployment with(List<String> pairs) {
        Map<String, Setting> all = new LinkedHashMap<>(environment);
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                all.put(pair.substring(0, equals).strip(), Setting.at(value(pair.substring(equals + 1)), place));
            }
        }
        return new Deployment(
                host, name, image, folder, command, trigger, settings, all, mounts, place);
    }

    /** A text of a pipeline as a value: unknown while it holds a variable, a whole number as such. */
    static Value value(String text) {
        String bare = text.strip().replaceFirst("^\"(.*)\"$", "$1").replaceFirst("^'(.*)'$", "$1");
        if (bare.contains("${") || bare.contains("$(") || bare.contains("<<")) {
            return new Value.Unknown("the pipeline computes it");
        }
        return new Value.Known(bare.matches("\\d{1,15}") ? Long.valueOf(bare) : bare);
    }
}
