package dev.dovetail.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dovetail.judge.Finding;
import dev.dovetail.knowledge.Level;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;

/**
 * Findings as GitLab's code quality artifact:
 * https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format.
 */
public final class GitlabReport implements ReportFormat {

    @Override
    public void write(Report report, OutputStream out) throws IOException {
        try (JsonGenerator json = JsonOutput.open(out)) {
            json.writeStartArray();
            Iterator<Fingerprints> fingerprints = Fingerprints.of(report).iterator();
            for (Finding finding : report.findings()) {
                Fingerprints of = fingerprints.next();
                if (finding.isOpen()) {
                    issue(json, finding, of.finding());
                }
            }
            json.writeEndArray();
            json.writeRaw('\n');
        }
    }

    private static void issue(JsonGenerator json, Finding finding, String fingerprint)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("description", finding.message());
        json.writeStringField("check_name", finding.rule());
        json.writeStringField("fingerprint", fingerprint);
        json.writeStringField("severity", severity(finding.level()));
        json.writeObjectFieldStart("location");
        json.writeStringField("path", finding.code().file());
        json.writeObjectFieldStart("lines");
        json.writeNumberField("begin", finding.code().region().startLine());
        json.writeNumberField("end", finding.code().region().endLine());
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String severity(Level level) {
        return switch (level) {
            case ERROR -> "critical";
            case WARNING -> "major";
            case NOTE -> "info";
        };
    }
}
