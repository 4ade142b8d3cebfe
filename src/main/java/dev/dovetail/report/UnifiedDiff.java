package dev.dovetail.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** The difference of two texts, as {@code git apply} and {@code patch} read it. */
public final class UnifiedDiff {

    private UnifiedDiff() {}

    /** The hunks under the headers of one file. */
    public static String of(String file, String before, String after) throws IOException {
        RawText old = new RawText(before.getBytes(StandardCharsets.UTF_8));
        RawText fresh = new RawText(after.getBytes(StandardCharsets.UTF_8));
        EditList edits = new HistogramDiff().diff(RawTextComparator.DEFAULT, old, fresh);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DiffFormatter formatter = new DiffFormatter(out)) {
            formatter.format(edits, old, fresh);
            formatter.flush();
        }
        return "--- a/%s\n+++ b/%s\n%s"
                .formatted(file, file, out.toString(StandardCharsets.UTF_8));
    }
}
