package dev.dovetail.report.sarif;

import com.contrastsecurity.sarif.ArtifactChange;
import com.contrastsecurity.sarif.CodeFlow;
import com.contrastsecurity.sarif.Fix;
import com.contrastsecurity.sarif.Invocation;
import com.contrastsecurity.sarif.Notification;
import com.contrastsecurity.sarif.PropertyBag;
import com.contrastsecurity.sarif.Replacement;
import com.contrastsecurity.sarif.ReportingDescriptor;
import com.contrastsecurity.sarif.Result;
import com.contrastsecurity.sarif.Run;
import com.contrastsecurity.sarif.SarifSchema210;
import com.contrastsecurity.sarif.Suppression;
import com.contrastsecurity.sarif.ThreadFlow;
import com.contrastsecurity.sarif.ThreadFlowLocation;
import com.contrastsecurity.sarif.ToolComponent;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.dovetail.report.JsonOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the parts of java-sarif's types that {@link SarifReport} fills, in a fixed order. A test
 * holds it to what data binding would have written.
 */
final class SarifWriter {

    private final JsonGenerator json;
    private final PlaceWriter places;

    private SarifWriter(JsonGenerator json) {
        this.json = json;
        this.places = new PlaceWriter(json);
    }

    static void write(SarifSchema210 sarif, OutputStream out) throws IOException {
        try (JsonGenerator json = JsonOutput.open(out)) {
            SarifWriter writer = new SarifWriter(json);
            json.writeStartObject();
            json.writeStringField("$schema", sarif.get$schema().toString());
            json.writeStringField("version", sarif.getVersion().value());
            json.writeArrayFieldStart("runs");
            for (Run run : sarif.getRuns()) {
                writer.run(run);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private void run(Run run) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("tool");
        json.writeFieldName("driver");
        driver(run.getTool().getDriver());
        json.writeEndObject();
        json.writeObjectFieldStart("automationDetails");
        json.writeStringField("id", run.getAutomationDetails().getId());
        json.writeEndObject();
        json.writeStringField("columnKind", run.getColumnKind().value());
        json.writeObjectFieldStart("originalUriBaseIds");
        for (var base :
                new TreeMap<>(run.getOriginalUriBaseIds().getAdditionalProperties()).entrySet()) {
            json.writeFieldName(base.getKey());
            places.artifact(base.getValue());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("invocations");
        for (Invocation invocation : run.getInvocations()) {
            invocation(invocation);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("results");
        for (Result result : run.getResults()) {
            result(result);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void driver(ToolComponent driver) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", driver.getName());
        json.writeStringField("fullName", driver.getFullName());
        json.writeStringField("version", driver.getVersion());
        json.writeStringField("semanticVersion", driver.getSemanticVersion());
        json.writeStringField("informationUri", driver.getInformationUri().toString());
        places.text("shortDescription", driver.getShortDescription());
        json.writeArrayFieldStart("rules");
        for (ReportingDescriptor rule : driver.getRules()) {
            rule(rule);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void rule(ReportingDescriptor rule) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", rule.getId());
        json.writeStringField("name", rule.getName());
        places.text("shortDescription", rule.getShortDescription());
        places.text("fullDescription", rule.getFullDescription());
        json.writeStringField("helpUri", rule.getHelpUri().toString());
        places.text("help", rule.getHelp());
        json.writeObjectFieldStart("defaultConfiguration");
        json.writeStringField("level", rule.getDefaultConfiguration().getLevel().value());
        json.writeEndObject();
        properties(rule.getProperties());
        json.writeEndObject();
    }

    private void properties(PropertyBag properties) throws IOException {
        json.writeObjectFieldStart("properties");
        Map<String, Object> sorted = new TreeMap<>(properties.getAdditionalProperties());
        for (Map.Entry<String, Object> property : sorted.entrySet()) {
            json.writeFieldName(property.getKey());
            if (property.getValue() instanceof List<?> values) {
                json.writeStartArray();
                for (Object value : values) {
                    json.writeString(String.valueOf(value));
                }
                json.writeEndArray();
            } else {
                json.writeString(String.valueOf(property.getValue()));
            }
        }
        if (properties.getTags() != null) {
            json.writeArrayFieldStart("tags");
            for (String tag : properties.getTags()) {
                json.writeString(tag);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void invocation(Invocation invocation) throws IOException {
        json.writeStartObject();
        json.writeBooleanField("executionSuccessful", invocation.getExecutionSuccessful());
        if (invocation.getToolExecutionNotifications() != null) {
            json.writeArrayFieldStart("toolExecutionNotifications");
            for (Notification notification : invocation.getToolExecutionNotifications()) {
                json.writeStartObject();
                json.writeStringField("level", notification.getLevel().value());
                places.message(notification.getMessage());
                places.locations("locations", notification.getLocations());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void result(Result result) throws IOException {
        json.writeStartObject();
        json.writeStringField("ruleId", result.getRuleId());
        if (result.getRuleIndex() >= 0) {
            json.writeNumberField("ruleIndex", result.getRuleIndex());
        }
        json.writeStringField("kind", result.getKind().value());
        json.writeStringField("level", result.getLevel().value());
        places.message(result.getMessage());
        places.locations("locations", result.getLocations());
        places.locations("relatedLocations", result.getRelatedLocations());
        if (result.getCodeFlows() != null) {
            json.writeArrayFieldStart("codeFlows");
            for (CodeFlow flow : result.getCodeFlows()) {
                flow(flow);
            }
            json.writeEndArray();
        }
        if (result.getSuppressions() != null) {
            json.writeArrayFieldStart("suppressions");
            for (Suppression suppression : result.getSuppressions()) {
                suppression(suppression);
            }
            json.writeEndArray();
        }
        if (result.getFixes() != null) {
            json.writeArrayFieldStart("fixes");
            for (Fix fix : result.getFixes()) {
                fix(fix);
            }
            json.writeEndArray();
        }
        json.writeObjectFieldStart("partialFingerprints");
        var fingerprints = new TreeMap<>(result.getPartialFingerprints().getAdditionalProperties());
        for (Map.Entry<String, String> fingerprint : fingerprints.entrySet()) {
            json.writeStringField(fingerprint.getKey(), fingerprint.getValue());
        }
        json.writeEndObject();
        properties(result.getProperties());
        json.writeEndObject();
    }

    private void suppression(Suppression suppression) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", suppression.getKind().value());
        if (suppression.getJustification() != null) {
            json.writeStringField("justification", suppression.getJustification());
        }
        json.writeFieldName("location");
        places.location(suppression.getLocation());
        json.writeEndObject();
    }

    private void fix(Fix fix) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("description");
        json.writeStringField("text", fix.getDescription().getText());
        json.writeEndObject();
        json.writeArrayFieldStart("artifactChanges");
        for (ArtifactChange change : fix.getArtifactChanges()) {
            json.writeStartObject();
            json.writeFieldName("artifactLocation");
            places.artifact(change.getArtifactLocation());
            json.writeArrayFieldStart("replacements");
            for (Replacement replacement : change.getReplacements()) {
                json.writeStartObject();
                places.region("deletedRegion", replacement.getDeletedRegion());
                json.writeObjectFieldStart("insertedContent");
                json.writeStringField("text", replacement.getInsertedContent().getText());
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void flow(CodeFlow flow) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("threadFlows");
        for (ThreadFlow thread : flow.getThreadFlows()) {
            json.writeStartObject();
            json.writeArrayFieldStart("locations");
            for (ThreadFlowLocation step : thread.getLocations()) {
                json.writeStartObject();
                json.writeFieldName("location");
                places.location(step.getLocation());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
