package dev.dovetail.report;

import dev.dovetail.judge.Finding;
import dev.dovetail.knowledge.Level;
import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Region;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Findings as commands of a GitHub Actions workflow, which shows them as annotations of the files:
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands. It shows ten
 * of each level a step, so that the worst come first.
 */
public final class GithubReport implements ReportFormat {

    @Override
    public void write(Report report, OutputStream out) throws IOException {
        StringBuilder text = new StringBuilder();
        List<FindingGroup> groups = FindingGroup.worstFirst(report.open());
        for (FindingGroup group : groups) {
            Finding finding = group.first();
            String also =
                    group.others().isEmpty()
                            ? ""
                            : "\nThe same holds for " + group.otherUnits() + ".";
            String config =
                    finding.config()
                            .filter(place -> !place.equals(finding.code()))
                            .map(place -> "\n" + place + ": " + finding.configLabel())
                            .orElse("");
            String fix = finding.fix().isBlank() ? "" : "\n" + finding.fix();
            command(
                    text,
                    command(finding.level()),
                    finding.code(),
                    finding.rule(),
                    finding.message() + config + also + fix);
        }
        for (Notification notification : report.notifications()) {
            command(
                    text,
                    notification.level() == Notification.Level.ERROR ? "warning" : "notice",
                    notification.place(),
                    "dovetail",
                    notification.message());
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String command(Level level) {
        return switch (level) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "notice";
        };
    }

    private static void command(
            StringBuilder out, String command, Place place, String title, String message) {
        Region region = place.region();
        out.append("::").append(command).append(" file=").append(property(place.file()));
        out.append(",line=").append(region.startLine());
        out.append(",endLine=").append(region.endLine());
        // Columns are for a stretch of one line.
        if (region.startLine() == region.endLine()) {
            out.append(",col=").append(region.startColumn());
            out.append(",endColumn=").append(region.endColumn());
        }
        out.append(",title=").append(property(title)).append("::").append(data(message));
        out.append('\n');
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
