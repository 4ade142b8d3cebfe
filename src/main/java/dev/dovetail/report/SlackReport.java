package dev.dovetail.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dovetail.judge.Finding;
import dev.dovetail.knowledge.Level;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Findings as a message for a Slack webhook, in Block Kit: the worst first, within its limits of 50
 * blocks and 3,000 characters a text (https://docs.slack.dev/reference/block-kit/blocks/).
 */
public final class SlackReport implements ReportFormat {

    private static final int MOST_FINDINGS = 20;
    private static final int MOST_CHARACTERS = 2_900;

    @Override
    public void write(Report report, OutputStream out) throws IOException {
        List<FindingGroup> groups = FindingGroup.worstFirst(report.open());
        String summary = "Dovetail: " + Summary.of(report);
        try (JsonGenerator json = JsonOutput.open(out)) {
            json.writeStartObject();
            json.writeStringField("text", escaped(summary));
            json.writeArrayFieldStart("blocks");
            section(json, "*" + escaped(summary) + "*");
            for (FindingGroup group : groups.subList(0, Math.min(MOST_FINDINGS, groups.size()))) {
                section(json, text(group));
            }
            if (groups.size() > MOST_FINDINGS) {
                section(json, "…and %d more.".formatted(groups.size() - MOST_FINDINGS));
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void section(JsonGenerator json, String text) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "section");
        json.writeObjectFieldStart("text");
        json.writeStringField("type", "mrkdwn");
        json.writeStringField("text", text);
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String text(FindingGroup group) {
        Finding finding = group.first();
        String config =
                finding.config()
                        .filter(place -> !place.equals(finding.code()))
                        .map(place -> " ↔ " + code(place.toString()))
                        .orElse("");
        String also = group.others().isEmpty() ? "" : "\nAlso: " + escaped(group.otherUnits());
        String text =
                "%s %s\n%s%s  <%s|%s>%s"
                        .formatted(
                                mark(finding.level()),
                                escaped(finding.message()),
                                code(finding.code().toString()),
                                config,
                                RulePage.url(finding.rule()),
                                finding.rule(),
                                also);
        return text.length() <= MOST_CHARACTERS
                ? text
                // Cut before the first reference of a character, so that none is torn.
                : text.substring(0, MOST_CHARACTERS).replaceFirst("&[a-z]*$", "") + "…";
    }

    private static String mark(Level level) {
        return switch (level) {
            case ERROR -> ":red_circle:";
            case WARNING -> ":large_yellow_circle:";
            case NOTE -> ":large_blue_circle:";
        };
    }

    private static String code(String text) {
        return "`" + escaped(text).replace("`", "'") + "`";
    }

    private static String escaped(String text) {
        return Visible.line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
