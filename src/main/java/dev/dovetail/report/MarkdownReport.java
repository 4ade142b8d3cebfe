package dev.dovetail.report;

import dev.dovetail.judge.Finding;
import dev.dovetail.knowledge.Level;
import dev.dovetail.workspace.Notification;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Findings as CommonMark with GitHub's tables, for the summary of a job or a comment: the worst
 * first, with what to do folded away. GitHub takes 1 MiB of a step, so that there is a bound.
 */
public final class MarkdownReport implements ReportFormat {

    private static final int MOST = 200;

    @Override
    public void write(Report report, OutputStream out) throws IOException {
        List<FindingGroup> groups = FindingGroup.worstFirst(report.open());
        StringBuilder text = new StringBuilder("## Dovetail\n\n");
        text.append(Summary.of(report)).append(".\n");
        report.comparison().ifPresent(compared -> text.append('\n').append(MarkdownText.escaped(compared.toString())).append('\n'));
        if (!groups.isEmpty()) {
            text.append("\n| | where | what | rule |\n|---|---|---|---|\n");
            groups.stream().limit(MOST).forEach(group -> row(text, group));
            groups.stream().limit(MOST).forEach(group -> details(text, group));
        }
        if (groups.size() > MOST) {
            text.append("\n%d more are not shown here.\n".formatted(groups.size() - MOST));
        }
        notifications(text, report.notifications());
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void row(StringBuilder text, FindingGroup group) {
        Finding finding = group.first();
        String ends =
                MarkdownText.code(finding.code().toString())
                        + finding.config()
                                .filter(place -> !place.equals(finding.code()))
                                .map(place -> "<br>" + MarkdownText.code(place.toString()))
                                .orElse("");
        text.append(
                "| %s | %s | %s | [%s](%s) |\n"
                        .formatted(
                                mark(finding.level()),
                                ends,
                                MarkdownText.escaped(finding.message()),
                                finding.rule(),
                                RulePage.url(finding.rule())));
    }

    private static void details(StringBuilder text, FindingGroup group) {
        Finding finding = group.first();
        String way =
                finding.way().stream()
                        .map(step -> MarkdownText.code(step.place().toString()))
                        .distinct()
                        .collect(Collectors.joining(" → "));
        text.append("\n<details><summary>")
                .append(MarkdownText.html(finding.rule() + ": " + finding.code()))
                .append("</summary>\n\n")
                .append(MarkdownText.escaped(finding.message()))
                .append("\n\n");
        if (!way.isEmpty()) {
            text.append("- **Way**: ").append(way).append('\n');
        }
        if (!group.others().isEmpty()) {
            text.append("- **Also**: ").append(MarkdownText.escaped(group.otherUnits())).append('\n');
        }
        if (!finding.fix().isBlank()) {
            text.append("- **Fix**: ").append(MarkdownText.escaped(finding.fix())).append('\n');
        }
        for (Finding.FactSource fact : finding.facts()) {
            text.append(
                    "- **Source**: <%s> (%s, as of %s)\n"
                            .formatted(fact.url(), MarkdownText.escaped(fact.platform()), fact.asOf()));
        }
        text.append("\n</details>\n");
    }

    private static void notifications(StringBuilder text, List<Notification> notifications) {
        if (notifications.isEmpty()) {
            return;
        }
        text.append("\nWhat else there is to know:\n\n");
        for (Notification notification : notifications.subList(0, Math.min(MOST, notifications.size()))) {
            text.append("- ")
                    .append(MarkdownText.code(notification.place().toString()))
                    .append(": ")
                    .append(MarkdownText.escaped(notification.message()))
                    .append('\n');
        }
    }

    private static String mark(Level level) {
        return switch (level) {
            case ERROR -> "🔴 error";
            case WARNING -> "🟡 warning";
            case NOTE -> "🔵 note";
        };
    }
}
