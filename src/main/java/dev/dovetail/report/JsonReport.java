package dev.dovetail.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dovetail.judge.Finding;
import dev.dovetail.judge.Fix;
import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Region;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/**
 * Findings as JSON for scripts. New fields may be added within a version; none is taken away or
 * changes its meaning.
 *
 * <ul>
 *   <li>{@code version}: 1
 *   <li>{@code findings}: in the order of their places in code; of each
 *       <ul>
 *         <li>{@code rule}: id; {@code level}: {@code error}, {@code warning} or {@code note}
 *         <li>{@code message}, {@code fix}: plain text
 *         <li>{@code unit}: name; {@code platform}: id of the unit's host
 *         <li>{@code evidence}: {@code proved}, {@code assumed} or {@code discharged}; {@code
 *             discharge}: why, for the last
 *         <li>{@code suppressed}: the reason given, when the user does not want to see it
 *         <li>{@code code}, {@code config}: the two ends as places; {@code config} may be missing
 *         <li>{@code way}: places from config to code, both ends included; may be empty
 *         <li>{@code sources}: where facts were read: {@code platform}, {@code url}, {@code asOf}
 *         <li>{@code fixes}, when there are any: {@code description} and {@code edits}, of each the
 *             {@code place} that becomes {@code text}
 *         <li>{@code fingerprint}: stable while lines move
 *       </ul>
 *   <li>a place: {@code file}, {@code startLine}, {@code startColumn}, {@code endLine}, {@code
 *       endColumn} (lines and columns from 1, columns in UTF-16 units, the end exclusive), {@code
 *       label}
 *   <li>{@code notifications}: what could not be read: {@code level} ({@code error} when something
 *       was not analysed, {@code warning} when partly, {@code remark} when all was), {@code message}, {@code place}
 *   <li>{@code summary}: {@code errors}, {@code warnings}, {@code notes}, {@code discharged},
 *       {@code suppressed}, {@code units}, {@code files}
 *   <li>{@code comparison}, when there was one: {@code with}, {@code known}, {@code gone}
 * </ul>
 */
public final class JsonReport implements ReportFormat {

    @Override
    public void write(Report report, OutputStream out) throws IOException {
        try (JsonGenerator json = JsonOutput.open(out)) {
            json.writeStartObject();
            json.writeNumberField("version", 1);
            json.writeArrayFieldStart("findings");
            Iterator<Fingerprints> fingerprints = Fingerprints.of(report).iterator();
            for (Finding finding : report.findings()) {
                finding(json, finding, fingerprints.next());
            }
            json.writeEndArray();
            json.writeArrayFieldStart("notifications");
            for (Notification notification : report.notifications()) {
                notification(json, notification);
            }
            json.writeEndArray();
            summary(json, Summary.of(report));
            if (report.comparison().isPresent()) {
                comparison(json, report.comparison().get());
            }
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void finding(JsonGenerator json, Finding finding, Fingerprints fingerprints)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("rule", finding.rule());
        json.writeStringField("level", finding.level().id());
        json.writeStringField("message", finding.message());
        json.writeStringField("fix", finding.fix());
        json.writeStringField("unit", finding.unit());
        json.writeStringField("platform", finding.host());
        json.writeStringField("evidence", finding.evidence().name().toLowerCase(Locale.ROOT));
        if (finding.discharge().isPresent()) {
            json.writeStringField("discharge", finding.discharge().get());
        }
        if (finding.suppression().isPresent()) {
            json.writeStringField("suppressed", finding.suppression().get().reason());
        }
        json.writeFieldName("code");
        place(json, finding.code(), finding.codeLabel());
        if (finding.config().isPresent()) {
            json.writeFieldName("config");
            place(json, finding.config().get(), finding.configLabel());
        }
        json.writeArrayFieldStart("way");
        for (Finding.Step step : finding.way()) {
            place(json, step.place(), step.label());
        }
        json.writeEndArray();
        sources(json, finding.facts());
        fixes(json, finding.fixes());
        json.writeStringField("fingerprint", fingerprints.finding());
        json.writeEndObject();
    }

    private static void fixes(JsonGenerator json, List<Fix> fixes) throws IOException {
        if (fixes.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("fixes");
        for (Fix fix : fixes) {
            json.writeStartObject();
            json.writeStringField("description", fix.description());
            json.writeArrayFieldStart("edits");
            for (Fix.Edit edit : fix.edits()) {
                json.writeStartObject();
                json.writeFieldName("place");
                place(json, edit.place(), "");
                json.writeStringField("text", edit.text());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Where facts were read. */
    public static void sources(JsonGenerator json, List<Finding.FactSource> facts)
            throws IOException {
        json.writeArrayFieldStart("sources");
        for (Finding.FactSource fact : facts) {
            json.writeStartObject();
            json.writeStringField("platform", fact.platform());
            json.writeStringField("url", fact.url());
            json.writeStringField("asOf", fact.asOf());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** What could not be read. */
    public static void notification(JsonGenerator json, Notification notification)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("level", notification.level().name().toLowerCase(Locale.ROOT));
        json.writeStringField("message", notification.message());
        json.writeFieldName("place");
        place(json, notification.place(), "");
        json.writeEndObject();
    }

    /** A place; a label that is empty is left out. */
    public static void place(JsonGenerator json, Place place, String label) throws IOException {
        Region region = place.region();
        json.writeStartObject();
        json.writeStringField("file", place.file());
        json.writeNumberField("startLine", region.startLine());
        json.writeNumberField("startColumn", region.startColumn());
        json.writeNumberField("endLine", region.endLine());
        json.writeNumberField("endColumn", region.endColumn());
        if (!label.isEmpty()) {
            json.writeStringField("label", label);
        }
        json.writeEndObject();
    }

    private static void comparison(JsonGenerator json, Comparison comparison) throws IOException {
        json.writeObjectFieldStart("comparison");
        json.writeStringField("with", comparison.with());
        json.writeNumberField("known", comparison.known());
        json.writeNumberField("gone", comparison.gone());
        json.writeEndObject();
    }

    private static void summary(JsonGenerator json, Summary summary) throws IOException {
        json.writeObjectFieldStart("summary");
        json.writeNumberField("errors", summary.errors());
        json.writeNumberField("warnings", summary.warnings());
        json.writeNumberField("notes", summary.notes());
        json.writeNumberField("discharged", summary.discharged());
        json.writeNumberField("suppressed", summary.suppressed());
        json.writeNumberField("units", summary.units());
        json.writeNumberField("files", summary.files());
        json.writeEndObject();
    }
}
