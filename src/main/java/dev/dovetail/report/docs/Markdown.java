package dev.dovetail.report.docs;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page of CommonMark with GitHub's tables, block by block. */
final class Markdown {

    private final StringBuilder text = new StringBuilder();

    String text() {
        return text.toString();
    }

    void heading(String words) {
        paragraph("## " + words);
    }

    /** A block as it is; nothing when it is blank. */
    void paragraph(String block) {
        if (!block.isBlank()) {
            text.append(text.isEmpty() ? "" : "\n").append(block.strip()).append('\n');
        }
    }

    void list(Stream<String> items) {
        paragraph(items.map(item -> "- " + line(item)).collect(Collectors.joining("\n")));
    }

    /** A table; nothing when it has no rows. */
    void table(List<String> heads, Stream<List<String>> rows) {
        List<String> lines = rows.map(Markdown::row).toList();
        if (!lines.isEmpty()) {
            paragraph(
                    row(heads)
                            + "\n"
                            + "|---".repeat(heads.size())
                            + "|\n"
                            + String.join("\n", lines));
        }
    }

    private static String row(List<String> cells) {
        return cells.stream()
                .map(cell -> line(cell).replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String line(String words) {
        return words.strip().replaceAll("\\s+", " ");
    }

    static String code(String words) {
        return "`" + words + "`";
    }
}
