package dev.dovetail.report;

import dev.dovetail.knowledge.Rule;
import java.util.ArrayList;
import java.util.List;

/** A rule's page for the terminal: paragraphs wrapped, code as it is. */
public final class PageText {

    private static final int WIDTH = 88;

    private final Style style;

    public PageText(Style style) {
        this.style = style;
    }

    /** The whole page. */
    public String of(Rule rule) {
        Rule.Words words = rule.words();
        RulePage page = RulePage.of(words);
        StringBuilder text = new StringBuilder(style.strong(words.title()));
        text.append(
                " [%s] %s, precision %s\n"
                        .formatted(
                                words.id(),
                                style.of(words.level(), words.level().id()),
                                words.precision()));
        text.append('\n').append(blocks(page.summary()));
        for (RulePage.Section section : page.sections()) {
            text.append('\n').append(style.strong(section.heading())).append('\n');
            text.append(blocks(section.text()));
        }
        return text.append('\n')
                .append(style.faint(RulePage.url(words.id())))
                .append('\n')
                .toString();
    }

    /** CommonMark with its paragraphs and list items wrapped and fences taken off its code. */
    private String blocks(String markdown) {
        StringBuilder text = new StringBuilder();
        List<String> paragraph = new ArrayList<>();
        boolean code = false;
        for (String line : markdown.strip().split("\n")) {
            if (line.strip().startsWith("```")) {
                flush(text, paragraph);
                code = !code;
            } else if (code) {
                text.append(style.accent("    " + Visible.text(line.replace("\t", "  "))))
                        .append('\n');
            } else if (line.isBlank()) {
                flush(text, paragraph);
                text.append('\n');
            } else {
                if (line.strip().startsWith("- ") || line.strip().startsWith("* ")) {
                    flush(text, paragraph);
                }
                paragraph.add(line);
            }
        }
        flush(text, paragraph);
        return text.toString();
    }

    private static void flush(StringBuilder text, List<String> paragraph) {
        if (!paragraph.isEmpty()) {
            String joined = String.join(" ", paragraph).strip();
            String indent = joined.startsWith("- ") || joined.startsWith("* ") ? "\n    " : "\n  ";
            text.append("  ")
                    .append(Paragraph.wrap(joined, WIDTH).replace("\n", indent))
                    .append('\n');
            paragraph.clear();
        }
    }
}
