package dev.dovetail.report.fit;

import dev.dovetail.judge.Finding;
import dev.dovetail.judge.Fit;
import dev.dovetail.judge.UnitFits;
import dev.dovetail.knowledge.Platform;
import dev.dovetail.report.RulePage;
import dev.dovetail.report.SettingText;
import dev.dovetail.report.SourceLines;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Units against hosts as one page for people: the matrix first, each cell a way to its reasons.
 *
 * <p>The page asks the network for nothing, and says so in its content security policy: its style and
 * its script are the two that the policy names by their hashes. Without the script all reasons are
 * there to be read.
 */
public final class FitHtml implements FitFormat {

    /** Places of one reason whose code is shown. */
    private static final int MOST_FRAMES = 12;

    private final String version;

    /**
     * A page.
     *
     * @param version of Dovetail
     */
    public FitHtml(String version) {
        this.version = version;
    }

    @Override
    public void write(FitReport report, OutputStream out) throws IOException {
        FitMatrix matrix = FitMatrix.of(report);
        String title = title(report);
        StringBuilder html = new StringBuilder();
        head(html, title);
        header(html, report, title);
        if (!report.units().isEmpty()) {
            legend(html);
            matrix(html, matrix);
            reasons(html, report, matrix);
        }
        footer(html, report);
        out.write(html.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String title(FitReport report) {
        List<UnitFits> units = report.units();
        if (units.isEmpty()) {
            return "Where it would run";
        }
        return units.size() == 1
                ? "Where " + units.get(0).unit().unit().name() + " would run"
                : "Where these " + units.size() + " units would run";
    }

    private static void head(StringBuilder html, String title) {
        String style = resource("fit.css");
        String script = resource("fit.js");
        html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
                .append("style-src 'sha256-%s'; ".formatted(hash(style)))
                .append("script-src 'sha256-%s'; ".formatted(hash(script)))
                .append("base-uri 'none'; form-action 'none'\">\n")
                .append("<meta name=\"referrer\" content=\"no-referrer\">\n")
                .append("<meta name=\"color-scheme\" content=\"light dark\">\n")
                .append("<title>")
                .append(Html.text(title))
                .append("</title>\n<style>")
                .append(style)
                .append("</style>\n</head>\n<body>\n");
    }

    private static void header(StringBuilder html, FitReport report, String title) {
        html.append("<header>\n<h1>").append(Html.text(title)).append("</h1>\n<p class=\"summary\">");
        if (report.units().isEmpty()) {
            html.append("No deployment units and no source that Dovetail reads.");
        } else {
            html.append(Html.text(FitSummary.of(report).toString())).append('.');
        }
        html.append("</p>\n<ul class=\"units\">\n");
        for (UnitFits unit : report.units()) {
            String now = FitWords.now(unit);
            html.append("<li><b>")
                    .append(Html.text(unit.unit().unit().name()))
                    .append("</b> ")
                    .append(now.isEmpty() ? "is aimed by no config" : "is on " + Html.text(now) + " now")
                    .append(" <small>")
                    .append(Html.text(where(unit)))
                    .append("</small></li>\n");
        }
        html.append("</ul>\n</header>\n");
    }

    private static String where(UnitFits unit) {
        return unit.isAimed()
                ? unit.unit().unit().place()
                        + " → "
                        + SettingText.entryPoint(unit.unit().unit().entryPoint())
                : unit.unit().files().size() + " source files";
    }

    private static void legend(StringBuilder html) {
        html.append("<ul class=\"legend\">\n");
        for (Fit.Verdict verdict : Fit.Verdict.values()) {
            html.append("<li><span class=\"sign %s\" aria-hidden=\"true\">%s</span> <b>%s</b>: %s</li>\n"
                    .formatted(
                            FitWords.id(verdict),
                            FitWords.sign(verdict),
                            FitWords.word(verdict),
                            FitWords.meaning(verdict)));
        }
        html.append("</ul>\n");
    }

    private static void matrix(StringBuilder html, FitMatrix matrix) {
        boolean alone = matrix.columns().size() == 1;
        html.append("<main class=\"matrix %s\" tabindex=\"0\" aria-label=\"Verdicts\">\n<table>\n"
                .formatted(alone ? "alone" : "many"));
        html.append("<thead><tr><th scope=\"col\"><span class=\"unseen\">Host</span></th>");
        for (int i = 0; i < matrix.columns().size(); i++) {
            FitMatrix.Column column = matrix.columns().get(i);
            String name = Html.text(column.name());
            html.append("<th scope=\"col\"><a id=\"u%d\" href=\"#reasons\" data-unit=\"%d\" data-pick=\"%s\">%s</a>"
                    .formatted(i, i, name, name));
            String now = FitWords.now(column.units().get(0));
            html.append(now.isEmpty() ? "" : "<small>" + Html.text(now) + "</small>")
                    .append("</th>");
        }
        html.append(alone ? "<th scope=\"col\"><span class=\"unseen\">Why</span></th>" : "")
                .append("</tr></thead>\n<tbody>\n");
        for (FitMatrix.Row row : matrix.rows()) {
            row(html, matrix, row, alone);
        }
        html.append("</tbody>\n</table>\n</main>\n");
    }

    private static void row(
            StringBuilder html, FitMatrix matrix, FitMatrix.Row row, boolean alone) {
        String id = Html.text(row.host().id());
        String name = Html.text(row.host().name());
        html.append("<tr><th scope=\"row\"><a id=\"h-%s\" href=\"#reasons\" data-host=\"%s\" data-pick=\"%s\">%s</a></th>"
                .formatted(id, id, name, name));
        for (int i = 0; i < row.fits().size(); i++) {
            Fit fit = row.fits().get(i);
            String verdict = FitWords.word(fit.verdict());
            String what = matrix.columns().get(i).name() + " on " + row.host().name() + ": " + verdict;
            html.append("<td><a class=\"fit %s%s\" id=\"u%d-%s\" href=\"#reasons\" data-unit=\"%d\" data-host=\"%s\" data-pick=\"%s\">"
                    .formatted(
                            FitWords.id(fit.verdict()),
                            fit.isOwn() ? " own" : "",
                            i,
                            id,
                            i,
                            id,
                            Html.text(what)));
            html.append("<span class=\"sign\" aria-hidden=\"true\">%s</span><span class=\"word\">%s</span></a></td>"
                    .formatted(FitWords.sign(fit.verdict()), verdict));
        }
        if (alone) {
            html.append("<td class=\"why\">")
                    .append(Html.text(FitWords.why(row.fits().get(0))))
                    .append("</td>");
        }
        html.append("</tr>\n");
    }

    private static void reasons(StringBuilder html, FitReport report, FitMatrix matrix) {
        html.append("<div class=\"chosen-bar\" id=\"reasons\"><h2 id=\"heading\" tabindex=\"-1\">What stands against it</h2>")
                .append("<p id=\"count\" aria-live=\"polite\"></p>")
                .append("<button type=\"button\" id=\"all\" hidden>Show all</button></div>\n")
                .append("<section class=\"reasons\" aria-labelledby=\"heading\">\n");
        SourceLines lines = new SourceLines(report.workspace());
        List<FitReason> reasons = FitReason.of(report);
        for (FitReason reason : reasons) {
            reason(html, reason, matrix, lines);
        }
        if (reasons.isEmpty()) {
            html.append("<p>Nothing that Dovetail knows of.</p>\n");
        }
        html.append("</section>\n");
    }

    private static void reason(
            StringBuilder html, FitReason reason, FitMatrix matrix, SourceLines lines) {
        String verdict = FitWords.id(reason.verdict());
        FitReason.Spot first = reason.spots().get(0);
        int more = reason.spots().size() - 1;
        html.append("<details class=\"reason\" data-units=\"%s\">\n"
                .formatted(columns(reason.units(), matrix)));
        html.append("<summary><span class=\"chip %s\"><span class=\"sign\" aria-hidden=\"true\">%s</span><span class=\"unseen\">%s</span></span><h3>%s</h3>"
                .formatted(
                        verdict,
                        FitWords.sign(reason.verdict()),
                        FitWords.word(reason.verdict()),
                        Html.text(reason.title())));
        html.append("<span class=\"place\">")
                .append(Html.text(first.place().toString()))
                .append(more == 0 ? "" : " and " + more + " more")
                .append("</span></summary>\n<div class=\"body\">\n");
        for (FitReason.Spot spot : reason.spots().subList(0, Math.min(MOST_FRAMES, more + 1))) {
            spot(html, spot, verdict, matrix, lines);
        }
        if (more + 1 > MOST_FRAMES) {
            html.append("<p class=\"more\">%d more places are not shown.</p>\n"
                    .formatted(more + 1 - MOST_FRAMES));
        }
        reason.cases().forEach(each -> one(html, each));
        html.append("<p class=\"rule\">Rule <a href=\"%s\" rel=\"noopener noreferrer\">%s</a></p>\n</div>\n</details>\n"
                .formatted(Html.text(RulePage.url(reason.rule())), Html.text(reason.rule())));
    }

    private static void spot(
            StringBuilder html,
            FitReason.Spot spot,
            String verdict,
            FitMatrix matrix,
            SourceLines lines) {
        String label = spot.label().isEmpty() ? "" : ": " + spot.label();
        html.append("<figure class=\"%s-mark\" data-units=\"%s\"><figcaption>%s</figcaption>%s</figure>\n"
                .formatted(
                        verdict,
                        columns(spot.units(), matrix),
                        Html.text(spot.place() + label),
                        HtmlFrame.of(spot.place(), lines)));
    }

    /** The numbers of the columns that some of these units stand in. */
    private static String columns(Iterable<String> units, FitMatrix matrix) {
        List<String> names = new ArrayList<>();
        units.forEach(names::add);
        return IntStream.range(0, matrix.columns().size())
                .filter(
                        i ->
                                matrix.columns().get(i).units().stream()
                                        .anyMatch(
                                                unit ->
                                                        names.contains(unit.unit().unit().name())))
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(" "));
    }

    private static void one(StringBuilder html, FitReason.Case each) {
        HostSays says = each.says();
        String ids = each.hosts().stream().map(Platform::id).collect(Collectors.joining(" "));
        String names = each.hosts().stream().map(Platform::name).collect(Collectors.joining(", "));
        html.append("<div class=\"case %1$s\" data-hosts=\"%2$s\" data-verdict=\"%1$s\" data-sign=\"%3$s\" data-word=\"%4$s\">\n<h4><span class=\"verdict\">%3$s %4$s</span> %5$s</h4>\n"
                .formatted(
                        FitWords.id(says.verdict()),
                        Html.text(ids),
                        FitWords.sign(says.verdict()),
                        FitWords.word(says.verdict()),
                        Html.text(names)));
        html.append("<p>").append(Html.prose(says.message())).append("</p>\n");
        if (!says.demand().isEmpty()) {
            html.append("<p class=\"demand\">Fits if ")
                    .append(Html.text(says.demand()))
                    .append(".</p>\n");
        }
        if (!says.fix().isEmpty()) {
            html.append("<p>").append(Html.prose(says.fix())).append("</p>\n");
        }
        for (Finding.FactSource source : says.sources()) {
            html.append("<p class=\"source\"><a href=\"%s\" rel=\"noopener noreferrer\">%s</a>, as of %s</p>\n"
                    .formatted(
                            Html.text(source.url()),
                            Html.text(source.url().replaceFirst("^https?://", "")),
                            Html.text(source.asOf())));
        }
        html.append("</div>\n");
    }

    private void footer(StringBuilder html, FitReport report) {
        html.append("<footer><p>Dovetail ")
                .append(Html.text(version))
                .append(", facts of ")
                .append(Html.text(report.knowledge().newestFact()))
                .append(". ")
                .append(report.fileCount())
                .append(" source files were read, and nothing was run or sent. Settings that somebody chose for the present host (copies, sizes, time limits, mounts) do not count for another; what the code needs does.");
        int lost = report.notifications().size();
        html.append(lost == 0 ? "" : " %d things could not be read: `dovetail check` names them.".formatted(lost));
        html.append("</p></footer>\n");
        if (!report.units().isEmpty()) {
            html.append("<script>").append(resource("fit.js")).append("</script>\n");
        }
        html.append("</body>\n</html>\n");
    }

    private static String resource(String name) {
        try (InputStream in = FitHtml.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
