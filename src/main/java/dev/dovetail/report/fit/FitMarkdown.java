package dev.dovetail.report.fit;

import dev.dovetail.judge.Fit;
import dev.dovetail.judge.UnitFits;
import dev.dovetail.knowledge.Platform;
import dev.dovetail.report.MarkdownText;
import dev.dovetail.report.RulePage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Units against hosts as Markdown, for a pull request, a wiki or a decision record. */
public final class FitMarkdown implements FitFormat {

    /** Places of one reason that are named. */
    private static final int MOST_PLACES = 10;

    @Override
    public void write(FitReport report, OutputStream out) throws IOException {
        StringBuilder text = new StringBuilder("## Where it would run\n\n");
        if (report.units().isEmpty()) {
            text.append("No deployment units and no source that Dovetail reads.\n");
        } else {
            text.append(FitSummary.of(report)).append(".\n\n");
            FitMatrix matrix = FitMatrix.of(report);
            matrix(text, matrix);
            FitReason.of(report).forEach(reason -> reason(text, reason));
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void matrix(StringBuilder text, FitMatrix matrix) {
        boolean alone = matrix.columns().size() == 1;
        text.append("| |");
        for (FitMatrix.Column column : matrix.columns()) {
            text.append(' ').append(heading(column)).append(" |");
        }
        text.append(alone ? " |" : "")
                .append("\n|---")
                .append("|---".repeat(matrix.columns().size() + (alone ? 1 : 0)))
                .append("|\n");
        for (FitMatrix.Row row : matrix.rows()) {
            text.append("| ").append(MarkdownText.escaped(row.host().name())).append(" |");
            for (Fit fit : row.fits()) {
                text.append(' ').append(cell(fit)).append(" |");
            }
            if (alone) {
                text.append(' ')
                        .append(MarkdownText.escaped(FitWords.why(row.fits().get(0))))
                        .append(" |");
            }
            text.append('\n');
        }
    }

    private static String heading(FitMatrix.Column column) {
        return column.units().stream()
                .map(
                        unit ->
                                MarkdownText.escaped(unit.unit().unit().name()) + now(unit))
                .collect(Collectors.joining("<br>"));
    }

    private static String now(UnitFits unit) {
        String now = FitWords.now(unit);
        return now.isEmpty() ? "" : " (now on " + MarkdownText.escaped(now) + ")";
    }

    private static String cell(Fit fit) {
        String mark =
                switch (fit.verdict()) {
                    case FITS -> "🟢";
                    case FITS_BUT -> "🔵";
                    case FITS_IF -> "🟡";
                    case DOES_NOT_FIT -> "🔴";
                    case UNKNOWN -> "⚪";
                };
        String word = mark + " " + FitWords.word(fit.verdict());
        return fit.isOwn() ? "**" + word + "**" : word;
    }

    private static void reason(StringBuilder text, FitReason reason) {
        FitReason.Spot first = reason.spots().get(0);
        text.append("\n<details><summary>")
                .append(MarkdownText.html(reason.title()))
                .append(" (")
                .append(MarkdownText.html(String.join(", ", reason.units())))
                .append("): ")
                .append(MarkdownText.html(first.place().toString()))
                .append(reason.spots().size() == 1 ? "" : " and " + (reason.spots().size() - 1) + " more")
                .append("</summary>\n\n");
        for (FitReason.Case each : reason.cases()) {
            one(text, each);
        }
        if (!reason.fix().isEmpty()) {
            text.append("- **Fix**: ").append(MarkdownText.escaped(reason.fix())).append('\n');
        }
        text.append("- **Where**: ").append(places(reason.spots())).append('\n');
        text.append("- **Rule**: [")
                .append(reason.rule())
                .append("](")
                .append(RulePage.url(reason.rule()))
                .append(")\n\n</details>\n");
    }

    private static void one(StringBuilder text, FitReason.Case each) {
        HostSays says = each.says();
        text.append("- **")
                .append(MarkdownText.escaped(hosts(each)))
                .append("** ")
                .append(FitWords.word(says.verdict()));
        if (!says.demand().isEmpty()) {
            text.append(' ').append(MarkdownText.escaped(says.demand()));
        }
        text.append(": ").append(MarkdownText.escaped(says.message()));
        says.sources().stream()
                .findFirst()
                .ifPresent(
                        source ->
                                text.append(" ([source](%s), %s)".formatted(source.url(), source.asOf())));
        text.append('\n');
    }

    private static String hosts(FitReason.Case each) {
        return each.hosts().stream().map(Platform::name).collect(Collectors.joining(", "));
    }

    private static String places(List<FitReason.Spot> spots) {
        String named =
                spots.stream()
                        .limit(MOST_PLACES)
                        .map(spot -> MarkdownText.code(spot.place().toString()))
                        .collect(Collectors.joining(", "));
        int more = spots.size() - MOST_PLACES;
        return more > 0 ? named + " and " + more + " more" : named;
    }
}
