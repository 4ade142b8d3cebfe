package dev.dovetail.report;

import dev.dovetail.judge.Finding;
import dev.dovetail.knowledge.Level;
import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.Place;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Findings for people, as a good compiler would say them: where, how bad, what; the code of both
 * ends; the way between them; what to do.
 */
public final class TextReport implements ReportFormat {

    private static final int MOST_UNITS_NAMED = 6;

    private final Style style;

    public TextReport(Style style) {
        this.style = style;
    }

    @Override
    public void write(Report report, OutputStream out) throws IOException {
        SourceLines lines = new SourceLines(report.workspace());
        List<Finding> shown =
                report.findings().stream()
                        .filter(finding -> finding.suppression().isEmpty())
                        .toList();
        for (FindingGroup group : FindingGroup.of(shown)) {
            print(out, block(group, lines) + "\n");
        }
        print(out, notifications(report.notifications()));
        print(out, summary(Summary.of(report)) + "\n");
        print(out, report.comparison().map(compared -> compared + "\n").orElse(""));
        out.flush();
    }

    private static void print(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private String block(FindingGroup group, SourceLines lines) {
        Finding finding = group.first();
        Place code = finding.code();
        int lastLine =
                Math.max(
                        code.region().startLine(),
                        finding.config().map(place -> place.region().startLine()).orElse(0));
        for (Finding.Step step : finding.related()) {
            lastLine = Math.max(lastLine, step.place().region().startLine());
        }
        CodeFrame frame = new CodeFrame(lines, style, CodeFrame.gutterFor(lastLine));
        StringBuilder block = new StringBuilder(head(finding));
        String codeEnd = frame.around(code, finding.codeLabel(), '^', markOf(finding));
        if (!codeEnd.isEmpty()) {
            block.append(frame.empty()).append(codeEnd);
        }
        finding.config()
                .filter(place -> !place.equals(code))
                .ifPresent(place -> block.append(configEnd(frame, place, finding.configLabel())));
        for (Finding.Step step : finding.related()) {
            if (!step.place().equals(code)) {
                block.append(configEnd(frame, step.place(), step.label()));
            }
        }
        block.append(frame.empty());
        remarks(group).forEach(remark -> block.append(frame.remark(remark.word(), remark.text())));
        return block.toString();
    }

    private String head(Finding finding) {
        Place code = finding.code();
        return "%s:%d:%d: %s: %s %s\n"
                .formatted(
                        style.strong(Visible.text(code.file())),
                        code.region().startLine(),
                        code.region().startColumn(),
                        markOf(finding).apply(word(finding)),
                        style.strong(Visible.line(finding.message())),
                        style.faint("[" + finding.rule() + "]"));
    }

    private static String word(Finding finding) {
        return finding.isDischarged() ? "discharged" : finding.level().id();
    }

    private UnaryOperator<String> markOf(Finding finding) {
        return finding.isDischarged() ? style::good : text -> style.of(finding.level(), text);
    }

    private String configEnd(CodeFrame frame, Place place, String label) {
        return frame.empty() + frame.head(place) + frame.around(place, label, '-', style::accent);
    }

    private record Remark(String word, String text) {}

    private List<Remark> remarks(FindingGroup group) {
        Finding finding = group.first();
        List<Remark> remarks = new ArrayList<>();
        List<String> way =
                finding.way().stream().map(step -> step.place().toString()).distinct().toList();
        if (way.size() > 2) {
            remarks.add(new Remark("way", String.join(" → ", way)));
        }
        if (!group.others().isEmpty()) {
            remarks.add(new Remark("also", otherUnits(group.others())));
        }
        if (finding.evidence() == Finding.Evidence.ASSUMED) {
            remarks.add(
                    new Remark(
                            "assumed",
                            "the platform was named on the command line; no config here says so"));
        }
        finding.discharge().ifPresent(why -> remarks.add(new Remark("discharged", why)));
        if (!finding.fix().isBlank() && !finding.isDischarged()) {
            remarks.add(new Remark("fix", finding.fix()));
        }
        finding.fixes().stream()
                .findFirst()
                .filter(mend -> finding.isOpen())
                .ifPresent(
                        mend ->
                                remarks.add(
                                        new Remark(
                                                "mend",
                                                mend.description()
                                                        + (mend.safe()
                                                                ? ": --fix does it"
                                                                : ": --fix --unsafe-fixes does"
                                                                        + " it"))));
        for (Finding.FactSource fact : finding.facts()) {
            remarks.add(
                    new Remark(
                            "source",
                            "%s (%s, as of %s)"
                                    .formatted(fact.url(), fact.platform(), fact.asOf())));
        }
        return remarks;
    }

    private static String otherUnits(List<Finding> others) {
        String named =
                others.stream()
                        .limit(MOST_UNITS_NAMED)
                        .map(
                                finding ->
                                        finding.unit()
                                                + finding.config()
                                                        .map(place -> " (" + place + ")")
                                                        .orElse(""))
                        .collect(Collectors.joining(", "));
        int more = others.size() - MOST_UNITS_NAMED;
        return more > 0 ? named + " and " + more + " more" : named;
    }

    private String notifications(List<Notification> notifications) {
        if (notifications.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        for (Notification notification : notifications) {
            Place place = notification.place();
            text.append(
                    "%s:%d:%d: %s: %s\n"
                            .formatted(
                                    style.strong(Visible.text(place.file())),
                                    place.region().startLine(),
                                    place.region().startColumn(),
                                    word(notification.level()),
                                    Visible.line(notification.message())));
        }
        return text.append('\n').toString();
    }

    private String word(Notification.Level level) {
        return switch (level) {
            case ERROR -> style.of(Level.WARNING, "not analysed");
            case WARNING -> style.of(Level.NOTE, "partly analysed");
            case REMARK -> style.of(Level.NOTE, "remark");
        };
    }

    private String summary(Summary summary) {
        if (summary.units() == 0) {
            return "No deployment units found: nothing was judged. `dovetail units` shows what was"
                    + " understood; --platform names a platform where no config does.";
        }
        String text = summary.toString();
        if (summary.errors() > 0) {
            return style.of(Level.ERROR, text);
        }
        return summary.warnings() + summary.notes() > 0
                ? style.of(Level.WARNING, text)
                : style.good(text);
    }
}
