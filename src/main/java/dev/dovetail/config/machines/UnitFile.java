package dev.dovetail.config.machines;

import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file of systemd: lines of {@code Key=value} under {@code [Section]}.
 *
 * <p>https://www.freedesktop.org/software/systemd/man/latest/systemd.syntax.html
 */
record UnitFile(String file, List<Line> lines) {

    /** One assignment, with the lines that a backslash joins. */
    record Line(String section, String key, String value, Place place) {}

    UnitFile {
        lines = List.copyOf(lines);
    }

    static UnitFile of(String file, String text) {
        List<Line> found = new ArrayList<>();
        List<String> lines = text.lines().toList();
        String section = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.startsWith("[") && line.endsWith("]")) {
                section = line.substring(1, line.length() - 1);
            }
            int equals = line.indexOf('=');
            if (equals < 1 || line.startsWith("#") || line.startsWith(";") || line.startsWith("[")) {
                continue;
            }
            Place place = new Place(file, new Region(i + 1, 1, i + 1, lines.get(i).length() + 1));
            StringBuilder value = new StringBuilder(line.substring(equals + 1).strip());
            while (value.length() > 0 && value.charAt(value.length() - 1) == '\\' && i + 1 < lines.size()) {
                value.setLength(value.length() - 1);
                value.append(' ').append(lines.get(++i).strip());
            }
            found.add(new Line(section, line.substring(0, equals).strip(), value.toString().strip(), place));
        }
        return new UnitFile(file, found);
    }

    List<Line> all(String section, String key) {
        return lines.stream().filter(line -> line.section().equals(section) && line.key().equals(key)).toList();
    }

    Optional<Line> last(String section, String key) {
        List<Line> all = all(section, key);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }
}
