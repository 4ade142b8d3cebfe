package dev.dovetail.config.vercel;

import dev.dovetail.config.Setting;
import dev.dovetail.config.Value;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Region;
import dev.dovetail.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a function's own source says of how it runs: {@code export const runtime = 'edge'}, or the
 * same in {@code export const config}. Vercel and Next.js want literals there, and so does this.
 *
 * @param runtime {@code edge}, {@code nodejs}; empty when the source says nothing
 * @param maxDuration in ms
 */
record SegmentConfig(Optional<Setting> runtime, Optional<Setting> maxDuration) {

    private static final int LONGEST_LINE = 300;
    private static final int LONGEST_OBJECT = 30;

    private static final Pattern RUNTIME =
            Pattern.compile("^export\\s+const\\s+runtime\\b[^=]{0,40}=\\s*['\"]([a-z-]+)['\"]");
    private static final Pattern DURATION =
            Pattern.compile("^export\\s+const\\s+maxDuration\\b[^=]{0,40}=\\s*(\\d{1,6})\\b");
    private static final Pattern OBJECT = Pattern.compile("^export\\s+const\\s+config\\b[^=]{0,60}=");
    private static final Pattern RUNTIME_KEY =
            Pattern.compile("\\bruntime\\s*:\\s*['\"]([a-z-]+)['\"]");
    private static final Pattern DURATION_KEY =
            Pattern.compile("\\bmaxDuration\\s*:\\s*(\\d{1,6})\\b");

    static SegmentConfig of(Workspace workspace, String file) {
        Optional<String> text = workspace.read(file);
        if (text.isEmpty() || !text.get().contains("export const ")) {
            return new SegmentConfig(Optional.empty(), Optional.empty());
        }
        List<String> lines = text.get().lines().toList();
        Optional<Setting> runtime = Optional.empty();
        Optional<Setting> duration = Optional.empty();
        int objectEnds = -1;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.length() > LONGEST_LINE) {
                continue;
            }
            if (OBJECT.matcher(line).find()) {
                objectEnds = i + LONGEST_OBJECT;
            }
            boolean inObject = i <= objectEnds;
            if (runtime.isEmpty()) {
                runtime = at(file, i, line, inObject ? RUNTIME_KEY : RUNTIME, false);
            }
            if (duration.isEmpty()) {
                duration = at(file, i, line, inObject ? DURATION_KEY : DURATION, true);
            }
            if (inObject && (line.startsWith("}") || line.contains("};"))) {
                objectEnds = -1;
            }
        }
        return new SegmentConfig(runtime, duration);
    }

    private static Optional<Setting> at(
            String file, int index, String line, Pattern pattern, boolean seconds) {
        Matcher matcher = pattern.matcher(line);
        if (!matcher.find()) {
            return Optional.empty();
        }
        Region region =
                new Region(index + 1, matcher.start(1) + 1, index + 1, matcher.end(1) + 1);
        Object value =
                seconds ? Double.parseDouble(matcher.group(1)) * 1000 : (Object) matcher.group(1);
        return Optional.of(Setting.at(new Value.Known(value), new Place(file, region)));
    }

    boolean isEdge() {
        return runtime.flatMap(setting -> setting.value().text())
                .filter(name -> name.endsWith("edge"))
                .isPresent();
    }

    boolean isNode() {
        return runtime.flatMap(setting -> setting.value().text())
                .filter("nodejs"::equals)
                .isPresent();
    }
}
