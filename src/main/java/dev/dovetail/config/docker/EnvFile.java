package dev.dovetail.config.docker;

import dev.dovetail.config.Setting;
import dev.dovetail.config.Value;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Region;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file of {@code NAME=value} lines. */
public final class EnvFile {

    private static final Pattern LINE =
            Pattern.compile("\\s*(?:export\\s+)?([A-Za-z_][\\w.-]*)\\s*[=:]\\s?(.*)");

    private EnvFile() {}

    /** The variables of a file, each with its line; a later one wins. */
    public static Map<String, Setting> read(String file, String text) {
        Map<String, Setting> found = new LinkedHashMap<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher line = LINE.matcher(lines.get(i));
            if (lines.get(i).strip().startsWith("#") || !line.matches()) {
                continue;
            }
            Place place = new Place(file, new Region(i + 1, 1, i + 1, lines.get(i).length() + 1));
            String value = value(line.group(2).strip());
            found.put(
                    line.group(1),
                    Setting.at(
                            value.contains("$")
                                    ? new Value.Unknown("it is put together from other variables")
                                    : new Value.Known(value),
                            place));
        }
        return found;
    }

    private static String value(String written) {
        for (String quote : List.of("\"", "'")) {
            int end = written.indexOf(quote, 1);
            if (written.startsWith(quote) && end > 0) {
                return written.substring(1, end);
            }
        }
        int comment = written.indexOf(" #");
        return comment < 0 ? written : written.substring(0, comment).strip();
    }
}
