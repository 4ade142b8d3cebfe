package dev.dovetail.report.fit;

import dev.dovetail.judge.Fit;
import dev.dovetail.judge.UnitFits;
import dev.dovetail.knowledge.Level;
import dev.dovetail.knowledge.Platform;
import dev.dovetail.report.CodeFrame;
import dev.dovetail.report.Paragraph;
import dev.dovetail.report.SourceLines;
import dev.dovetail.report.Style;
import dev.dovetail.report.Visible;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Units against hosts for a terminal: the matrix, then what stands against them. */
public final class FitText implements FitFormat {

    /** Places of one reason whose code is shown. */
    private static final int MOST_FRAMES = 2;

    /** Further places that are named. */
    private static final int MOST_PLACES = 6;

    private static final int WIDEST_NAME = 34;

    private static final String GAP = "  ";

    private final Style style;

    public FitText(Style style) {
        this.style = style;
    }

    @Override
    public void write(FitReport report, OutputStream out) throws IOException {
        StringBuilder text = new StringBuilder();
        if (report.units().isEmpty()) {
            text.append("No deployment units and no source that Dovetail reads.\n");
        } else {
            FitMatrix matrix = FitMatrix.of(report);
            heads(text, matrix);
            matrix(text, matrix);
            if (report.units().stream().anyMatch(UnitFits::isAimed)) {
                text.append(style.faint("* where it is now, with its config as it is")).append("\n\n");
            }
            List<FitReason> reasons = FitReason.of(report);
            SourceLines lines = new SourceLines(report.workspace());
            reasons.forEach(reason -> reason(text, reason, lines));
            text.append(FitSummary.of(report)).append('\n');
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Each column's units, and where they are now. */
    private void heads(StringBuilder text, FitMatrix matrix) {
        for (FitMatrix.Column column : matrix.columns()) {
            for (UnitFits unit : column.units()) {
                String now = FitWords.now(unit);
                text.append(style.strong(Visible.line(unit.unit().unit().name())))
                        .append(
                                now.isEmpty()
                                        ? style.faint("  no config aims it")
                                        : " on "
                                                + style.accent(now)
                                                + style.faint(
                                                        GAP
                                                                + Visible.text(
                                                                        unit.unit()
                                                                                .unit()
                                                                                .place()
                                                                                .toString())))
                        .append('\n');
            }
        }
        text.append('\n');
    }

    private void matrix(StringBuilder text, FitMatrix matrix) {
        int names =
                Math.min(
                        WIDEST_NAME,
                        matrix.rows().stream()
                                .mapToInt(row -> Visible.width(row.host().name()))
                                .max()
                                .orElse(0));
        int from = 0;
        while (from < matrix.columns().size()) {
            int to = columnsThatFit(matrix, from, names);
            block(text, matrix, from, to, names);
            from = to;
        }
    }

    private int columnsThatFit(FitMatrix matrix, int from, int names) {
        int used = names;
        int to = from;
        while (to < matrix.columns().size()) {
            used += GAP.length() + width(matrix.columns().get(to));
            if (to > from && used > style.width()) {
                break;
            }
            to++;
        }
        return to;
    }

    private static int width(FitMatrix.Column column) {
        int longest = "✗ does not fit".length();
        return Math.max(longest, Math.min(WIDEST_NAME, Visible.width(Visible.line(column.name()))));
    }

    private void block(StringBuilder text, FitMatrix matrix, int from, int to, int names) {
        boolean alone = matrix.columns().size() == 1;
        if (!alone) {
            text.append(" ".repeat(names));
            for (FitMatrix.Column column : matrix.columns().subList(from, to)) {
                text.append(GAP).append(style.strong(cell(column.name(), width(column))));
            }
            endLine(text);
        }
        for (FitMatrix.Row row : matrix.rows()) {
            text.append(cell(row.host().name(), names));
            for (int i = from; i < to; i++) {
                Fit fit = row.fits().get(i);
                int width = width(matrix.columns().get(i));
                text.append(GAP).append(mark(fit, cell(shown(fit), width)));
                if (alone) {
                    int left = style.width() - names - width - 2 * GAP.length();
                    text.append(GAP).append(cell(FitWords.why(fit), Math.max(left, 1)));
                }
            }
            endLine(text);
        }
        text.append('\n');
    }

    private static void endLine(StringBuilder text) {
        while (text.charAt(text.length() - 1) == ' ') {
            text.setLength(text.length() - 1);
        }
        text.append('\n');
    }

    private static String shown(Fit fit) {
        String word = FitWords.word(fit.verdict());
        return FitWords.sign(fit.verdict()) + " " + word + (fit.isOwn() ? " *" : "");
    }

    private String mark(Fit fit, String cell) {
        return mark(fit.verdict(), cell);
    }

    private String mark(Fit.Verdict verdict, String text) {
        return switch (verdict) {
            case FITS -> style.good(text);
            case FITS_BUT -> style.of(Level.NOTE, text);
            case FITS_IF -> style.of(Level.WARNING, text);
            case DOES_NOT_FIT -> style.of(Level.ERROR, text);
            case UNKNOWN -> style.faint(text);
        };
    }

    /** Text in exactly so many columns, cut where it is longer. */
    private static String cell(String text, int width) {
        String line = Visible.line(text);
        if (Visible.width(line) > width) {
            StringBuilder cut = new StringBuilder();
            line.codePoints()
                    .takeWhile(c -> Visible.width(cut.toString()) < width - 2)
                    .forEach(cut::appendCodePoint);
            line = cut.append('…').toString();
        }
        return line + " ".repeat(Math.max(0, width - Visible.width(line)));
    }

    private void reason(StringBuilder text, FitReason reason, SourceLines lines) {
        text.append(style.strong(reason.title()))
                .append(style.faint("  [" + reason.rule() + "]"))
                .append('\n');
        List<FitReason.Spot> spots = reason.spots();
        int shown = Math.min(MOST_FRAMES, spots.size());
        int gutter =
                spots.subList(0, shown).stream()
                        .mapToInt(spot -> CodeFrame.gutterFor(spot.place().region().startLine()))
                        .max()
                        .orElse(1);
        CodeFrame frame = new CodeFrame(lines, style, gutter);
        for (FitReason.Spot spot : spots.subList(0, shown)) {
            text.append(frame.head(spot.place()))
                    .append(
                            frame.around(
                                    spot.place(),
                                    spot.label(),
                                    '^',
                                    code -> mark(reason.verdict(), code)));
        }
        others(text, spots.subList(shown, spots.size()), frame);
        text.append(frame.empty());
        cases(text, reason, gutter);
        if (!reason.fix().isEmpty()) {
            text.append(frame.remark("fix", reason.fix()));
        }
        text.append('\n');
    }

    private static void others(
            StringBuilder text, List<FitReason.Spot> spots, CodeFrame frame) {
        if (spots.isEmpty()) {
            return;
        }
        String named =
                spots.stream()
                        .limit(MOST_PLACES)
                        .map(spot -> spot.place().toString())
                        .collect(Collectors.joining(", "));
        int more = spots.size() - MOST_PLACES;
        text.append(frame.remark("also", more > 0 ? named + " and " + more + " more" : named));
    }

    /** Hosts that ask the same of config go together; of others each says its own reason. */
    private void cases(StringBuilder text, FitReason reason, int gutter) {
        Map<List<Object>, List<FitReason.Case>> alike = new LinkedHashMap<>();
        for (FitReason.Case each : reason.cases()) {
            HostSays says = each.says();
            boolean asks = says.verdict() == Fit.Verdict.FITS_IF;
            alike.computeIfAbsent(
                            List.of(says.verdict(), asks ? says.demand() : says.message()),
                            key -> new ArrayList<>())
                    .add(each);
        }
        for (List<FitReason.Case> cases : alike.values()) {
            String hosts =
                    cases.stream()
                            .flatMap(each -> each.hosts().stream())
                            .map(Platform::name)
                            .collect(Collectors.joining(", "));
            HostSays says = cases.get(0).says();
            String head =
                    says.verdict() == Fit.Verdict.FITS_IF
                            ? "fits if " + says.demand()
                            : says.message();
            said(text, gutter, says.verdict(), hosts + ": " + head);
        }
    }

    private void said(StringBuilder text, int gutter, Fit.Verdict verdict, String sentence) {
        String indent = " ".repeat(gutter + 3);
        text.append(" ".repeat(gutter + 1))
                .append(mark(verdict, FitWords.sign(verdict)))
                .append(' ')
                .append(indented(sentence, indent, style.width()))
                .append('\n');
    }

    private static String indented(String text, String indent, int width) {
        return Paragraph.wrap(text, width - indent.length()).replace("\n", "\n" + indent);
    }
}
