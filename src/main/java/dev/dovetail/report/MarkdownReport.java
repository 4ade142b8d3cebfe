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
        report.comparison().ifPresent(compared -> text.append('\n').append(escaped(compared.toString())).append('\n'));
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
                code(finding.code().toString())
                        + finding.config()
                                .filter(place -> !place.equals(finding.code()))
                                .map(place -> "<br>" + code(place.toString()))
                                .orElse("");
        text.append(
                "| %s | %s | %s | [%s](%s) |\n"
                        .formatted(
                                mark(finding.level()),
                                ends,
                                escaped(finding.message()),
                                finding.rule(),
                                RulePage.url(finding.rule())));
    }

    private static void details(StringBuilder text, FindingGroup group) {
        Finding finding = group.first();
        String way =
                finding.way().stream()
                        .map(step -> code(step.place().toString()))
                        .distinct()
                        .collect(Collectors.joining(" → "));
        text.append("\n<details><summary>")
                .append(html(finding.rule() + ": " + finding.code()))
                .append("</summary>\n\n")
                .append(escaped(finding.message()))
                .append("\n\n");
        if (!way.isEmpty()) {
            text.append("- **Way**: ").append(way).append('\n');
        }
        if (!group.others().isEmpty()) {
            text.append("- **Also**: ").append(escaped(group.otherUnits())).append('\n');
        }
        if (!finding.fix().isBlank()) {
            text.append("- **Fix**: ").append(escaped(finding.fix())).append('\n');
        }
        for (Finding.FactSource fact : finding.facts()) {
            text.append(
                    "- **Source**: <%s> (%s, as of %s)\n"
                            .formatted(fact.url(), escaped(fact.platform()), fact.asOf()));
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
                    .append(code(notification.place().toString()))
                    .append(": ")
                    .append(escaped(notification.message()))
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

    /** Text of the workspace between backticks, in one line of a table. */
    private static String code(String text) {
        return "`" + Visible.line(text).replace("`", "'").replace("|", "\\|") + "`";
    }

    /** Text in which nothing but code between backticks is markup, in one line of a table. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        boolean inCode = false;
        for (char c : Visible.line(text).toCharArray()) {
            inCode ^= c == '`';
            if (inCode && c != '|') {
                escaped.append(c);
                continue;
            }
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '&' -> escaped.append("&amp;");
                case '|', '[', ']', '*', '_', '#' -> escaped.append('\\').append(c);
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static String html(String text) {
        return Visible.line(text).replace("&", "&amp;").replace("<", "&lt;");
    }
}
