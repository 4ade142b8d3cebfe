package dev.dovetail.report;

import dev.dovetail.knowledge.Rule;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What there is to read about a rule, in sections, for help within other tools and for the
 * terminal.
 *
 * @param title the rule's
 * @param summary one sentence
 * @param sections in the order of reading; empty ones are left out
 */
public record RulePage(String title, String summary, List<Section> sections) {

    private static final String PAGES =
            "https://github.com/dovetail-dev/dovetail/blob/main/rules/docs/rules/";

    /** A heading and CommonMark below it. */
    public record Section(String heading, String text) {}

    public static RulePage of(Rule.Words words) {
        List<Section> sections =
                Stream.of(
                                new Section("Why it matters", words.why()),
                                new Section("Example", words.example()),
                                new Section("How to fix it", words.fix()),
                                new Section("When it is not a problem", words.whenNot()),
                                new Section("How it decides", words.decides()))
                        .filter(section -> !section.text().isBlank())
                        .toList();
        return new RulePage(words.title(), words.summary(), sections);
    }

    /** The page on the web of the rule of this id. */
    public static String url(String id) {
        return PAGES + id + ".md";
    }

    /** The page as CommonMark, its title left to the reader's own heading. */
    public String markdown() {
        return summary.strip()
                + sections.stream()
                        .map(
                                section ->
                                        "\n\n## "
                                                + section.heading()
                                                + "\n\n"
                                                + section.text().strip())
                        .collect(Collectors.joining())
                + "\n";
    }

    /** The page as text without markup for headings. */
    public String plain() {
        return summary.strip()
                + sections.stream()
                        .map(section -> "\n\n" + section.heading() + ":\n" + section.text().strip())
                        .collect(Collectors.joining())
                + "\n";
    }
}
