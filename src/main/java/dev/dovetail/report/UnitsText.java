package dev.dovetail.report;

import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Setting;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.Value;
import dev.dovetail.workspace.Place;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was understood of a workspace's units, for people. */
public final class UnitsText {

    private static final int MOST_FILES = 40;

    private final Style style;

    public UnitsText(Style style) {
        this.style = style;
    }

    /** All units, one block each. */
    public String of(List<UnitDescription> units) {
        if (units.isEmpty()) {
            return "No deployment units found.\n";
        }
        StringBuilder text = new StringBuilder();
        units.forEach(unit -> text.append(block(unit)).append('\n'));
        return text.append(units.size())
                .append(units.size() == 1 ? " unit\n" : " units\n")
                .toString();
    }

    private String block(UnitDescription description) {
        DeploymentUnit unit = description.unit();
        StringBuilder block = new StringBuilder(style.strong(Visible.line(unit.name())));
        block.append(" on ").append(style.accent(unit.host()));
        block.append(
                style.faint("  " + Visible.text(unit.place().toString()) + ", " + unit.format()));
        block.append('\n');
        row(block, "entry", SettingText.entryPoint(unit.entryPoint()), unit.entryPoint().place());
        if (!unit.folder().isEmpty()) {
            row(block, "folder", unit.folder(), null);
        }
        for (Trigger trigger : unit.triggers()) {
            row(block, "trigger", trigger(trigger), trigger.place());
        }
        if (!unit.triggersKnown()) {
            row(block, "trigger", "others may be added by what cannot be read", null);
        }
        settings(block, "setting", unit.settings(), SettingText::value);
        settings(block, "env", unit.environment(), SettingText::variable);
        if (!unit.environmentKnown()) {
            row(block, "env", "others may be added by what cannot be read", null);
        }
        for (DeploymentUnit.Mount mount : unit.mounts()) {
            row(
                    block,
                    "mount",
                    SettingText.value("", mount.path()) + " (" + mount.kind() + ")",
                    mount.place());
        }
        files(block, description.files());
        description.unknowns().forEach(why -> row(block, "unknown", why, null));
        return block.toString();
    }

    private static String trigger(Trigger trigger) {
        String request =
                trigger.method().map(method -> " " + method).orElse("")
                        + trigger.path().map(path -> " " + path).orElse("");
        String hops =
                trigger.hops().stream()
                        .map(hop -> hop.platform() + inParentheses(hop.settings()))
                        .collect(Collectors.joining(" → "));
        return trigger.kind().name().toLowerCase(Locale.ROOT)
                + request
                + (hops.isEmpty() ? "" : " through " + hops)
                + inParentheses(trigger.settings());
    }

    private static String inParentheses(Map<String, Setting> settings) {
        return settings.isEmpty() ? "" : " (" + SettingText.all(settings) + ")";
    }

    private void settings(
            StringBuilder block,
            String word,
            Map<String, Setting> settings,
            BiFunction<String, Value, String> shown) {
        new TreeMap<>(settings)
                .forEach(
                        (name, setting) -> {
                            String value = name + " = " + shown.apply(name, setting.value());
                            boolean byDefault = setting.origin() == Setting.Origin.DEFAULT;
                            row(
                                    block,
                                    word,
                                    byDefault ? value + " by default" : value,
                                    setting.place().orElse(null));
                        });
    }

    private void files(StringBuilder block, List<String> files) {
        for (int i = 0; i < Math.min(files.size(), MOST_FILES); i++) {
            row(block, i == 0 ? "runs" : "", files.get(i), null);
        }
        if (files.size() > MOST_FILES) {
            row(block, "", "and %d more files".formatted(files.size() - MOST_FILES), null);
        }
    }

    private void row(StringBuilder block, String word, String text, @Nullable Place place) {
        block.append("  ")
                .append(style.faint("%-8s".formatted(word)))
                .append(Visible.line(text))
                .append(place == null ? "" : style.faint("  " + Visible.text(place.toString())))
                .append('\n');
    }
}
