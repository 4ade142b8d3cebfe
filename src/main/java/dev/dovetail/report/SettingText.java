package dev.dovetail.report;

import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Value;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Settings and entry points as people write them. */
public final class SettingText {

    /** Settings in ms. */
    private static final String[] DURATIONS = {
        SettingName.TIMEOUT,
        SettingName.VISIBILITY_TIMEOUT,
        SettingName.SERVER_TIMEOUT,
        SettingName.KEEP_ALIVE,
        SettingName.GRACE_PERIOD
    };

    /** Settings in MiB. */
    private static final String[] SIZES = {
        SettingName.MEMORY, SettingName.TEMPORARY_STORAGE, SettingName.HEAP
    };

    private SettingText() {}

    /** A value with its unit of measure; {@code unknown} and why. */
    public static String value(String name, Value value) {
        if (value instanceof Value.Unknown unknown) {
            return "unknown: " + unknown.why();
        }
        String text = value.text().orElse("");
        for (String duration : DURATIONS) {
            if (name.equals(duration)) {
                return value.number().map(SettingText::duration).orElse(text);
            }
        }
        for (String size : SIZES) {
            if (name.equals(size)) {
                return value.number().map(number -> plain(number) + " MiB").orElse(text);
            }
        }
        // Text that looks like a number stays as it was written: version 2.0 is not 2.
        return value instanceof Value.Known known && known.literal() instanceof Number number
                ? plain(number.doubleValue())
                : text;
    }

    /** The value of an environment variable, where it can be no secret. */
    static String variable(String name, Value value) {
        String text = value(name, value);
        return value instanceof Value.Unknown || Concealed.mayBeShown(name, text)
                ? text
                : Concealed.VALUE;
    }

    /** All settings on one line, in name order; where each stands is left out. */
    static String all(Map<String, Setting> settings) {
        return settings.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(
                        entry ->
                                entry.getKey()
                                        + " "
                                        + value(entry.getKey(), entry.getValue().value()))
                .collect(Collectors.joining(", "));
    }

    /** Where a unit's code starts. */
    public static String entryPoint(EntryPoint entryPoint) {
        if (entryPoint instanceof EntryPoint.Handler handler) {
            String folder = handler.folder().isEmpty() ? "" : " in " + handler.folder();
            return "handler " + handler.reference() + folder;
        }
        if (entryPoint instanceof EntryPoint.File file) {
            return "file " + file.file() + " (" + file.convention() + ")";
        }
        if (entryPoint instanceof EntryPoint.Registered registered) {
            return "call at " + registered.place() + " of " + registered.file();
        }
        if (entryPoint instanceof EntryPoint.Files files) {
            return files.files().size() + " files";
        }
        if (entryPoint instanceof EntryPoint.Program program) {
            return "program " + program.file();
        }
        if (entryPoint instanceof EntryPoint.Application application) {
            return "application " + application.attribute() + " of " + application.file();
        }
        if (entryPoint instanceof EntryPoint.MainClass main) {
            String type = main.type().isEmpty() ? "main class" : "main class " + main.type();
            return type + (main.folder().isEmpty() ? "" : " in " + main.folder());
        }
        if (entryPoint instanceof EntryPoint.Programs several) {
            return several.programs().stream()
                    .map(SettingText::entryPoint)
                    .collect(Collectors.joining(", "));
        }
        if (entryPoint instanceof EntryPoint.Unknown unknown) {
            return "unknown: " + unknown.why();
        }
        return entryPoint.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String duration(double ms) {
        return ms % 1000 == 0 ? plain(ms / 1000) + " s" : plain(ms) + " ms";
    }

    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? String.valueOf((long) number)
                : String.valueOf(number);
    }
}
