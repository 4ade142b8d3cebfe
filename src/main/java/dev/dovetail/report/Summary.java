package dev.dovetail.report;

import dev.dovetail.judge.Finding;
import dev.dovetail.knowledge.Level;
import java.util.ArrayList;
import java.util.List;

/**
 * How many findings a report holds.
 *
 * @param discharged not counted among the others
 * @param suppressed not counted among the others
 */
public record Summary(
        int errors, int warnings, int notes, int discharged, int suppressed, int units, int files) {

    public static Summary of(Report report) {
        return new Summary(
                count(report, Level.ERROR),
                count(report, Level.WARNING),
                count(report, Level.NOTE),
                (int) report.findings().stream().filter(Finding::isDischarged).count(),
                (int)
                        report.findings().stream()
                                .filter(finding -> !finding.isDischarged() && !finding.isOpen())
                                .count(),
                report.unitCount(),
                report.fileCount());
    }

    private static int count(Report report, Level level) {
        return (int)
                report.findings().stream()
                        .filter(finding -> finding.level() == level && finding.isOpen())
                        .count();
    }

    /** How many findings are as bad as {@code level} or worse. */
    public int atLeast(Level level) {
        return switch (level) {
            case ERROR -> errors;
            case WARNING -> errors + warnings;
            case NOTE -> errors + warnings + notes;
        };
    }

    /** {@code 3 errors, 1 warning in 5 units (42 files)}. */
    @Override
    public String toString() {
        List<String> counts = new ArrayList<>();
        add(counts, errors, "error");
        add(counts, warnings, "warning");
        add(counts, notes, "note");
        if (counts.isEmpty()) {
            counts.add("no findings");
        }
        if (discharged > 0) {
            counts.add(discharged + " discharged");
        }
        if (suppressed > 0) {
            counts.add(suppressed + " suppressed");
        }
        return "%s in %s (%s)"
                .formatted(String.join(", ", counts), number(units, "unit"), number(files, "file"));
    }

    private static void add(List<String> counts, int count, String word) {
        if (count > 0) {
            counts.add(number(count, word));
        }
    }

    private static String number(int count, String word) {
        return count + " " + word + (count == 1 ? "" : "s");
    }
}
