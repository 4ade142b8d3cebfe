package dev.dovetail.config.docker;

import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Value;
import dev.dovetail.workspace.Place;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Keeps what is known of the libraries that a stage has installed, or took from another one. */
final class Installed {

    private static final List<String> KEPT =
            List.of(SettingName.INSTALLED, SettingName.INSTALLED_LIBC, SettingName.INSTALLED_RUNTIME);

    private static final Pattern PIP =
            Pattern.compile("\\bpip3?\\s+install\\b|\\buv\\s+(?:sync|pip)\\b|\\bpoetry\\s+install\\b|\\bpipenv\\s+(?:install|sync)\\b");

    /** Folders that Python's libraries are commonly copied in from where they were installed. */
    private static final Pattern LIBRARIES =
            Pattern.compile(".*/(?:site-packages|\\.?venv|env|install|\\.local|wheels|packages)(?:/.*)?|/usr/local(?:/lib)?|/|.*/python3\\.\\d+");

    private Installed() {}

    /** What a RUN line installs. */
    static void run(String text, Place place, Stage stage) {
        Optional<Value> node = NodeInstalls.in(text, stage.environment);
        node.ifPresent(value -> stage.settings.put(SettingName.INSTALLED, Setting.at(value, place)));
        if (node.isPresent() || PIP.matcher(text).find()) {
            note(SettingName.LIBC, SettingName.INSTALLED_LIBC, place, stage);
            note(SettingName.RUNTIME, SettingName.INSTALLED_RUNTIME, place, stage);
        }
    }

    private static void note(String from, String to, Place place, Stage stage) {
        Setting own = stage.settings.get(from);
        if (own == null) {
            stage.settings.remove(to);
        } else {
            stage.settings.put(to, Setting.at(own.value(), place));
        }
    }

    /** What a COPY brings of it. */
    static void copy(List<String> sources, Optional<Stage> other, Place place, Stage stage) {
        if (other.isEmpty()) {
            if (sources.stream().anyMatch(each -> each.replaceAll("/+$", "").endsWith("node_modules"))) {
                stage.settings.put(SettingName.INSTALLED_LIBC, Setting.at(new Value.Known("host"), place));
            }
            return;
        }
        boolean brings =
                sources.stream()
                        .anyMatch(
                                each ->
                                        NodeInstalls.isBroughtBy(each, other.get().folder)
                                                || LIBRARIES.matcher(each).matches());
        for (String name : KEPT) {
            Setting set = other.get().settings.get(name);
            if (brings && set != null) {
                stage.settings.put(name, set);
            }
        }
    }

    /** {@code linux/arm64} as the word that config has for it; empty where a variable decides. */
    static Optional<String> architecture(String platform) {
        return switch (platform) {
            case "linux/amd64", "linux/x86_64", "amd64" -> Optional.of("x86_64");
            case "linux/arm64", "linux/arm64/v8", "linux/aarch64", "arm64" -> Optional.of("arm64");
            default -> Optional.empty();
        };
    }
}
