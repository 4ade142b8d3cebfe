package dev.dovetail.report.docs;

import dev.dovetail.knowledge.Rule;
import java.util.stream.Collectors;

/** What the pages of features and of contracts share, in the order of reading. */
final class RuleSections {

    private final Rule.Words words;
    private final Markdown page;

    RuleSections(Rule.Words words, Markdown page) {
        this.words = words;
        this.page = page;
    }

    void whatItFinds(String kind) {
        page.paragraph("# " + words.title());
        page.paragraph(
                "%s · %s · **%s** · precision %s · %s"
                        .formatted(
                                Markdown.code(words.id()),
                                kind,
                                words.level().id(),
                                words.precision(),
                                words.tags().stream().sorted().collect(Collectors.joining(", "))));
        page.paragraph(words.summary());
        section("Why it matters", words.why());
        section("Example", words.example());
    }

    void howToFixIt() {
        section("How to fix it", words.fix());
    }

    void howItDecides() {
        section("When it is not a problem", words.whenNot());
        section("How it decides", words.decides());
    }

    void howToSuppressIt() {
        section(
                "How to suppress it",
                """
                For a whole run, leave the rule out:

                ```
                dovetail check --ignore %s
                ```
                """
                        .formatted(words.id()));
    }

    private void section(String heading, String text) {
        if (!text.isBlank()) {
            page.heading(heading);
            page.paragraph(text);
        }
    }
}
