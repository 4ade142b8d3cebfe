package dev.dovetail.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Setting;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.Value;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * What was understood of a workspace's units, as JSON.
 *
 * <ul>
 *   <li>{@code version}: 1
 *   <li>{@code units}: of each {@code name}, {@code platform}, {@code format}, {@code folder},
 *       {@code place}, {@code entryPoint} (text), {@code triggers}, {@code triggersKnown}, {@code
 *       settings}, {@code environment}, {@code environmentKnown}, {@code mounts} ({@code path},
 *       {@code kind}, {@code place}), {@code files}, {@code unknowns}
 *   <li>a trigger: {@code kind}, {@code method}, {@code path}, {@code hops} (platform ids), {@code
 *       settings}, {@code place}
 *   <li>a setting, by its name: {@code value} as text with its unit of measure, or {@code unknown}:
 *       why; {@code default}: whether nothing in the workspace says it; {@code place}. The {@code
 *       value} of a variable that may be a secret is {@code set, not shown}
 * </ul>
 */
public final class UnitsJson {

    /** Writes all units; flushes {@code out} and leaves it open. */
    public void write(List<UnitDescription> units, OutputStream out) throws IOException {
        try (JsonGenerator json = JsonOutput.open(out)) {
            json.writeStartObject();
            json.writeNumberField("version", 1);
            json.writeArrayFieldStart("units");
            for (UnitDescription unit : units) {
                unit(json, unit);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void unit(JsonGenerator json, UnitDescription description) throws IOException {
        DeploymentUnit unit = description.unit();
        json.writeStartObject();
        json.writeStringField("name", unit.name());
        json.writeStringField("platform", unit.host());
        json.writeStringField("format", unit.format());
        json.writeStringField("folder", unit.folder());
        json.writeFieldName("place");
        JsonReport.place(json, unit.place(), "");
        json.writeStringField("entryPoint", SettingText.entryPoint(unit.entryPoint()));
        json.writeArrayFieldStart("triggers");
        for (Trigger trigger : unit.triggers()) {
            trigger(json, trigger);
        }
        json.writeEndArray();
        json.writeBooleanField("triggersKnown", unit.triggersKnown());
        settings(json, "settings", unit.settings(), SettingText::value);
        settings(json, "environment", unit.environment(), SettingText::variable);
        json.writeBooleanField("environmentKnown", unit.environmentKnown());
        json.writeArrayFieldStart("mounts");
        for (DeploymentUnit.Mount mount : unit.mounts()) {
            json.writeStartObject();
            json.writeStringField("path", SettingText.value("", mount.path()));
            json.writeStringField("kind", mount.kind());
            json.writeFieldName("place");
            JsonReport.place(json, mount.place(), "");
            json.writeEndObject();
        }
        json.writeEndArray();
        strings(json, "files", description.files());
        strings(json, "unknowns", description.unknowns());
        json.writeEndObject();
    }

    private static void trigger(JsonGenerator json, Trigger trigger) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", trigger.kind().name().toLowerCase(Locale.ROOT));
        if (trigger.method().isPresent()) {
            json.writeStringField("method", trigger.method().get());
        }
        if (trigger.path().isPresent()) {
            json.writeStringField("path", trigger.path().get());
        }
        strings(json, "hops", trigger.hops().stream().map(Trigger.Hop::platform).toList());
        settings(json, "settings", trigger.settings(), SettingText::value);
        json.writeFieldName("place");
        JsonReport.place(json, trigger.place(), "");
        json.writeEndObject();
    }

    private static void settings(
            JsonGenerator json,
            String field,
            Map<String, Setting> settings,
            BiFunction<String, Value, String> shown)
            throws IOException {
        json.writeObjectFieldStart(field);
        for (Map.Entry<String, Setting> entry : new TreeMap<>(settings).entrySet()) {
            Setting setting = entry.getValue();
            json.writeObjectFieldStart(entry.getKey());
            if (setting.value() instanceof Value.Unknown unknown) {
                json.writeStringField("unknown", unknown.why());
            } else {
                json.writeStringField("value", shown.apply(entry.getKey(), setting.value()));
            }
            json.writeBooleanField("default", setting.origin() == Setting.Origin.DEFAULT);
            if (setting.place().isPresent()) {
                json.writeFieldName("place");
                JsonReport.place(json, setting.place().get(), "");
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void strings(JsonGenerator json, String field, List<String> texts)
            throws IOException {
        json.writeArrayFieldStart(field);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
