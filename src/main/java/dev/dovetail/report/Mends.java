package dev.dovetail.report;

import dev.dovetail.judge.Finding;
import dev.dovetail.judge.Fix;
import dev.dovetail.workspace.Region;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The texts of files once the fixes of a report are made.
 *
 * @param texts new text by path, of files that change, in path order
 */
public record Mends(Map<String, String> texts) {

    /** An edit as offsets in a text. */
    private record Change(int from, int to, String text) {
        boolean overlaps(Change other) {
            return from < other.to && other.from < to || from == other.from;
        }
    }

    /**
     * What the first fix of every open finding makes; one that overlaps an earlier one, or of which
     * a place is no longer there, is left out as a whole.
     *
     * @param all whether also fixes that somebody should look at are made
     */
    public static Mends of(Report report, boolean all) {
        Map<String, String> texts = new HashMap<>();
        Map<String, List<Change>> changes = new TreeMap<>();
        for (Finding finding : report.open()) {
            Optional<Fix> fix =
                    finding.fixes().stream().filter(each -> all || each.safe()).findFirst();
            fix.ifPresent(each -> add(each, report, texts, changes));
        }
        Map<String, String> mended = new TreeMap<>();
        changes.forEach((file, edits) -> mended.put(file, apply(texts.getOrDefault(file, ""), edits)));
        return new Mends(mended);
    }

    private static void add(
            Fix fix, Report report, Map<String, String> texts, Map<String, List<Change>> changes) {
        Map<String, List<Change>> added = new TreeMap<>();
        for (Fix.Edit edit : fix.edits()) {
            String file = edit.place().file();
            String text =
                    texts.computeIfAbsent(file, path -> report.workspace().read(path).orElse(""));
            Optional<Change> change = change(text, edit);
            if (change.isEmpty()) {
                return;
            }
            boolean same = changes.getOrDefault(file, List.of()).contains(change.get());
            boolean clashes =
                    changes.getOrDefault(file, List.of()).stream()
                            .anyMatch(change.get()::overlaps);
            if (clashes && !same) {
                return;
            }
            if (!same) {
                added.computeIfAbsent(file, path -> new ArrayList<>()).add(change.get());
            }
        }
        added.forEach(
                (file, more) ->
                        changes.computeIfAbsent(file, path -> new ArrayList<>()).addAll(more));
    }

    private static Optional<Change> change(String text, Fix.Edit edit) {
        Region region = edit.place().region();
        int from = region.startIn(text);
        int to = region.endIn(text);
        return from < 0 || to < from
                ? Optional.empty()
                : Optional.of(new Change(from, to, edit.text()));
    }

    private static String apply(String text, List<Change> changes) {
        List<Change> sorted = new ArrayList<>(changes);
        sorted.sort(Comparator.comparingInt(Change::from));
        StringBuilder mended = new StringBuilder();
        int at = 0;
        for (Change change : sorted) {
            mended.append(text, at, change.from()).append(change.text());
            at = change.to();
        }
        return mended.append(text, at, text.length()).toString();
    }
}
