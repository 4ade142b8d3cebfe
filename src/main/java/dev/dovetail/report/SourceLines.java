package dev.dovetail.report;

import dev.dovetail.workspace.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The lines of a workspace's files, with the few files that were asked for last kept at hand. */
public final class SourceLines {

    private static final int KEPT_FILES = 8;

    private final Workspace workspace;
    private final Map<String, List<String>> kept =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, List<String>> eldest) {
                    return size() > KEPT_FILES;
                }
            };

    public SourceLines(Workspace workspace) {
        this.workspace = workspace;
    }

    /** A line as reports may show it: as long as it is, with what looks like a secret starred out. */
    public Optional<String> shown(String file, int line) {
        return line(file, line).map(text -> Concealed.line(file, text, above(file, line)));
    }

    private List<String> above(String file, int line) {
        return IntStream.range(Math.max(1, line - Concealed.LINES_ABOVE), line)
                .mapToObj(each -> line(file, each).orElse(""))
                .toList();
    }

    /** A line without its end, counted from 1; empty when the file has no such line. */
    public Optional<String> line(String file, int line) {
        List<String> lines = kept.get(file);
        if (lines == null) {
            lines =
                    workspace
                            .read(file)
                            .map(text -> List.of(text.split("\r?\n", -1)))
                            .orElse(List.of());
            kept.put(file, lines);
        }
        return line >= 1 && line <= lines.size()
                ? Optional.of(lines.get(line - 1))
                : Optional.empty();
    }
}
